// Fetched when the worker is started: the first picture does not wait for it.
import { FallbackWorker, startFromText, type StartedWorker } from '@neuroglow/engine/internal';
import { BufferPool, packChange, type Change } from '../worker/pack.js';
import type { RenderAnswer, RenderRequest } from '../worker/protocol.js';

/** A drawing worker that has been started, in whatever way is allowed. */
export interface DrawingWorker {
  /** Posts a change of a canvas layer's scene; its numbers are copied into buffers that come back. */
  draw(canvasLayer: number, change: Change): void;
  post(request: RenderRequest): void;
  terminate(): void;
}

/** @param onError the worker was refused, or has died */
export function startDrawingWorker(onAnswer: (answer: RenderAnswer) => void, onError: () => void): DrawingWorker {
  const worker = new FallbackWorker<RenderAnswer>([startByText, startByUrl]);
  const pool = new BufferPool();
  worker.addEventListener('message', ({ data }) => {
    if (data.type === 'drawn') pool.give(data.returned);
    onAnswer(data);
  });
  worker.addEventListener('error', onError);
  return {
    draw(canvasLayer, change) {
      const { packed, transfer } = packChange(change, pool);
      worker.postMessage({ type: 'draw', canvasLayer, change: packed } satisfies RenderRequest, transfer);
    },
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
}

const workerName = 'neuroglow drawing';

async function startByText(): Promise<StartedWorker> {
  const { workerText } = await import('../worker/workerText.js');
  return startFromText(workerText, workerName);
}

/** Bundlers find the worker's file by exactly this expression. */
function startByUrl(): StartedWorker {
  return new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module', name: 'neuroglow drawing' });
}
