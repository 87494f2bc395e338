import { noNumbers, type GraphNumbers } from './numbers.js';

/** Carries numbers past React to what draws them. */
export interface NumbersStore {
  readonly get: () => GraphNumbers;
  /** Takes new numbers in. A function computes them from the latest, also while others are held. */
  readonly update: (change: Partial<GraphNumbers> | ((latest: GraphNumbers) => Partial<GraphNumbers>)) => void;
  readonly clear: () => void;
  /**
   * Shows these numbers until they are released; numbers that arrive meanwhile are kept for then. A function computes what to show from the
   * latest numbers.
   */
  readonly hold: (shown: GraphNumbers | ((latest: GraphNumbers) => GraphNumbers)) => void;
  /** Shows the latest numbers. With `keep`, the held ones become the latest, unless a newer step has arrived. */
  readonly release: (keep?: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNumbersStore(): NumbersStore {
  let numbers = noNumbers;
  let held: GraphNumbers | null = null;
  let make: ((latest: GraphNumbers) => GraphNumbers) | null = null;
  const listeners = new Set<() => void>();
  const callListeners = (): void => {
    for (const listener of [...listeners]) listener();
  };
  // Computed when it is read: several frames may arrive before that.
  const get = (): GraphNumbers => (make === null ? (held ?? numbers) : (held ??= make(numbers)));
  return {
    get,
    update(change) {
      numbers = { ...numbers, ...(typeof change === 'function' ? change(numbers) : change) };
      if (make !== null) held = null;
      if (held === null) callListeners();
    },
    clear() {
      numbers = noNumbers;
      held = make = null;
      callListeners();
    },
    hold(shown) {
      [held, make] = typeof shown === 'function' ? [null, shown] : [shown, null];
      callListeners();
    },
    release(keep = false) {
      if (held === null && make === null) return;
      const shown = get();
      if (keep && numbers.runId === shown.runId && numbers.step === shown.step) numbers = shown;
      held = make = null;
      callListeners();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
