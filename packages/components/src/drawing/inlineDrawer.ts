import type { CreateDrawer } from './painter.js';
import { Pictures, type Runner } from './pictures.js';
import type { DrawRequest } from './protocol.js';
import type { Surface } from './raster/surface.js';

/** Milliseconds of drawing before the page gets its turn. */
const SLICE = 6;

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

const toBitmap = (surface: Surface): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(surface.bytes, surface.width, surface.height));

/** Draws on this thread, in slices. Where the browser has no bitmaps (a test's DOM) it draws nothing and says nothing. */
export const createInlineDrawer: CreateDrawer = (onAnswer) => {
  const canDraw = typeof createImageBitmap === 'function' && typeof ImageData === 'function';
  const pictures = new Pictures(toBitmap, inSlices);
  let disposed = false;
  // Read anew after every wait.
  const isDisposed = (): boolean => disposed;
  let queue = Promise.resolve();
  const serve = async (request: DrawRequest): Promise<void> => {
    await nextTurn();
    if (disposed) return;
    const answer = await pictures.answer(request);
    if (answer !== null && !isDisposed()) onAnswer(answer);
  };
  return {
    post: (request) => {
      if (canDraw) queue = queue.then(() => serve(request));
    },
    dispose: () => {
      disposed = true;
    },
  };
};
