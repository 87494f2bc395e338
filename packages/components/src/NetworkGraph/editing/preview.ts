import {
  forward,
  networkOf,
  parameterLayout,
  type ActivationsFrame,
  type Frame,
  type Network,
  type NetworkDescription,
  type ParameterReference,
} from '@neuroglow/engine';
import { isShownStep } from '../../shared/quantities/frames.js';
import { parametersFrame, readFrame } from '../quantities/graphFrames.js';
import type { GraphNumbers } from '../quantities/numbers.js';

/** What the numbers would be with a parameter changed: the network is computed here, and its source asked for nothing. */
export class Preview {
  /** The numbers as they are. */
  readonly base: GraphNumbers;
  readonly #network: Network<Float32Array> | null;

  constructor(base: GraphNumbers, description: NetworkDescription) {
    this.base = base;
    this.#network = networkWith(base, description);
  }

  /** The numbers with one parameter at a value; as they were where the network is not known well enough. */
  with(parameter: ParameterReference, value: number): GraphNumbers {
    const network = this.#network;
    const layer = network?.layers[parameter.layer];
    if (!network || !layer) return this.base;
    if (parameter.kind === 'bias') layer.biases[parameter.neuron] = value;
    else layer.weights[parameter.input * layer.neurons + parameter.neuron] = value;
    const { runId, step } = this.base;
    const layers = network.layers.map(({ weights, biases }) => ({ weights, biases }));
    const parameters = parametersFrame(runId, step, layers);
    const frames = new Map<string, Frame>();
    // Slopes and gradients belong to the network as it was.
    let shown: GraphNumbers = { ...this.base, ...readFrame(parameters), slopes: null, deltas: null };
    for (const [key, frame] of this.base.frames) {
      if (!isShownStep(key)) frames.set(key, frame);
      else if (frame.kind === 'parameters') frames.set(key, parameters);
      else if (frame.kind === 'activations') {
        const changed = withForward(frame, network);
        frames.set(key, changed);
        if (frame.activations === this.base.activations) shown = { ...shown, ...readFrame(changed) };
      } else if (frame.kind !== 'gradients') frames.set(key, frame);
    }
    return { ...shown, frames };
  }
}

/** The activations of the same input in another network; as they were where the input is not finite. */
function withForward(frame: ActivationsFrame, network: Network<Float32Array>): ActivationsFrame {
  const [input] = frame.activations;
  if (!input?.every(Number.isFinite)) return frame;
  const { activations, preActivations } = forward(network, input);
  return { ...frame, activations, preActivations };
}

/** The network that the numbers are of, in arrays of its own; null while its parameters are unknown. */
function networkWith({ weights, biases }: GraphNumbers, description: NetworkDescription): Network<Float32Array> | null {
  if (!weights || !biases) return null;
  const { layers, parameterCount } = parameterLayout(description);
  const parameters = new Float32Array(parameterCount);
  layers.forEach((stretch, layer) => {
    parameters.set(weights[layer] ?? [], stretch.weights.offset);
    parameters.set(biases[layer] ?? [], stretch.biases.offset);
  });
  return networkOf(description, parameters);
}
