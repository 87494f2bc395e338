import type { CreateDrawer, Drawer } from './painter.js';
import { createInlineDrawer } from './inlineDrawer.js';
import type { DrawAnswer, DrawRequest } from './protocol.js';

/** A worker that has not said a word by then never will: it was refused, or its file is missing. */
const HANDSHAKE = 5_000;

/**
 * Draws in a module worker. Trusts it only after a handshake; where there is none to be had (no Worker, no OffscreenCanvas, refused
 * by policy) what was asked meanwhile is drawn on this thread instead.
 */
export const createWorkerDrawer: CreateDrawer = (onAnswer, onDeath): Drawer => {
  const inline = (): Drawer => createInlineDrawer(onAnswer, onDeath);
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return inline();
  let worker: Worker;
  try {
    worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'neuroglow drawing' });
  } catch {
    return inline();
  }

  let waiting: { request: DrawRequest; transfer: readonly ArrayBuffer[] }[] | null = [];
  let fallback: Drawer | null = null;
  let disposed = false;
  const giveUp = (): void => {
    if (waiting === null || disposed) return;
    worker.terminate();
    fallback = inline();
    for (const { request, transfer } of waiting) fallback.post(request, transfer);
    waiting = null;
  };
  const timer = setTimeout(giveUp, HANDSHAKE);
  worker.onmessage = ({ data }: MessageEvent<DrawAnswer>) => {
    if (data.type !== 'ready') {
      onAnswer(data);
      return;
    }
    clearTimeout(timer);
    for (const { request, transfer } of waiting ?? []) worker.postMessage(request, [...transfer]);
    waiting = null;
  };
  worker.onerror = (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (waiting !== null) giveUp();
    else if (!disposed) onDeath();
  };
  worker.postMessage({ type: 'hello' } satisfies DrawRequest);

  return {
    post: (request, transfer) => {
      if (fallback) fallback.post(request, transfer);
      else if (waiting) waiting.push({ request, transfer });
      else worker.postMessage(request, [...transfer]);
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      worker.terminate();
      fallback?.dispose();
    },
  };
};
