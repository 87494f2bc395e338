import type { RenderAnswer, RenderRequest } from '../worker/protocol.js';

/** Turns scenes into bitmaps, in the drawing worker or on this thread. */
export interface Renderer {
  /** What is posted is read and never changed. */
  post(request: RenderRequest): void;
  dispose(): void;
}

/** Makes a renderer that calls back with its answers, and once with `onDeath` when it can answer no more. */
export type CreateRenderer = (onAnswer: (answer: RenderAnswer) => void, onDeath: () => void) => Renderer;
