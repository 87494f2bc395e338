import { derivativeOf } from '../core/activate.js';
import type { Gradients } from '../core/backward.js';
import type { Cost } from '../core/configuration.js';
import { gradientsOfInputs } from '../core/dense.js';
import { layersOf } from '../core/describe.js';
import type { Layer } from '../core/network.js';
import { backwardOfInput } from './backwardPass.js';
import type { ViewDefinition } from './definition.js';
import { requireCost, requireTarget } from './requirements.js';
import { resolveInput } from './rows.js';
import type { NeuronPass } from './view.js';

/** One forward and one backward pass, number by number; by `core/`, whatever trains. */
export const passesView: ViewDefinition<'passes', 'parameters'> = {
  kind: 'passes',
  sort: 'state',
  fields: ['input'],

  needs({ input }, has) {
    requireTarget(input, has);
    requireCost(has);
    return { parameters: { layers: 'all' } };
  },

  compute(view, { parameters: { flat } }, setting) {
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
  },
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
  // One buffer a layer, neuron after neuron: a frame then has few buffers to transfer.
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
