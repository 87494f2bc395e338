import type {
  ActivationsFrame,
  Frame,
  GradientsFrame,
  InputReference,
  ParametersFrame,
  PassesFrame,
  TrainingSource,
} from '@neuroglow/engine';
import type { GraphNeed } from '../quantities/graphFrames.js';
import type { PassKind } from './pass.js';

/** One pass of one input at one step, every number of it. */
export interface ReadPass {
  readonly step: number;
  readonly frames: readonly (readonly [GraphNeed, Frame])[];
  /** f′(z); null where the pass goes forward only. */
  readonly slopes: readonly Float32Array[] | null;
  /** null where the pass goes forward only. */
  readonly cost: number | null;
}

/**
 * Reads a pass whose numbers all belong to one step: what the network is, and what one input does in it.
 * @throws `unsupported` where the source cannot give it.
 */
export async function readPass(
  source: TrainingSource,
  input: InputReference,
  kind: PassKind,
  at: 'live' | number,
): Promise<ReadPass> {
  const view = kind === 'forward' ? ({ kind: 'activations', input } as const) : ({ kind: 'passes', input } as const);
  const [parameters, pass] = await source.readAll([{ kind: 'parameters' }, view], { at });
  const { step } = parameters;
  const ofParameters = [{ view: { kind: 'parameters' }, isOwn: true }, parameters] as const;
  const ofActivations: GraphNeed = { view: { kind: 'activations', input }, isOwn: true };
  if (pass.kind === 'activations') {
    return { step, frames: [ofParameters, [ofActivations, pass]], slopes: null, cost: null };
  }
  const { activations, gradients, slopes } = framesOfPass(pass, parameters);
  const ofGradients: GraphNeed = { view: { kind: 'gradients', of: input }, isOwn: true };
  return {
    step,
    frames: [ofParameters, [ofActivations, activations], [ofGradients, gradients]],
    slopes,
    cost: pass.cost,
  };
}

/** A pass neuron by neuron, turned into frames with an array per layer. */
function framesOfPass(
  { runId, step, input, target, cost, forward }: PassesFrame,
  { layers }: ParametersFrame,
): {
  readonly activations: ActivationsFrame;
  readonly gradients: GradientsFrame;
  readonly slopes: readonly Float32Array[];
} {
  const sizes = layers.map(({ biases }, layer) => (layer === 0 ? input.length : biases.length));
  const perNeuron = (): Float32Array[] => sizes.map((neurons, layer) => new Float32Array(layer === 0 ? 0 : neurons));
  const withInput = (): Float32Array[] => [input.slice(), ...perNeuron().slice(1)];
  const activations = withInput();
  const preActivations = withInput();
  const slopes = perNeuron();
  const deltas = perNeuron();
  const biasGradients = perNeuron();
  const weightGradients = layers.map(({ weights }) => new Float32Array(weights.length));
  for (const neuron of forward) {
    const { layer, neuron: at } = neuron;
    const neurons = sizes[layer]!;
    activations[layer]![at] = neuron.activation;
    preActivations[layer]![at] = neuron.preActivation;
    slopes[layer]![at] = neuron.slope;
    deltas[layer]![at] = neuron.delta;
    biasGradients[layer]![at] = neuron.biasGradient;
    neuron.weightGradients.forEach((gradient, from) => {
      weightGradients[layer]![from * neurons + at] = gradient;
    });
  }
  return {
    activations: { kind: 'activations', runId, step, activations, preActivations, target },
    gradients: {
      ...{ kind: 'gradients', runId, step, of: 'sample', rows: 1, cost, deltas },
      layers: weightGradients.map((weights, layer) => ({ weights, biases: biasGradients[layer]! })),
    },
    slopes,
  };
}
