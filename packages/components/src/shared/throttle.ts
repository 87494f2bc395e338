/** Runs something at most once in so many milliseconds: at once after a rest, and once more at the end for what came meanwhile. */
export interface Throttle {
  readonly request: () => void;
  readonly stop: () => void;
}

export function createThrottle(interval: number, run: () => void): Throttle {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (!waiting) return;
      waiting = false;
      rest();
      run();
    }, interval);
  };
  return {
    request() {
      if (timer !== null) {
        waiting = true;
        return;
      }
      rest();
      run();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = false;
    },
  };
}
