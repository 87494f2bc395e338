import type { Frame } from './view.js';

/** Every buffer under a frame's arrays, each once: the transfer list that moves the frame between threads without a copy. */
export function frameTransferables(frame: Frame): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(frame, buffers);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) collect(part, buffers);
  } else if (value.buffer instanceof ArrayBuffer) {
    buffers.add(value.buffer);
  }
}
