import type { ActivatedLayer } from '../../core/activate.js';
import { activationFunctions } from '../../core/activations/registry.js';

// The number whose sign says whether a neuron fires, and the band around zero in which its state stays what it was.

/** Half the band of sigmoid, tanh and softmax, in units of z. */
export const firingBand = 0.4;
/** Half the band of the relu family, as a share of the standard deviation of the neuron's z over the evaluation set. */
export const firingBandShare = 0.1;

type FiringLayer = Pick<ActivatedLayer, 'activation' | 'neurons'>;

/** How a layer's neurons fire. */
export type FiringRule =
  /** z above a threshold; states are equals: a neuron is *switched*. */
  | 'switched'
  /** z above a threshold; a neuron is *on* or *off*. */
  | 'onOff'
  /** The winner, by its margin over the runner-up. */
  | 'winner';

/**
 * How a layer's neurons fire, as its activation function says; null where firing is undefined. With a threshold it is defined for sin and
 * linear too, which are then *on* or *off*.
 */
export function firingRule({ activation }: Pick<FiringLayer, 'activation'>, threshold?: number): FiringRule | null {
  if (activation === null) return null;
  const { fires, symmetric } = activationFunctions[activation];
  if (fires === null) return threshold === undefined ? null : 'onOff';
  if (fires === 'winner') return 'winner';
  return symmetric ? 'switched' : 'onOff';
}

/**
 * Writes the signal of every neuron of one row: z − threshold; for softmax a neuron's margin, z minus the largest z of the others. A neuron
 * fires where its signal is > 0. NaN throughout where firing is undefined.
 * @param z pre-activations, [rows × neurons]
 * @param from where the row begins in `z`
 * @param at where the signals begin in `into`
 * @param threshold of z, default 0; softmax has none
 */
export function firingSignals(
  layer: FiringLayer,
  z: ArrayLike<number>,
  from: number,
  into: Float32Array | Float64Array,
  at: number,
  threshold?: number,
): void {
  const { neurons } = layer;
  const rule = firingRule(layer, threshold);
  if (rule === null) into.fill(NaN, at, at + neurons);
  else if (rule === 'winner') writeMargins(z, from, neurons, into, at);
  else for (let j = 0; j < neurons; j++) into[at + j] = z[from + j]! - (threshold ?? 0);
}

function writeMargins(
  z: ArrayLike<number>,
  from: number,
  neurons: number,
  into: Float32Array | Float64Array,
  at: number,
): void {
  let winner = 0;
  let second = -1;
  for (let j = 1; j < neurons; j++) {
    if (z[from + j]! > z[from + winner]!) {
      second = winner;
      winner = j;
    } else if (second < 0 || z[from + j]! > z[from + second]!) second = j;
  }
  // A single output always wins.
  const runnerUp = second < 0 ? -Infinity : z[from + second]!;
  for (let j = 0; j < neurons; j++) into[at + j] = z[from + j]! - (j === winner ? runnerUp : z[from + winner]!);
}

/**
 * Half the band of each neuron of a layer: ±0.4 for sigmoid, tanh and softmax's margin; for the relu family, sin and linear 0.1 times the
 * standard deviation of the neuron's z over the evaluation set, at the last step.
 * @param z of the evaluation set, [rows × neurons]
 */
export function firingBands(layer: FiringLayer, z: ArrayLike<number>, rows: number, threshold?: number): Float64Array {
  const { neurons } = layer;
  const bands = new Float64Array(neurons).fill(firingBand);
  if (firingRule(layer, threshold) !== 'onOff') return bands;
  for (let j = 0; j < neurons; j++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += z[row * neurons + j]!;
    const mean = sum / rows;
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += (z[row * neurons + j]! - mean) ** 2;
    bands[j] = firingBandShare * Math.sqrt(squares / rows);
  }
  return bands;
}
