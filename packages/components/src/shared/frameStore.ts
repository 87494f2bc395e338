/** Carries frames past React, from what receives them to what paints them; keeps the latest. */
export interface FrameStore<T> {
  readonly get: () => T | null;
  readonly set: (frame: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFrameStore<T>(initial: T | null = null): FrameStore<T> {
  let frame = initial;
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
