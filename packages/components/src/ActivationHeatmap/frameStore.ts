/** Carries frames past React, from what receives them to what paints them; keeps the latest. */
export interface FrameStore<T> {
  readonly get: () => T | null;
  readonly set: (frame: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFrameStore<T>(): FrameStore<T> {
  let frame: T | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => frame,
    set(next) {
      frame = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The numbers of one frame, ready to be painted. */
export interface CellFrame {
  /** All values painted, in the order of the layout's blocks. */
  readonly values: Float32Array;
  /** For each group a value a neuron, to be told and shown as a dot; null while there are none. */
  readonly readings: readonly (ArrayLike<number> | null)[];
}
