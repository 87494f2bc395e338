import type { InputReference, ParametersFrame, PassesFrame, TrainingSource } from '@neuroglow/engine';
import { noNumbers, type GraphNumbers } from '../quantities/numbers.js';
import type { PassKind } from './pass.js';

/** One pass of one input at one step, every number of it. */
export interface ReadPass {
  readonly numbers: GraphNumbers;
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
  const known = numbersOfParameters(parameters);
  if (pass.kind === 'passes') return { numbers: { ...known, ...numbersOfPass(pass, parameters) }, cost: pass.cost };
  const { activations, preActivations, target } = pass;
  return { numbers: { ...known, activations, preActivations, target }, cost: null };
}

function numbersOfParameters({ runId, step, layers }: ParametersFrame): GraphNumbers {
  return {
    ...noNumbers,
    runId,
    step,
    weights: layers.map(({ weights }) => weights),
    biases: layers.map(({ biases }) => biases),
  };
}

/** A pass neuron by neuron, turned into arrays a layer. */
function numbersOfPass({ input, target, forward }: PassesFrame, { layers }: ParametersFrame): Partial<GraphNumbers> {
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
  return { target, activations, preActivations, slopes, deltas, biasGradients, weightGradients };
}
