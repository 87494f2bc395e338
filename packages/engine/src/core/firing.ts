import { winnerOf } from './accuracy.js';
import type { ActivatedLayer } from './activate.js';
import { activationFunctions } from './activations/registry.js';

// Whether a neuron fires, and whether its function is flat where it stands. Statistics, marks and pictures all use these functions.

/** A function counts as flat where |f′| is below this share of its maximum. */
export const flatBelow = 0.05;

/** Whether firing is defined for a layer's neurons. It is not for inputs, nor for linear and sin, which have no threshold of their own. */
export function firingIsDefined({ activation }: Pick<ActivatedLayer, 'activation'>): boolean {
  return activation !== null && activationFunctions[activation].fires !== null;
}

/**
 * Whether a neuron fires: z > 0; for softmax whether it is the winner, the first one on a tie. null where firing is undefined.
 * @param z pre-activations of the whole layer, one row
 */
export function isFiring(
  { activation, neurons }: Pick<ActivatedLayer, 'activation' | 'neurons'>,
  z: ArrayLike<number>,
  neuron: number,
): boolean | null {
  const fires = activation === null ? null : activationFunctions[activation].fires;
  if (fires === null) return null;
  return fires === 'winner' ? winnerOf(z, 0, neurons) === neuron : z[neuron]! > 0;
}

/** Adds 1 for every row and neuron that fires, z being [rows × neurons]. Nothing where firing is undefined. */
export function countFirings(layer: ActivatedLayer, z: ArrayLike<number>, rows: number, counts: Float64Array): void {
  const { activation, neurons } = layer;
  const fires = activation === null ? null : activationFunctions[activation].fires;
  if (fires === null) return;
  for (let row = 0; row < rows; row++) {
    const from = row * neurons;
    if (fires === 'winner') counts[winnerOf(z, from, neurons)]!++;
    else for (let j = 0; j < neurons; j++) if (z[from + j]! > 0) counts[j]!++;
  }
}

/** Whether a silent neuron has a constant output, as with relu: one that never fires then cannot learn. */
export function silenceIsFinal({ activation, slope }: Pick<ActivatedLayer, 'activation' | 'slope'>): boolean {
  if (activation === null) return false;
  const { f, derivative, fires } = activationFunctions[activation];
  return fires === 'positive' && f !== null && derivative(-1, f(-1, slope), slope) === 0;
}

/** Whether the function is flat at z: |f′(z)| < 0.05·max |f′|. Never for an input or for NaN. `a` is f(z). */
export function isFlat(
  { activation, slope }: Pick<ActivatedLayer, 'activation' | 'slope'>,
  z: number,
  a: number,
): boolean {
  if (activation === null || Number.isNaN(z)) return false;
  const { derivative, steepest } = activationFunctions[activation];
  return Math.abs(derivative(z, a, slope)) < flatBelow * steepest(slope);
}
