import type { Frame, ParametersFrame } from '@neuroglow/engine';
import { needKey } from '../../shared/quantities/frames.js';
import type { QuantityNeed } from '../../shared/quantities/quantity.js';
import type { GraphNumbers } from './numbers.js';

/** What a graph watches: a need of its quantities, its arithmetic or its glyphs. */
export interface GraphNeed extends QuantityNeed {
  /** Whether the graph's own arithmetic reads it, for instance the activations of the input looked at. */
  readonly isOwn: boolean;
}

/** Numbers with newer frames. */
export function withFrames(
  numbers: GraphNumbers,
  arrived: readonly (readonly [need: GraphNeed, frame: Frame])[],
): GraphNumbers {
  const frames = new Map(numbers.frames);
  let next = numbers;
  for (const [need, frame] of arrived) {
    frames.set(needKey(need), frame);
    if (need.at === undefined) next = { ...next, runId: frame.runId, step: frame.step };
    if (need.isOwn) next = { ...next, ...readFrame(frame) };
  }
  return { ...next, frames };
}

/** The numbers that a graph's own arithmetic reads of a frame. */
export function readFrame(frame: Frame): Partial<GraphNumbers> {
  switch (frame.kind) {
    case 'parameters':
      return {
        weights: frame.layers.map(({ weights }) => weights),
        biases: frame.layers.map(({ biases }) => biases),
      };
    case 'activations':
      return { activations: frame.activations, preActivations: frame.preActivations, target: frame.target };
    case 'gradients':
      return { deltas: frame.deltas };
    case 'responseMaps':
      return { glyphs: { rows: frame.resolution, columns: frame.resolution, values: frame.maps } };
    case 'inputWeights':
      return {
        glyphs: { rows: frame.shape?.[0] ?? 1, columns: frame.shape?.[1] ?? frame.inputs, values: frame.weights },
      };
    default:
      return {};
  }
}

/** A frame of parameters that are known layer by layer. The flat array is only made when it is read. */
export function parametersFrame(runId: string, step: number, layers: ParametersFrame['layers']): ParametersFrame {
  let flat: Float32Array | null = null;
  return {
    kind: 'parameters',
    runId,
    step,
    layers,
    get parameters() {
      return (flat ??= Float32Array.from(layers.flatMap(({ weights, biases }) => [...weights, ...biases])));
    },
  };
}
