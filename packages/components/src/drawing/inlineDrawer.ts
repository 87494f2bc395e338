import { createToBitmap } from './bitmaps.js';
import type { CreateDrawer } from './painter.js';
import { Pictures, type Runner } from './pictures.js';
import type { DrawRequest } from './protocol.js';

/** Milliseconds of drawing before the page gets its turn: a frame. */
const SLICE = 16;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const inSlices: Runner = async (work) => {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + SLICE;
  }
};

/** Draws on this thread, in slices. Where the browser has no bitmaps (a test's DOM) it draws nothing and says nothing. */
export const createInlineDrawer: CreateDrawer = (onAnswer) => {
  const toBitmap = createToBitmap();
  const pictures = toBitmap && new Pictures(toBitmap, inSlices);
  let disposed = false;
  // Read anew after every wait.
  const isDisposed = (): boolean => disposed;
  let queue = Promise.resolve();
  let first = true;
  const serve = async (drawn: Pictures, request: DrawRequest): Promise<void> => {
    // The first picture is wanted now; later ones let the page go first.
    if (!first) await nextTurn();
    first = false;
    if (disposed) return;
    const answer = await drawn.answer(request);
    if (answer !== null && !isDisposed()) onAnswer(answer);
  };
  return {
    post: (request) => {
      if (pictures) queue = queue.then(() => serve(pictures, request));
    },
    dispose: () => {
      disposed = true;
    },
  };
};
