import { Pictures } from './pictures.js';
import type { DrawAnswer, DrawRequest } from './protocol.js';
import type { Surface } from './raster/surface.js';

/** The part of a worker's global scope that is used here; the DOM library declares the page's. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DrawRequest>) => void) | null;
  postMessage(message: DrawAnswer, transfer: readonly Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d');

function toBitmap(surface: Surface): ImageBitmap {
  if (!context) throw new Error('This browser gives no 2D canvas to workers.');
  if (canvas.width !== surface.width) canvas.width = surface.width;
  if (canvas.height !== surface.height) canvas.height = surface.height;
  context.putImageData(new ImageData(surface.bytes, surface.width, surface.height), 0, 0);
  return canvas.transferToImageBitmap();
}

function toEnd<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const pictures = new Pictures(toBitmap, toEnd);
// One after the other: a drawing that waits for its bitmap must not share the surface with the next.
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    const answer = await pictures.answer(data);
    if (answer === null) return;
    scope.postMessage(answer, answer.type === 'drawn' ? [answer.bitmap, ...answer.returned] : []);
  });
};
