import type { DrawAnswer, DrawRequest } from '../worker/protocol.js';

/** Something that answers draw requests: the worker, or this thread. */
export interface Drawer {
  /** What is posted is read and never changed. */
  post(request: DrawRequest): void;
  dispose(): void;
}

/** Makes a drawer that calls back with its answers, and once with `onDeath` when it can answer no more. */
export type CreateDrawer = (onAnswer: (answer: DrawAnswer) => void, onDeath: () => void) => Drawer;
