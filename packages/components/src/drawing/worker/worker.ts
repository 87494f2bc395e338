import { createToBitmap } from './bitmaps.js';
import { cellsKind } from '../raster/cells.js';
import { createRasterizer } from '../raster/createRasterizer.js';
import { networkKind } from '../raster/network.js';
import { registerSceneKind } from '../raster/sceneKind.js';
import { RenderService } from './renderService.js';
import type { RenderAnswer, RenderRequest } from './protocol.js';

/** The part of a worker's global scope that is used here; the DOM library declares the page's. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<RenderRequest>) => void) | null;
  postMessage(message: RenderAnswer, transfer: readonly Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const toBitmap = createToBitmap();
if (!toBitmap) throw new Error('This browser gives no 2D canvas to workers.');

function toEnd<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

registerSceneKind(cellsKind);
registerSceneKind(networkKind);
const rasterizer = createRasterizer();
const service = new RenderService(toBitmap, toEnd, () => rasterizer);
// One after the other: a drawing that waits for its bitmap must not share the surface with the next.
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    const answer = await service.answer(data);
    if (answer === null) return;
    scope.postMessage(answer, answer.type === 'drawn' ? [answer.bitmap, ...answer.returned] : []);
  });
};
