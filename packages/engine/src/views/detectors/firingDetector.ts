import { checkInteger, checkNumber } from '../../core/check.js';
import { NeuroglowError } from '../../core/error.js';

/** A signal that has switched. */
export interface Switch {
  /** Which signal: a neuron for a probe, in the caller's order. */
  readonly signal: number;
  /** Whether it fires now. */
  readonly fires: boolean;
  /** The first step on the new side of the threshold, after the last crossing before the far edge of the band. */
  readonly step: number;
  /** The step at which it had left the far edge, and had stayed on the new side for the minimum dwell. */
  readonly confirmedAt: number;
}

/** A signal that has crossed the threshold and not (yet) the far edge of its band. */
export interface Crossing {
  readonly signal: number;
  /** Which side it is on now. */
  readonly fires: boolean;
  readonly step: number;
}

export interface FiringDetectorOptions {
  /** How many signals: neurons × probes, for example. */
  readonly signals: number;
  /** Half the band around 0, one number ≥ 0 for all signals or one each. */
  readonly band: number | ArrayLike<number>;
  /** A switch is confirmed no sooner than this many steps after its crossing. Default 0. */
  readonly dwell?: number;
}

const unknown = 0;
const fires = 1;
const silent = -1;

/**
 * Finds firing events step by step. A signal is z minus its threshold, or a margin (see `firingSignals`): it fires where it is > 0.
 *
 * A signal's state is unknown until it first leaves the band [−band, +band]; that first exit is no event. From then on an event is a crossing
 * of 0 followed by leaving the band on the far side. `step` is the last crossing before that. Values that are not numbers are passed over.
 */
export class FiringDetector {
  readonly #signals: number;
  readonly #bands: Float64Array;
  readonly #dwell: number;
  readonly #states: Int8Array;
  readonly #sides: Int8Array;
  /** Step of each signal's latest crossing. */
  readonly #crossed: Float64Array;
  #step = -Infinity;

  /** @throws `invalid-option` */
  constructor({ signals, band, dwell = 0 }: FiringDetectorOptions) {
    checkInteger(signals, 'signals', 0, 0xffffffff);
    checkNumber(dwell, 'dwell', 'a number of steps ≥ 0', (value) => value >= 0);
    this.#signals = signals;
    this.#dwell = dwell;
    this.#bands = checkBands(signals, band);
    this.#states = new Int8Array(signals);
    this.#sides = new Int8Array(signals);
    this.#crossed = new Float64Array(signals);
  }

  /**
   * Takes the signals of the next step, and gives the switches that it confirms to `onSwitch`, by ascending signal.
   * @param values one per signal, from `offset` on
   * @throws `invalid-option` for a step that does not come after the one before
   */
  push(step: number, values: ArrayLike<number>, onSwitch: (event: Switch) => void, offset = 0): void {
    checkNumber(step, 'step', `a step after ${this.#step}`, (value) => value > this.#step);
    this.#step = step;
    for (let k = 0; k < this.#signals; k++) {
      const value = values[offset + k]!;
      if (Number.isNaN(value)) continue;
      const side = value > 0 ? fires : silent;
      if (side !== this.#sides[k]) {
        this.#sides[k] = side;
        this.#crossed[k] = step;
      }
      const state = this.#states[k]!;
      if (side === state || Math.abs(value) <= this.#bands[k]!) continue;
      if (state === unknown) this.#states[k] = side;
      else if (step - this.#crossed[k]! >= this.#dwell) {
        this.#states[k] = side;
        onSwitch({ signal: k, fires: side === fires, step: this.#crossed[k]!, confirmedAt: step });
      }
    }
  }

  /** Whether a signal fires: its latest confirmed state; null while unknown. */
  state(signal: number): boolean | null {
    const state = this.#states[signal]!;
    return state === unknown ? null : state === fires;
  }

  /** The crossings that are not confirmed yet: provisional, for they may be taken back. */
  crossings(): readonly Crossing[] {
    const found: Crossing[] = [];
    for (let k = 0; k < this.#signals; k++) {
      const side = this.#sides[k]!;
      const state = this.#states[k]!;
      if (state !== unknown && side !== state)
        found.push({ signal: k, fires: side === fires, step: this.#crossed[k]! });
    }
    return found;
  }
}

function checkBands(signals: number, band: number | ArrayLike<number>): Float64Array {
  const bands = typeof band === 'number' ? new Float64Array(signals).fill(band) : Float64Array.from(band);
  if (bands.length === signals && bands.every((half) => half >= 0)) return bands;
  throw new NeuroglowError(
    'invalid-option',
    `band: expected a number ≥ 0, or ${signals} of them, got ${typeof band === 'number' ? band : `${bands.length} numbers`}; give half the width around the threshold.`,
  );
}
