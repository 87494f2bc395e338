import { FallbackWorker, startFromText, type StartedWorker } from '@neuroglow/engine/internal';
import type { CreateDrawer, Drawer } from './drawer.js';
import { createInlineDrawer } from './inlineDrawer.js';
import { BufferPool, packChange, type Change } from '../worker/pack.js';
import type { DrawAnswer, DrawRequest } from '../worker/protocol.js';

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
export const createWorkerDrawer: CreateDrawer = (onAnswer, onDeath): Drawer => {
  const createInline = (answered: (answer: DrawAnswer) => void): Drawer => createInlineDrawer(answered, onDeath);
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return createInline(onAnswer);

  let worker: FallbackWorker<DrawAnswer> | null = null;
  let state: 'starting' | 'working' | 'refused' = 'starting';
  let disposed = false;
  /** What this thread holds of each picture, and the worker does not know yet. */
  const held = new Map<number, Change>();
  const waiting: (DrawRequest & { readonly type: 'draw' })[] = [];
  const drawing = new Set<number>();
  const pool = new BufferPool();
  const inline = createInline((answer) => {
    if (answer.type !== 'ready') drawing.delete(answer.picture);
    onAnswer(answer);
    if (drawing.size === 0) start();
    releaseInline();
  });
  const releaseInline = (): void => {
    if (state === 'working' && drawing.size === 0) inline.dispose();
  };

  const toWorker = (picture: number, change: Change): void => {
    const { packed, transfer } = packChange({ ...held.get(picture), ...change }, pool);
    held.delete(picture);
    worker?.postMessage({ type: 'draw', picture, change: packed } satisfies DrawRequest, transfer);
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
    worker = new FallbackWorker<DrawAnswer>([startByText, startByUrl]);
    timer = setTimeout(giveUp, HANDSHAKE);
    worker.addEventListener('message', ({ data }) => {
      if (data.type !== 'ready') {
        if (data.type === 'drawn') pool.give(data.returned);
        onAnswer(data);
        return;
      }
      clearTimeout(timer);
      state = 'working';
      for (const { picture, change } of waiting.splice(0)) toWorker(picture, change);
      releaseInline();
    });
    worker.addEventListener('error', () => {
      clearTimeout(timer);
      if (state === 'starting') giveUp();
      else if (!disposed) onDeath();
    });
    worker.postMessage({ type: 'hello' } satisfies DrawRequest);
  };

  const draw = (request: DrawRequest & { readonly type: 'draw' }): void => {
    const { picture, change } = request;
    if (state === 'working') {
      toWorker(picture, change);
    } else if (state === 'starting' && held.has(picture)) {
      waiting.push(request);
    } else {
      if (state === 'starting') held.set(picture, change);
      drawing.add(picture);
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
        held.delete(request.picture);
        const at = waiting.findIndex(({ picture }) => picture === request.picture);
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
