import { FallbackWorker, startFromText, type StartedWorker } from '@neuroglow/engine/internal';
import type { CreateRenderer, Renderer } from './renderer.js';
import { createPageRenderer } from './pageRenderer.js';
import { BufferPool, packChange, type Change } from '../worker/pack.js';
import type { RenderAnswer, RenderRequest } from '../worker/protocol.js';

/** A worker that has not said a word by then never will, in whatever way it was started. */
const HANDSHAKE = 10_000;

/** By then a worker is started even where nothing has been drawn yet, so that it is ready when values come. */
const REST = 100;

/**
 * Draws in a module worker. Trusts it only after a handshake, which takes longer than a drawing does: until then each picture is drawn
 * once on this thread, so that there is something to see at once, and what follows waits. The worker starts when there is something to see:
 * before, the processor has better things to do. Where there is no worker to be had (no Worker, no OffscreenCanvas, refused by policy)
 * this thread goes on drawing.
 */
export const createWorkerRenderer: CreateRenderer = (onAnswer, onDeath): Renderer => {
  const createInline = (answered: (answer: RenderAnswer) => void): Renderer => createPageRenderer(answered, onDeath);
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return createInline(onAnswer);

  let worker: FallbackWorker<RenderAnswer> | null = null;
  let state: 'starting' | 'working' | 'refused' = 'starting';
  let disposed = false;
  /** What this thread holds of each picture, and the worker does not know yet. */
  const held = new Map<number, Change>();
  const waiting: (RenderRequest & { readonly type: 'draw' })[] = [];
  const drawing = new Set<number>();
  const pool = new BufferPool();
  const inline = createInline((answer) => {
    if (answer.type !== 'ready') drawing.delete(answer.canvasLayer);
    onAnswer(answer);
    if (drawing.size === 0) start();
    releaseInline();
  });
  const releaseInline = (): void => {
    if (state === 'working' && drawing.size === 0) inline.dispose();
  };

  const toWorker = (canvasLayer: number, change: Change): void => {
    const { packed, transfer } = packChange({ ...held.get(canvasLayer), ...change }, pool);
    held.delete(canvasLayer);
    worker?.postMessage({ type: 'draw', canvasLayer, change: packed } satisfies RenderRequest, transfer);
  };
  const giveUp = (): void => {
    if (state !== 'starting' || disposed) return;
    state = 'refused';
    worker?.terminate();
    held.clear();
    for (const request of waiting.splice(0)) inline.post(request);
  };
  let timer = setTimeout(() => start(), REST);
  const start = (): void => {
    if (worker || state !== 'starting' || disposed) return;
    clearTimeout(timer);
    worker = new FallbackWorker<RenderAnswer>([startByText, startByUrl]);
    timer = setTimeout(giveUp, HANDSHAKE);
    worker.addEventListener('message', ({ data }) => {
      if (data.type !== 'ready') {
        if (data.type === 'drawn') pool.give(data.returned);
        onAnswer(data);
        return;
      }
      clearTimeout(timer);
      state = 'working';
      for (const { canvasLayer, change } of waiting.splice(0)) toWorker(canvasLayer, change);
      releaseInline();
    });
    worker.addEventListener('error', () => {
      clearTimeout(timer);
      if (state === 'starting') giveUp();
      else if (!disposed) onDeath();
    });
    worker.postMessage({ type: 'hello' } satisfies RenderRequest);
  };

  const draw = (request: RenderRequest & { readonly type: 'draw' }): void => {
    const { canvasLayer, change } = request;
    if (state === 'working') {
      toWorker(canvasLayer, change);
    } else if (state === 'starting' && held.has(canvasLayer)) {
      waiting.push(request);
    } else {
      if (state === 'starting') held.set(canvasLayer, change);
      drawing.add(canvasLayer);
      inline.post(request);
    }
  };
  return {
    post: (request) => {
      if (request.type === 'draw') {
        draw(request);
        return;
      }
      if (request.type === 'forget') {
        held.delete(request.canvasLayer);
        const at = waiting.findIndex(({ canvasLayer }) => canvasLayer === request.canvasLayer);
        if (at >= 0) waiting.splice(at, 1);
      }
      if (state === 'working') worker?.postMessage(request);
      else inline.post(request);
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      worker?.terminate();
      inline.dispose();
    },
  };
};

const workerName = 'neuroglow drawing';

async function startByText(): Promise<StartedWorker> {
  const { workerText } = await import('../worker/workerText.js');
  return startFromText(workerText, workerName);
}

/** Bundlers find the worker's file by exactly this expression. */
function startByUrl(): StartedWorker {
  return new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module', name: 'neuroglow drawing' });
}
