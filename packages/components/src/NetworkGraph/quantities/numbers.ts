/** Everything that a graph may show, as it came with the latest frames. Arrays belong to their frames: read only. */
export interface GraphNumbers {
  /** Names the run: running domains start anew with another. */
  readonly runId: string;
  readonly step: number;
  /** [l] row-major [inputs × neurons], empty at l = 0; null while unknown. */
  readonly weights: readonly Float32Array[] | null;
  readonly biases: readonly Float32Array[] | null;
  /** [l][neuron]; index 0 holds the input. */
  readonly activations: readonly Float32Array[] | null;
  readonly preActivations: readonly Float32Array[] | null;
  readonly target: Float32Array | null;
  /** f′(z), known while a pass is shown. */
  readonly slopes: readonly Float32Array[] | null;
  /** ∂C/∂z, ∂C/∂w, ∂C/∂b. */
  readonly deltas: readonly Float32Array[] | null;
  readonly weightGradients: readonly Float32Array[] | null;
  readonly biasGradients: readonly Float32Array[] | null;
  readonly firingRates: readonly Float32Array[] | null;
  /** Activations at the step that changes are counted from. */
  readonly formerActivations: readonly Float32Array[] | null;
  /** [l][neuron] 1 dead, 2 saturated. */
  readonly flags: readonly Uint8Array[] | null;
  /** Pictures in the neurons of one layer, neuron-major. */
  readonly glyphs: { readonly rows: number; readonly columns: number; readonly values: Float32Array } | null;
}

export const noNumbers: GraphNumbers = {
  runId: '',
  step: 0,
  weights: null,
  biases: null,
  activations: null,
  preActivations: null,
  target: null,
  slopes: null,
  deltas: null,
  weightGradients: null,
  biasGradients: null,
  firingRates: null,
  formerActivations: null,
  flags: null,
  glyphs: null,
};

/** Carries frames past React to what paints them. */
export interface NumbersStore {
  readonly get: () => GraphNumbers;
  /** Takes new numbers in; what belongs to another run is forgotten, but for what `change` brings. */
  readonly update: (change: Partial<GraphNumbers>) => void;
  readonly clear: () => void;
  /**
   * Shows these numbers until they are released; what comes meanwhile is kept for then. A function shows what it makes of whatever has
   * come last.
   */
  readonly hold: (shown: GraphNumbers | ((latest: GraphNumbers) => GraphNumbers)) => void;
  /** Shows what has come. With `keep`, what was held has come last, unless something newer has. */
  readonly release: (keep?: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNumbersStore(): NumbersStore {
  let numbers = noNumbers;
  let held: GraphNumbers | null = null;
  let make: ((latest: GraphNumbers) => GraphNumbers) | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  // Made when it is looked at: several frames may come before that.
  const get = (): GraphNumbers => (make === null ? (held ?? numbers) : (held ??= make(numbers)));
  return {
    get,
    update(change) {
      numbers = { ...numbers, ...change };
      if (make !== null) held = null;
      if (held === null) tell();
    },
    clear() {
      numbers = noNumbers;
      held = make = null;
      tell();
    },
    hold(shown) {
      [held, make] = typeof shown === 'function' ? [null, shown] : [shown, null];
      tell();
    },
    release(keep = false) {
      if (held === null && make === null) return;
      const shown = get();
      if (keep && numbers.runId === shown.runId && numbers.step === shown.step) numbers = shown;
      held = make = null;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
