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
import {
  requireCost,
  requireInput,
  requireLayer,
  requireNetwork,
  requireQuantity,
  requireTarget,
} from './requirements.js';
import { resolveInput, sampleInput } from './rows.js';

/**
 * ∂/∂input of the cost (of a row of a data set), or of a neuron (of any input; layer ≥ 1), or of every neuron of a layer. A gradient is local: it
 * says what a small change of this input would do, and differs for another input.
 */
export interface InputGradientsView {
  readonly kind: 'inputGradients';
  readonly input: InputReference;
  readonly of:
    | 'cost'
    | {
        readonly layer: number;
        /** Default: every neuron of the layer; neurons × inputs is at most 2²⁴. */
        readonly neuron?: number;
        /** Default 'activation'. */
        readonly quantity?: 'activation' | 'preActivation';
      };
}

export interface InputGradientsFrame extends FrameBase<'inputGradients'> {
  /** [raw inputs]; [neurons × raw inputs] for every neuron of a layer. */
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
    if (typeof of !== 'object' || of === null || !('layer' in of)) {
      throw new NeuroglowError(
        'invalid-view',
        `of: expected "cost", { layer } or { layer, neuron }, got ${show(of)}; say what to take the gradient of.`,
      );
    }
    requireInput(view.input, capabilities);
    requireLayer(of.layer, capabilities, 1, 'of.layer');
    const { neurons } = requireNetwork(capabilities).layers[of.layer]!;
    if ('neuron' in of && of.neuron !== undefined) {
      checkInteger(of.neuron, 'of.neuron', 0, neurons - 1, 'invalid-view');
    } else {
      requireFewValues(neurons * requireNetwork(capabilities).layers[0]!.neurons);
    }
    if ('quantity' in of) requireQuantity(of.quantity, 'of.quantity');
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
  const raw = resolveInput(input, setting).input;
  const gradients =
    of === 'cost'
      ? [gradientOfCost(setting, parameters, input)]
      : gradientsOfNeurons(setting, parameters, activations!, of);
  const ofRaw = gradients.map((gradient) => gradientOfRawInputs(network, raw, gradient));
  const gradient = ofRaw.length === 1 ? ofRaw[0]! : new Float32Array(ofRaw.length * raw.length);
  if (ofRaw.length > 1) for (const [neuron, part] of ofRaw.entries()) gradient.set(part, neuron * raw.length);
  return { kind: 'inputGradients', runId, step, gradient, shape: pictureShape(network.layers[0]!.shape) };
};

/** ∂C/∂x = W₁δ₁. */
function gradientOfCost(setting: ViewSetting, parameters: GivenParameters, input: InputReference): Float32Array {
  return throughLayer(setting, parameters, 1, backwardOfInput(setting, parameters.flat, input).deltas[1]!);
}

/** ∂a/∂x or ∂z/∂x: 1 at the neuron, propagated back through f′ (for z not through that of its own layer) and W of every layer. */
function gradientsOfNeurons(
  setting: ViewSetting,
  parameters: GivenParameters,
  passed: GivenActivations,
  { layer, neuron, quantity = 'activation' }: Exclude<InputGradientsView['of'], 'cost'>,
): Float32Array[] {
  const { layers } = setting.network;
  const { neurons } = layers[layer]!;
  const chosen = neuron === undefined ? Array.from({ length: neurons }, (_, at) => at) : [neuron];
  let found: Float32Array[] = [];
  passed.visit(({ preActivations, activations }) => {
    found = chosen.map((at) => {
      let gradient = new Float32Array(neurons);
      gradient[at] = 1;
      for (let l = layer; l >= 1; l--) {
        if (l < layer || quantity === 'activation') {
          multiplyByDerivative(layers[l]!, preActivations[l]!, activations[l]!, gradient, 1);
        }
        gradient = throughLayer(setting, parameters, l, gradient);
      }
      return gradient;
    });
  });
  return found;
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

const mostValues = 0x100_0000;

function requireFewValues(values: number): void {
  if (values <= mostValues) return;
  throw new NeuroglowError(
    'too-large',
    `of: expected at most ${mostValues} values for all neurons, got ${values}; name one neuron.`,
  );
}
