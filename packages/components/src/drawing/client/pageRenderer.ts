import { createToBitmap } from '../worker/bitmaps.js';
import type { CreateRenderer } from './renderer.js';
import { createRasterizerChoice } from './rasterizerChoice.js';
import { RenderService, type Runner } from '../worker/renderService.js';
import type { RenderRequest } from '../worker/protocol.js';

/** Milliseconds of drawing before the page gets its turn: a frame. */
const SLICE = 16;
/** The first picture runs code that is not warm yet, and a page that waits for it would only show nothing for a frame more. */
const FIRST_SLICE = 40;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const inSlices = async <T>(work: Generator<undefined, T>, slice: number): Promise<T> => {
  let until = performance.now() + slice;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + SLICE;
  }
};

/** Draws on this thread, in slices. Where the browser has no bitmaps (a test's DOM) it draws nothing and says nothing. */
export const createPageRenderer: CreateRenderer = (onAnswer) => {
  const toBitmap = createToBitmap();
  let first = true;
  const run: Runner = (work) => inSlices(work, first ? FIRST_SLICE : SLICE);
  const service = toBitmap && new RenderService(toBitmap, run, createRasterizerChoice());
  let disposed = false;
  // Read again after every wait.
  const isDisposed = (): boolean => disposed;
  let queue = Promise.resolve();
  const serve = async (drawn: RenderService, request: RenderRequest): Promise<void> => {
    // The first picture is wanted now; later ones let the page go first.
    if (!first) await nextTurn();
    if (disposed) return;
    const answer = await drawn.answer(request);
    first = false;
    if (answer !== null && !isDisposed()) onAnswer(answer);
  };
  return {
    post: (request) => {
      if (service) queue = queue.then(() => serve(service, request));
    },
    dispose: () => {
      disposed = true;
    },
  };
};
