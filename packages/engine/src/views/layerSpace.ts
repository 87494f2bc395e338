import { NeuroglowError } from '../core/error.js';
import type { Dataset } from '../core/dataset.js';
import type { ViewContext, ViewDefinition } from './context.js';
import { principalComponents } from './principalComponents.js';
import { requireCount, requireData, requireLayer, requirePair } from './requirements.js';
import { forwardInChunks, sampleDataset } from './rows.js';
import { leadingCoordinates } from './subspace.js';
import { classOf } from './targetKind.js';
import type { LayerSpaceFrame, LayerSpaceView } from './view.js';

/** Layers up to this wide go whole to the exact method; wider ones through `leadingCoordinates`. */
const exactWidth = 16;

/** The data set as a layer sees it. */
export const layerSpaceView: ViewDefinition<'layerSpace'> = {
  kind: 'layerSpace',
  sort: 'state',
  fields: ['layer', 'axes', 'of', 'rows'],

  validate(view, capabilities) {
    const { layer, of = capabilities.training ? 'training' : 'validation', rows } = view;
    requireLayer(layer, capabilities, 0);
    requireData(of, capabilities);
    requireCount(rows, 'rows', 1, 8192);
    const { neurons } = capabilities.network.layers[layer]!;
    const axes: unknown = view.axes;
    if (axes === undefined || axes === 'principal') return;
    if (neurons === 1) {
      throw new NeuroglowError(
        'invalid-view',
        'axes: a layer of one neuron has a single axis; leave `axes` out, and its points lie on one line.',
      );
    }
    requirePair(axes, 'axes', neurons);
  },

  compute(view, context) {
    const dataset = (view.of ? context[view.of] : (context.training ?? context.validation))!;
    const { neurons } = context.network.layers[view.layer]!;
    const { inputs, rows } = sampleDataset(dataset, view.rows ?? 512);
    const activations = new Float32Array(rows.length * neurons);
    forwardInChunks(context, inputs, rows.length, (chunk, start) => {
      const values = chunk.activations[view.layer]!;
      activations.set(values.subarray(0, chunk.rows * neurons), start * neurons);
    });
    const classes = classesOf(dataset, rows);
    const axes = chosenAxes(view, neurons);
    const found = { layer: view.layer, rows, classes };
    return axes === 'principal'
      ? pointsOfComponents(context, found, activations, neurons)
      : pointsOfNeurons(context, found, activations, neurons, axes);
  },
};

type Found = Pick<LayerSpaceFrame, 'layer' | 'rows' | 'classes'>;

function chosenAxes({ axes }: LayerSpaceView, neurons: number): LayerSpaceFrame['axes'] {
  if (neurons === 1) return [0, null];
  return axes ?? (neurons === 2 ? [0, 1] : 'principal');
}

function pointsOfNeurons(
  { runId, step }: ViewContext,
  found: Found,
  activations: Float32Array,
  neurons: number,
  axes: readonly [number, number | null],
): LayerSpaceFrame {
  const [x, y] = axes;
  const points = new Float32Array(found.rows.length * 2);
  for (let row = 0; row < found.rows.length; row++) {
    points[row * 2] = activations[row * neurons + x]!;
    if (y !== null) points[row * 2 + 1] = activations[row * neurons + y]!;
  }
  return { kind: 'layerSpace', runId, step, ...found, axes, points, explained: null };
}

function pointsOfComponents(
  { runId, step }: ViewContext,
  found: Found,
  activations: Float32Array,
  neurons: number,
): LayerSpaceFrame {
  const rows = found.rows.length;
  const centred = centre(activations, rows, neurons);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  const variance = Number.isFinite(squares) ? squares / Math.max(1, rows - 1) : NaN;
  const { coordinates, dimensions } =
    neurons > exactWidth && Number.isFinite(squares)
      ? leadingCoordinates(centred, rows, neurons)
      : { coordinates: centred, dimensions: neurons };
  const components = principalComponents(coordinates, rows, dimensions, variance);
  return { kind: 'layerSpace', runId, step, ...found, axes: 'principal', ...components };
}

function centre(values: Float32Array, rows: number, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let k = 0, i = 0; k < values.length; k++, i = i + 1 === width ? 0 : i + 1) means[i]! += values[k]! / rows;
  return Float64Array.from(values, (value, k) => value - means[k % width]!);
}

function classesOf(dataset: Dataset, rows: Uint32Array): Uint32Array | null {
  if (classOf(dataset, 0) === null) return null;
  return rows.map((row) => classOf(dataset, row)!);
}
