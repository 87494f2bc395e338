import {
  NeuroglowError,
  type InputReference,
  type NetworkDescription,
  type ParametersFrame,
  type PassesFrame,
  type TrainingSource,
} from '@neuroglow/engine';
import { noNumbers, type GraphNumbers } from '../quantities/numbers.js';
import type { PassKind } from './pass.js';

/** One pass of one input at one step, every number of it. */
export interface ReadPass {
  readonly numbers: GraphNumbers;
  /** null where the pass goes forward only. */
  readonly cost: number | null;
}

/** Two frames are read one after the other, and training may take a step between them. */
const MOST_ATTEMPTS = 50;

/**
 * Reads a pass whose numbers all belong to one step: what the network is, and what one input does in it.
 * @throws `unsupported` where the source cannot give it, or never at one step.
 */
export async function readPass(
  source: TrainingSource,
  input: InputReference,
  kind: PassKind,
  at: 'live' | number,
): Promise<ReadPass> {
  const view = kind === 'forward' ? ({ kind: 'activations', input } as const) : ({ kind: 'passes', input } as const);
  const support = source.supports(view);
  if (support !== true) throw new NeuroglowError('unsupported', support.reason);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { network } = source;
    const [parameters, pass] = await Promise.all([
      source.read({ kind: 'parameters' }, { at }),
      source.read(view, { at }),
    ]);
    if (parameters.runId !== pass.runId || parameters.step !== pass.step || source.network !== network) continue;
    if (network === null) break;
    const known = numbersOfParameters(parameters);
    if (pass.kind === 'passes') return { numbers: { ...known, ...numbersOfPass(pass, network) }, cost: pass.cost };
    const { activations, preActivations, target } = pass;
    return { numbers: { ...known, activations, preActivations, target }, cost: null };
  }
  throw new NeuroglowError(
    'unsupported',
    'expected weights and a pass of one step, and training never stood still long enough; pause it, then show the pass.',
  );
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
function numbersOfPass({ input, target, forward }: PassesFrame, { layers }: NetworkDescription): Partial<GraphNumbers> {
  const empty = (): Float32Array[] =>
    layers.map(({ neurons }, layer) => (layer === 0 ? input.slice() : new Float32Array(neurons)));
  const perNeuron = (): Float32Array[] =>
    layers.map(({ neurons }, layer) => new Float32Array(layer === 0 ? 0 : neurons));
  const activations = empty();
  const preActivations = empty();
  const slopes = perNeuron();
  const deltas = perNeuron();
  const biasGradients = perNeuron();
  const weightGradients = layers.map(
    ({ neurons }, layer) => new Float32Array(layer === 0 ? 0 : neurons * layers[layer - 1]!.neurons),
  );
  for (const neuron of forward) {
    const { layer, neuron: at } = neuron;
    const { neurons } = layers[layer]!;
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
