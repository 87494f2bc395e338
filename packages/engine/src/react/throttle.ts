import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** How often hooks that return values commit, unless told otherwise. */
export const defaultMaxFps = 10;

/** Passes values on at most so many times a second: the first at once, of the others the latest. */
export interface Throttle<T> {
  push(value: T): void;
  /** Forgets what waits; the next value passes at once. */
  reset(): void;
}

export function createThrottle<T>(maxFps: number, deliver: (value: T) => void): Throttle<T> {
  if (!(typeof maxFps === 'number' && maxFps > 0)) {
    throw new NeuroglowError(
      'invalid-option',
      `maxFps: expected a number greater than 0, got ${show(maxFps)}; leave it out for ${defaultMaxFps}.`,
    );
  }
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { readonly value: T } | null = null;

  function rest(): void {
    timer = setTimeout(() => {
      timer = null;
      if (waiting === null) return;
      const { value } = waiting;
      waiting = null;
      rest();
      deliver(value);
    }, 1000 / maxFps);
  }

  return {
    push(value) {
      if (timer !== null) {
        waiting = { value };
        return;
      }
      rest();
      deliver(value);
    },
    reset() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
