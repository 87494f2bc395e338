/** Runs a function at most once per interval: the first call at once, later calls together when the interval ends. */
export interface Throttle<Arguments extends readonly unknown[]> {
  readonly request: (...values: Arguments) => void;
  /** Drops the pending call; the next one runs at once. */
  readonly reset: () => void;
}

/** @param interval Milliseconds. */
export function createThrottle<Arguments extends readonly unknown[]>(
  interval: number,
  run: (...values: Arguments) => void,
): Throttle<Arguments> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: Arguments | null = null;

  function pause(): void {
    timer = setTimeout(() => {
      timer = null;
      if (waiting === null) return;
      const values = waiting;
      waiting = null;
      pause();
      run(...values);
    }, interval);
  }

  return {
    request(...values) {
      if (timer !== null) {
        waiting = values;
        return;
      }
      pause();
      run(...values);
    },
    reset() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
