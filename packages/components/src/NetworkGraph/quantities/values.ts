import { NeuroglowError, type Frame, type NetworkDescription } from '@neuroglow/engine';
import { kindKey } from '../../shared/quantities/frames.js';
import type { QuantityNeed } from '../../shared/quantities/quantity.js';
import { inputWeightImages } from '../scene/inputWeightImages.js';
import { parametersFrame, readFrame } from './graphFrames.js';
import { noNumbers, type GraphNumbers } from './numbers.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';

/** Plain values in place of a source, for people with their own engine. Replace an array to show a change. */
export interface NetworkGraphValues {
  /** The architecture; a network of `createNetwork` also brings its parameters. */
  readonly network: NetworkDescription;
  /** [l], empty at l = 0: weights row-major [inputs × neurons], biases [neurons]. Default: the network's own. */
  readonly parameters?: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[] | undefined;
  /** [l][neuron]; index 0 holds the input. */
  readonly activations?: readonly Float32Array[] | undefined;
  readonly preActivations?: readonly Float32Array[] | undefined;
  /** ∂C/∂z [l][neuron] and, for connections, ∂C/∂w [l], empty at l = 0. */
  readonly deltas?: readonly Float32Array[] | undefined;
  readonly weightGradients?: readonly Float32Array[] | undefined;
  /** Shares of rows for which neurons fire, [l][neuron]. */
  readonly firingRates?: readonly Float32Array[] | undefined;
  /** Activations at the step that changes are counted from, [l][neuron]. */
  readonly formerActivations?: readonly Float32Array[] | undefined;
  /** Each neuron of `glyphLayer` over the plane of two inputs, for `neuronGlyph="responseMap"`: [neurons × resolution × resolution], y up. */
  readonly responseMaps?: { readonly resolution: number; readonly maps: Float32Array } | undefined;
  /** [l][neuron] 1 dead, 2 saturated, else 0. */
  readonly flags?: readonly Uint8Array[] | undefined;
  /** Names the run: colour domains start anew with another. */
  readonly runId?: string | undefined;
}

/** The numbers in plain values, checked against the network. Throws `invalid-input` or `invalid-parameters`. */
export function numbersOf(values: NetworkGraphValues, glyph: GlyphPlan | null = null): GraphNumbers {
  const { network, flags } = values;
  const parameters = values.parameters ?? parametersOf(network);
  checkGiven(values, parameters);
  const runId = values.runId ?? 'values';
  const frames = givenFrames(values, parameters, runId);
  const numbers = frames.reduce<GraphNumbers>(
    (known, [{ at }, frame]) => (at === undefined ? { ...known, ...readFrame(frame) } : known),
    { ...noNumbers, runId, frames: new Map(frames.map(([need, frame]) => [kindKey(need), frame])) },
  );
  return {
    ...numbers,
    flags: flags ?? null,
    glyphs:
      glyph &&
      (glyph.kind === 'inputWeights' ? inputWeightImages(network, numbers.weights) : givenMaps(values, glyph.layer)),
  };
}

/** Plain values as the frames that quantities read. They answer every view of their kind. */
function givenFrames(
  { activations, preActivations, deltas, weightGradients, firingRates, formerActivations }: NetworkGraphValues,
  parameters: NetworkGraphValues['parameters'],
  runId: string,
): (readonly [QuantityNeed, Frame])[] {
  const base = { runId, step: 0 };
  const input = { values: [] };
  const frames: (readonly [QuantityNeed, Frame])[] = [];
  if (parameters) frames.push([{ view: { kind: 'parameters' } }, parametersFrame(runId, 0, parameters)]);
  if (activations ?? preActivations) {
    frames.push([
      { view: { kind: 'activations', input } },
      {
        ...{ ...base, kind: 'activations', target: null },
        ...{ activations: activations ?? [], preActivations: preActivations ?? [] },
      },
    ]);
  }
  if (formerActivations) {
    frames.push([
      { view: { kind: 'activations', input }, at: 0 },
      { ...base, kind: 'activations', activations: formerActivations, preActivations: [], target: null },
    ]);
  }
  if (deltas ?? weightGradients) {
    const empty = new Float32Array(0);
    frames.push([
      { view: { kind: 'gradients', of: 'batch' } },
      {
        ...{ ...base, kind: 'gradients', of: 'batch', rows: 0, cost: NaN, deltas: deltas ?? [] },
        layers: (weightGradients ?? []).map((weights) => ({ weights, biases: empty })),
      },
    ]);
  }
  if (firingRates) {
    frames.push([{ view: { kind: 'firingRates' } }, { ...base, kind: 'firingRates', rows: 0, rates: firingRates }]);
  }
  return frames;
}

function checkGiven(values: NetworkGraphValues, parameters: NetworkGraphValues['parameters']): void {
  const { network, activations, preActivations, deltas, weightGradients, firingRates, formerActivations } = values;
  const counts = network.layers.map(({ neurons }) => neurons);
  // Parameters of other kinds of layers are not shown, and may have any form.
  const perConnection = network.layers.map(({ kind, neurons, inputs: [from] }, layer) =>
    layer === 0 ? 0 : kind === 'dense' ? neurons * (counts[from ?? layer - 1] ?? 0) : null,
  );
  const perNeuron = counts.map((count, layer) => (layer === 0 ? 0 : count));
  const perBias = perNeuron.map((count, layer) => (perConnection[layer] === null ? null : count));
  if (parameters) {
    checkLayers(
      'invalid-parameters',
      'weights',
      parameters.map(({ weights }) => weights),
      perConnection,
    );
    checkLayers(
      'invalid-parameters',
      'biases',
      parameters.map(({ biases }) => biases),
      perBias,
    );
  }
  for (const [name, layers] of Object.entries({ activations, preActivations, firingRates, formerActivations })) {
    if (layers) checkLayers('invalid-input', name, layers, counts);
  }
  if (deltas) checkLayers('invalid-input', 'deltas', deltas, perNeuron);
  if (weightGradients) checkLayers('invalid-input', 'weightGradients', weightGradients, perConnection);
}

function givenMaps({ network, responseMaps }: NetworkGraphValues, layer: number): GraphNumbers['glyphs'] {
  if (!responseMaps) return null;
  const { resolution, maps } = responseMaps;
  const expected = (network.layers[layer]?.neurons ?? 0) * resolution * resolution;
  if (maps.length !== expected) {
    throw new NeuroglowError(
      'invalid-input',
      `expected ${expected} numbers in responseMaps.maps, got ${maps.length}; pass resolution × resolution for each neuron of layer ${layer}.`,
    );
  }
  return { rows: resolution, columns: resolution, values: maps };
}

function parametersOf({ layers }: NetworkDescription): NetworkGraphValues['parameters'] {
  const own = layers.map((layer) => ('weights' in layer && 'biases' in layer ? layer : null));
  if (!own.every((layer) => layer !== null)) return undefined;
  return own as unknown as NonNullable<NetworkGraphValues['parameters']>;
}

function checkLayers(
  code: 'invalid-parameters' | 'invalid-input',
  name: string,
  layers: readonly ArrayLike<number>[],
  lengths: readonly (number | null)[],
): void {
  if (layers.length !== lengths.length) {
    throw new NeuroglowError(
      code,
      `expected ${name} for ${lengths.length} layers, got ${layers.length}; give an array a layer, the input's first.`,
    );
  }
  layers.forEach((layer, at) => {
    const expected = lengths[at] ?? null;
    if (expected === null || layer.length === expected || (at === 0 && layer.length === 0)) return;
    throw new NeuroglowError(
      code,
      `expected ${expected} ${name} in layer ${at}, got ${layer.length}; pass one a ${name.startsWith('weight') ? 'connection, row-major [inputs × neurons]' : 'neuron'}.`,
    );
  });
}

/** Throws `invalid-network` where a description could not be drawn. */
export function checkNetwork({ layers }: NetworkDescription): void {
  if (layers.length < 1) {
    throw new NeuroglowError('invalid-network', 'expected a network of at least one layer, got none; add layers.');
  }
  const at = layers.findIndex(({ neurons }) => !Number.isInteger(neurons) || neurons < 1);
  if (at >= 0) {
    throw new NeuroglowError(
      'invalid-network',
      `expected layer ${at} to have at least one neuron, got ${String(layers[at]?.neurons)}; remove the layer or give it neurons.`,
    );
  }
}
