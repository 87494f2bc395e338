/** Lets a drawing happen at most once in so many milliseconds, in an animation frame; the latest wish is always drawn. */
export interface Pacer {
  readonly request: () => void;
  readonly stop: () => void;
}

export function createPacer(view: Window, draw: () => void, interval = 1000 / 60): Pacer {
  let handle = 0;
  let last = -Infinity;
  const tick = (now: number): void => {
    // A display frame is never exactly as long as the last: half of one early is on time.
    if (now - last < interval - 8) {
      handle = view.requestAnimationFrame(tick);
      return;
    }
    handle = 0;
    last = now;
    draw();
  };
  return {
    request() {
      if (handle === 0) handle = view.requestAnimationFrame(tick);
    },
    stop() {
      if (handle !== 0) view.cancelAnimationFrame(handle);
      handle = 0;
    },
  };
}
