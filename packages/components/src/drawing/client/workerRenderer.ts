import type { CreateRenderer, Renderer } from './renderer.js';
import { createPageRenderer } from './pageRenderer.js';
import type { Change } from '../worker/pack.js';
import type { DrawingWorker } from './drawingWorker.js';
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

  let worker: DrawingWorker | null = null;
  let isStarted = false;
  let state: 'starting' | 'working' | 'refused' = 'starting';
  let disposed = false;
  /** What this thread holds of each picture, and the worker does not know yet. */
  const held = new Map<number, Change>();
  const waiting: (RenderRequest & { readonly type: 'draw' })[] = [];
  const drawing = new Set<number>();
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
    worker?.draw(canvasLayer, { ...held.get(canvasLayer), ...change });
    held.delete(canvasLayer);
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
    if (isStarted || state !== 'starting' || disposed) return;
    isStarted = true;
    clearTimeout(timer);
    timer = setTimeout(giveUp, HANDSHAKE);
    // Both at once: the second is only needed when the first has come.
    import('../worker/workerText.js').catch(() => undefined);
    import('./drawingWorker.js').then(({ startDrawingWorker }) => {
      if (state !== 'starting' || disposed) return;
      worker = startDrawingWorker(receive, fail);
      worker.post({ type: 'hello' });
    }, fail);
  };
  const receive = (answer: RenderAnswer): void => {
    if (answer.type !== 'ready') {
      onAnswer(answer);
      return;
    }
    clearTimeout(timer);
    state = 'working';
    for (const { canvasLayer, change } of waiting.splice(0)) toWorker(canvasLayer, change);
    releaseInline();
  };
  const fail = (): void => {
    clearTimeout(timer);
    if (state === 'starting') giveUp();
    else if (!disposed) onDeath();
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
      if (state === 'working') worker?.post(request);
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
