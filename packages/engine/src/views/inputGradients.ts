import { multiplyByDerivative } from '../core/activate.js';
import { NeuroglowError } from '../core/error.js';
import { checkInteger } from '../core/check.js';
import { gradientsOfInputs } from '../core/dense.js';
import { gradientOfRawInputs } from '../core/features.js';
import { pictureShape } from '../core/pictureShape.js';
import { layersOf } from '../core/describe.js';
import { show } from '../core/show.js';
import { backwardOfInput } from './backwardPass.js';
import type { ViewContext, ViewDefinition } from './context.js';
import { requireCost, requireInput, requireLayer, requireTarget } from './requirements.js';
import { resolveInput } from './rows.js';
import type { InputReference } from './view.js';

/** ∂/∂input of the cost, or of one neuron's activation. */
export const inputGradientsView: ViewDefinition<'inputGradients'> = {
  kind: 'inputGradients',
  sort: 'state',
  fields: ['input', 'of'],

  validate(view, capabilities) {
    const of: unknown = view.of;
    if (of === 'cost') {
      requireTarget(view.input, capabilities);
      requireCost(capabilities);
      return;
    }
    if (typeof of !== 'object' || of === null || !('layer' in of) || !('neuron' in of)) {
      throw new NeuroglowError(
        'invalid-view',
        `of: expected "cost" or { layer, neuron }, got ${show(of)}; say what to take the gradient of.`,
      );
    }
    requireInput(view.input, capabilities);
    requireLayer(of.layer, capabilities, 1, 'of.layer');
    const { neurons } = capabilities.network.layers[of.layer]!;
    checkInteger(of.neuron, 'of.neuron', 0, neurons - 1, 'invalid-view');
  },

  compute({ input, of }, context) {
    return {
      kind: 'inputGradients',
      runId: context.runId,
      step: context.step,
      gradient: gradientOfRawInputs(
        context.network,
        resolveInput(input, context).input,
        of === 'cost' ? gradientOfCost(context, input) : gradientOfNeuron(context, input, of.layer, of.neuron),
      ),
      shape: pictureShape(context.network.layers[0]!.shape),
    };
  },
};

/** ∂C/∂x = W₁δ₁. */
function gradientOfCost(context: ViewContext, input: InputReference): Float32Array {
  return throughLayer(context, 1, backwardOfInput(context, input).deltas[1]!);
}

/** ∂a/∂x: 1 at the neuron, sent back through f′ and W of its layer and of every layer before. */
function gradientOfNeuron(context: ViewContext, input: InputReference, layer: number, neuron: number): Float32Array {
  const { layers } = context.network;
  const { preActivations, activations } = context.forward(resolveInput(input, context).input, 1);
  let gradient = new Float32Array(layers[layer]!.neurons);
  gradient[neuron] = 1;
  for (let l = layer; l >= 1; l--) {
    multiplyByDerivative(layers[l]!, preActivations[l]!, activations[l]!, gradient, 1);
    gradient = throughLayer(context, l, gradient);
  }
  return gradient;
}

/** From δ of a layer to the gradient with respect to the activations of the layer before. */
function throughLayer(
  { network, parameters }: ViewContext,
  l: number,
  deltas: Float32Array,
): Float32Array<ArrayBuffer> {
  const layers = layersOf(network, parameters);
  const width = layers[l - 1]!.neurons;
  const gradient = new Float32Array(width);
  gradientsOfInputs<Float32Array>(deltas, 1, layers[l]!.neurons, layers[l]!.weights, width, gradient);
  return gradient;
}
