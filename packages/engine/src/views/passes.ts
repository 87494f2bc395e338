import { derivativeOf } from '../core/activate.js';
import type { Gradients } from '../core/backward.js';
import type { Cost } from '../core/configuration.js';
import { gradientsOfInputs } from '../core/dense.js';
import { layersOf } from '../core/describe.js';
import type { Layer } from '../core/network.js';
import { backwardOfInput } from './backwardPass.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { InputReference } from './references.js';
import { requireCost, requireTarget } from './requirements.js';
import { resolveInput } from './rows.js';

/**
 * One forward and one backward pass as data, in the order in which a teacher would explain it. The input must be a row of a data
 * set: without a target there is no cost to propagate back. Penalties are left out.
 */
export interface PassesView {
  readonly kind: 'passes';
  readonly input: InputReference;
}

export interface NeuronPass {
  readonly layer: number;
  readonly neuron: number;
  /** wᵢⱼ·aᵢ for every input i. */
  readonly contributions: Float32Array;
  readonly bias: number;
  readonly preActivation: number;
  readonly activation: number;
  /** f′(z) (softmax: the diagonal p(1−p)). */
  readonly slope: number;
  /**
   * ∂C/∂a, ∂C/∂z, ∂C/∂b and ∂C/∂wᵢⱼ for every input i. delta = activationGradient · slope, except for softmax, whose
   * neurons share one Jacobian, and where a is rounded to 0 or 1 (cross-entropy's ∂C/∂a may then be infinite; δ, from logits, is not).
   */
  readonly activationGradient: number;
  readonly delta: number;
  readonly biasGradient: number;
  readonly weightGradients: Float32Array;
}

export interface PassesFrame extends FrameBase<'passes'> {
  readonly input: Float32Array;
  readonly target: Float32Array;
  readonly cost: number;
  /** Neurons in forward order (layer 1 first); the backward pass reads it from the end. */
  readonly forward: readonly NeuronPass[];
}

export const passesView: StateViewDefinition<PassesView, 'parameters'> = {
  kind: 'passes',
  sort: 'state',
  fields: ['input'],

  needs({ input }, has) {
    requireTarget(input, has);
    requireCost(has);
    return { parameters: { layers: 'all' } };
  },
};

export const computePasses: ComputeView<typeof passesView, PassesFrame> = (view, { parameters: { flat } }, setting) => {
  const { input, target } = resolveInput(view.input, setting);
  const gradients = backwardOfInput(setting, flat, view.input);
  const layers = layersOf(setting.network, flat);
  const forward = layers.flatMap((layer, l) => {
    if (l === 0) return [];
    const next = layers[l + 1];
    const activationGradients = next
      ? sentBack(next, layer.neurons, gradients.deltas[l + 1]!)
      : costSlopes(setting.cost!, gradients.activations[l]!, target!);
    return passesOfLayer(layer, l, gradients, activationGradients);
  });
  const { runId, step } = setting;
  return { kind: 'passes', runId, step, input, target: target!, cost: gradients.cost, forward };
};

function passesOfLayer(
  layer: Layer,
  l: number,
  { activations, preActivations, deltas, layers }: Gradients,
  activationGradients: Float32Array,
): NeuronPass[] {
  const { neurons, weights, biases } = layer;
  const before = activations[l - 1]!;
  const inputs = before.length;
  // One buffer per layer, neuron after neuron, so that a frame has few buffers to transfer.
  const contributions = new Float32Array(neurons * inputs);
  const weightGradients = new Float32Array(neurons * inputs);
  return Array.from({ length: neurons }, (_, neuron) => {
    const from = neuron * inputs;
    for (let i = 0; i < inputs; i++) {
      contributions[from + i] = weights[i * neurons + neuron]! * before[i]!;
      weightGradients[from + i] = layers[l]!.weights[i * neurons + neuron]!;
    }
    const z = preActivations[l]![neuron]!;
    const a = activations[l]![neuron]!;
    return {
      layer: l,
      neuron,
      contributions: contributions.subarray(from, from + inputs),
      bias: biases[neuron]!,
      preActivation: z,
      activation: a,
      slope: derivativeOf(layer, z, a),
      activationGradient: activationGradients[neuron]!,
      delta: deltas[l]![neuron]!,
      biasGradient: layers[l]!.biases[neuron]!,
      weightGradients: weightGradients.subarray(from, from + inputs),
    };
  });
}

/** ∂C/∂a of a layer from δ of the next: Σⱼ wᵢⱼδⱼ. */
function sentBack(next: Layer, neurons: number, deltas: Float32Array): Float32Array {
  const gradient = new Float32Array(neurons);
  gradientsOfInputs<Float32Array>(deltas, 1, next.neurons, next.weights, neurons, gradient);
  return gradient;
}

/** ∂C/∂a of the output for one row: 2(a − y); (1 − y)/(1 − a) − y/a; −y/p. A term whose y (or 1 − y) is 0 is 0, also at the ends. */
function costSlopes(cost: Cost, activations: Float32Array, targets: Float32Array): Float32Array {
  const share = (part: number, whole: number): number => (part === 0 ? 0 : part / whole);
  return activations.map((a, j) => {
    const y = targets[j]!;
    if (cost === 'meanSquaredError') return 2 * (a - y);
    if (cost === 'binaryCrossEntropy') return share(1 - y, 1 - a) - share(y, a);
    return 0 - share(y, a);
  });
}
