import { expandFeatures, rawInputs } from './features.js';
import { activationFunctions } from './activations/registry.js';
import { backward, type Batch } from './backward.js';
import { checkObject } from './check.js';
import { summedCost } from './costs.js';
import type { Cost } from './configuration.js';
import { descriptionOf, networkOf } from './createNetwork.js';
import { parameterLayout } from './describe.js';
import { checkNetwork, checkRows } from './forward.js';
import type { FloatArray, Network } from './network.js';
import type { LayerActivations } from './trainer.js';
import { allocateForward, passForward } from './pass.js';

/** One parameter's two gradients. */
export interface CheckedGradient {
  /** Index in the parameters' layout. */
  readonly index: number;
  readonly layer: number;
  readonly kind: 'weight' | 'bias';
  /** By backpropagation. */
  readonly gradient: number;
  /** By central differences. */
  readonly difference: number;
  /** |g − ĝ| as a share of the tolerance; above 1 the check fails. */
  readonly error: number;
}

export interface GradientCheck {
  readonly passed: boolean;
  readonly checked: number;
  /** Parameters left out because ±h carries a neuron over a kink of its function (relu, leakyRelu, elu). */
  readonly skipped: number;
  /** The parameter of the greatest error; null where all were skipped. */
  readonly worst: CheckedGradient | null;
}

/**
 * Compares backpropagation with central differences ĝ = (C(θ+h) − C(θ−h))/2h, all in float64, h = 1e-5·max(1, |θ|). Passes where
 * |g − ĝ| ≤ 1e-6·max(|g|, |ĝ|) + 1e-9 for every parameter. Takes two forward passes a parameter: for small networks.
 * @throws as `backward`.
 */
export function gradientCheck(network: Network<FloatArray>, batch: Batch<FloatArray>, cost: Cost): GradientCheck {
  checkNetwork(network);
  checkObject(batch, 'batch', 'invalid-input');
  const rows = checkRows(rawInputs(network), batch.inputs, batch.rows, 'batch.inputs');
  checkRows(network.layers.at(-1)!.neurons, batch.targets, rows, 'batch.targets');
  const precise = networkOf(descriptionOf(network), Float64Array.from(network.parameters));
  const inputs = Float64Array.from(batch.inputs);
  const targets = Float64Array.from(batch.targets);
  const { gradients } = backward(precise, { inputs, targets, rows }, cost);
  const room = allocateForward(precise, rows);
  room.activations[0]!.set(expandFeatures(precise, inputs, rows));
  const last = precise.layers.length - 1;
  const costAt = (): number => {
    passForward(precise.layers, room, rows);
    const outputs = precise.layers[last]!.neurons;
    return summedCost(cost, room.preActivations[last]!, room.activations[last]!, targets, rows, outputs) / rows;
  };

  const { layers } = parameterLayout(precise);
  const sides = { above: [] as boolean[], below: [] as boolean[] };
  let checked = 0;
  let skipped = 0;
  let worst: CheckedGradient | null = null;
  for (let index = 0; index < gradients.length; index++) {
    const value = precise.parameters[index]!;
    const h = 1e-5 * Math.max(1, Math.abs(value));
    precise.parameters[index] = value + h;
    const above = costAt();
    readSides(precise, room, sides.above);
    precise.parameters[index] = value - h;
    const below = costAt();
    readSides(precise, room, sides.below);
    precise.parameters[index] = value;
    if (sides.above.some((side, k) => side !== sides.below[k])) {
      skipped++;
      continue;
    }
    checked++;
    const gradient = gradients[index]!;
    const difference = (above - below) / (2 * h);
    const tolerance = 1e-6 * Math.max(Math.abs(gradient), Math.abs(difference)) + 1e-9;
    const error = Math.abs(gradient - difference) / tolerance;
    if (worst === null || !(error <= worst.error)) {
      const layer = layers.findIndex(({ biases }) => index < biases.offset + biases.length);
      const kind = index < layers[layer]!.biases.offset ? 'weight' : 'bias';
      worst = { index, layer, kind, gradient, difference, error };
    }
  }
  return { passed: worst === null || worst.error <= 1, checked, skipped, worst };
}

/** On which side of each kink of its function every pre-activation lies. */
function readSides(network: Network<Float64Array>, room: LayerActivations<Float64Array>, sides: boolean[]): void {
  sides.length = 0;
  network.layers.forEach(({ activation }, l) => {
    if (l === 0 || activation === null) return;
    for (const kink of activationFunctions[activation].kinks) {
      for (const z of room.preActivations[l]!) sides.push(z > kink);
    }
  });
}
