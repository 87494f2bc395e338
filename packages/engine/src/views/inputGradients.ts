import { multiplyByDerivative } from '../core/activate.js';
import { NeuroglowError } from '../core/error.js';
import { checkInteger } from '../core/check.js';
import { gradientsOfInputs } from '../core/dense.js';
import { gradientOfRawInputs } from '../core/features.js';
import { pictureShape } from '../core/pictureShape.js';
import { show } from '../core/show.js';
import { backwardOfInput } from './backwardPass.js';
import type { ViewSetting } from './context.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { GivenActivations, GivenParameters } from './needs.js';
import type { InputReference } from './references.js';
import { requireCost, requireInput, requireLayer, requireNetwork, requireTarget } from './requirements.js';
import { resolveInput, sampleInput } from './rows.js';

/** ∂/∂input of the cost (of a row of a data set), or of one neuron's activation (of any input; layer ≥ 1). */
export interface InputGradientsView {
  readonly kind: 'inputGradients';
  readonly input: InputReference;
  readonly of: 'cost' | { readonly layer: number; readonly neuron: number };
}

export interface InputGradientsFrame extends FrameBase<'inputGradients'> {
  readonly gradient: Float32Array;
  readonly shape: readonly [number, number] | null;
}

export const inputGradientsView: StateViewDefinition<InputGradientsView, 'parameters', 'activations'> = {
  kind: 'inputGradients',
  sort: 'state',
  fields: ['input', 'of'],

  needs(view, capabilities) {
    const parameters = { layers: 'all' } as const;
    const of: unknown = view.of;
    if (of === 'cost') {
      requireTarget(view.input, capabilities);
      requireCost(capabilities);
      return { parameters };
    }
    if (typeof of !== 'object' || of === null || !('layer' in of) || !('neuron' in of)) {
      throw new NeuroglowError(
        'invalid-view',
        `of: expected "cost" or { layer, neuron }, got ${show(of)}; say what to take the gradient of.`,
      );
    }
    requireInput(view.input, capabilities);
    requireLayer(of.layer, capabilities, 1, 'of.layer');
    const { neurons } = requireNetwork(capabilities).layers[of.layer]!;
    checkInteger(of.neuron, 'of.neuron', 0, neurons - 1, 'invalid-view');
    const { input } = view;
    return { parameters, activations: { rows: (setting) => sampleInput(input, setting), layers: 'all' } };
  },
};

export const computeInputGradients: ComputeView<typeof inputGradientsView, InputGradientsFrame> = (
  { input, of },
  { parameters, activations },
  setting,
) => {
  const { network, runId, step } = setting;
  const gradient =
    of === 'cost'
      ? gradientOfCost(setting, parameters, input)
      : gradientOfNeuron(setting, parameters, activations!, of.layer, of.neuron);
  return {
    kind: 'inputGradients',
    runId,
    step,
    gradient: gradientOfRawInputs(network, resolveInput(input, setting).input, gradient),
    shape: pictureShape(network.layers[0]!.shape),
  };
};

/** ∂C/∂x = W₁δ₁. */
function gradientOfCost(setting: ViewSetting, parameters: GivenParameters, input: InputReference): Float32Array {
  return throughLayer(setting, parameters, 1, backwardOfInput(setting, parameters.flat, input).deltas[1]!);
}

/** ∂a/∂x: 1 at the neuron, propagated back through f′ and W of its layer and of every layer before. */
function gradientOfNeuron(
  setting: ViewSetting,
  parameters: GivenParameters,
  passed: GivenActivations,
  layer: number,
  neuron: number,
): Float32Array {
  const { layers } = setting.network;
  let gradient = new Float32Array(layers[layer]!.neurons);
  gradient[neuron] = 1;
  passed.visit(({ preActivations, activations }) => {
    for (let l = layer; l >= 1; l--) {
      multiplyByDerivative(layers[l]!, preActivations[l]!, activations[l]!, gradient, 1);
      gradient = throughLayer(setting, parameters, l, gradient);
    }
  });
  return gradient;
}

/** From δ of a layer to the gradient with respect to the activations of the layer before. */
function throughLayer(
  { network: { layers } }: ViewSetting,
  parameters: GivenParameters,
  l: number,
  deltas: Float32Array,
): Float32Array<ArrayBuffer> {
  const width = layers[l - 1]!.neurons;
  const gradient = new Float32Array(width);
  gradientsOfInputs<Float32Array>(deltas, 1, layers[l]!.neurons, parameters.layers[l]!.weights, width, gradient);
  return gradient;
}
