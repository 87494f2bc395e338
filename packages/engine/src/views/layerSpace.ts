import { NeuroglowError } from '../core/error.js';
import type { Dataset } from '../core/dataset.js';
import type { ViewSetting } from './context.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { principalComponents } from './principalComponents.js';
import { requireCount, requireData, requireLayer, requireNetwork, requirePair } from './requirements.js';
import { sampleRows } from './rows.js';
import { leadingCoordinates } from './subspace.js';
import { classOf } from './targetKind.js';

/**
 * The data set as a layer sees it: the activations of two of its neurons, or its first two principal components (of the
 * covariance, not the correlation; each axis is oriented so that its farthest point is positive). A projection.
 */
export interface LayerSpaceView {
  readonly kind: 'layerSpace';
  readonly layer: number;
  /** Default 'principal' (for layers of one or two neurons: the neurons themselves; a lone neuron has no second axis). */
  readonly axes?: 'principal' | readonly [x: number, y: number];
  /** Default: the training set where there is one, else the held-out set. */
  readonly of?: 'training' | 'validation';
  /** Most rows, 1 to 8,192. Default 512, evenly spaced. */
  readonly rows?: number;
}

export interface LayerSpaceFrame extends FrameBase<'layerSpace'> {
  readonly layer: number;
  /** y is null for a layer of one neuron: its points lie on y = 0. */
  readonly axes: 'principal' | readonly [x: number, y: number | null];
  /** [rows × 2] */
  readonly points: Float32Array;
  /** Index of each point's row in its data set. */
  readonly rows: Uint32Array;
  /** Class of each point: the winner of its target (one output: 1 if the target is ≥ ½); null if the targets are not classes. */
  readonly classes: Uint32Array | null;
  /** Share of the variance that each axis carries; null for plain neurons. */
  readonly explained: readonly [number, number] | null;
}

/** Layers up to this width use the exact method; wider ones are reduced by `leadingCoordinates` first. */
const exactWidth = 16;

export const layerSpaceView: StateViewDefinition<LayerSpaceView, 'activations'> = {
  kind: 'layerSpace',
  sort: 'state',
  fields: ['layer', 'axes', 'of', 'rows'],

  needs(view, has) {
    const { layer, axes, of = has.training ? 'training' : 'validation', rows = 512 } = view;
    requireLayer(layer, has, 0);
    requireData(of, has);
    requireCount(rows, 'rows', 1, 8192);
    requireAxes(axes, requireNetwork(has).layers[layer]!.neurons);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: [layer] } };
  },
};

export const computeLayerSpace: ComputeView<typeof layerSpaceView, LayerSpaceFrame> = (
  view,
  { activations: { sample, visit } },
  setting,
) => {
  const { neurons } = setting.network.layers[view.layer]!;
  const { rows } = sample;
  const dataset = sample.dataset!;
  const activations = new Float32Array(rows.length * neurons);
  visit((chunk, start) => {
    const values = chunk.activations[view.layer]!;
    activations.set(values.subarray(0, chunk.rows * neurons), start * neurons);
  });
  const classes = classesOf(dataset, rows);
  const axes = chosenAxes(view, neurons);
  const found = { layer: view.layer, rows, classes };
  return axes === 'principal'
    ? pointsOfComponents(setting, found, activations, neurons)
    : pointsOfNeurons(setting, found, activations, neurons, axes);
};

function requireAxes(axes: unknown, neurons: number): void {
  if (axes === undefined || axes === 'principal') return;
  if (neurons === 1) {
    throw new NeuroglowError(
      'invalid-view',
      'axes: a layer of one neuron has a single axis; leave `axes` out, and its points lie on one line.',
    );
  }
  requirePair(axes, 'axes', neurons);
}

type Found = Pick<LayerSpaceFrame, 'layer' | 'rows' | 'classes'>;

function chosenAxes({ axes }: LayerSpaceView, neurons: number): LayerSpaceFrame['axes'] {
  if (neurons === 1) return [0, null];
  return axes ?? (neurons === 2 ? [0, 1] : 'principal');
}

function pointsOfNeurons(
  { runId, step }: ViewSetting,
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
  { runId, step }: ViewSetting,
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
