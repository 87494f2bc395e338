import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { GivenActivations } from './needs.js';
import { principalComponents } from './principalComponents.js';
import { requireCount, requireData, requireLayer, requireNetwork, requirePair } from './requirements.js';
import { sampleRows } from './rows.js';
import { classesOf } from './sampleActivations.js';
import { leadingCoordinates } from './subspace.js';

/**
 * The data set as a layer sees it: the activations of two of its neurons, or its first two principal components (of the
 * covariance, not the correlation; each axis is oriented so that its farthest point is positive). A projection.
 *
 * `'principal'` fits the components to this step: the axes are other ones at every step, and points would move because they turn. To see the
 * network's own movement, fit once and look through the same axes afterwards: pass a frame's `components` as `axes`.
 */
export interface LayerSpaceView {
  readonly kind: 'layerSpace';
  readonly layer: number;
  /** Default 'principal' (for layers of one or two neurons: the neurons themselves; a lone neuron has no second axis). */
  readonly axes?: 'principal' | readonly [x: number, y: number] | LayerSpaceComponents;
  /** Default: the training set where there is one, else the held-out set. */
  readonly of?: 'training' | 'validation';
  /** Most rows, 1 to 65,536, evenly spaced; to fit components, rows × neurons is at most 2²⁴. Default 512. */
  readonly rows?: number;
}

/** Two axes through a layer's activations a, fitted at one step: a point is (d₁·(a − m), d₂·(a − m)). Plain data. */
export interface LayerSpaceComponents {
  /** m: [neurons] */
  readonly mean: readonly number[];
  /** d₁, then d₂: [2 × neurons], each of length 1. */
  readonly directions: readonly number[];
  /** The step at which they were fitted. */
  readonly step: number;
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
  /** Share of the variance at this step that each axis carries; null for plain neurons. */
  readonly explained: readonly [number, number] | null;
  /** The components that the points are seen through, to be passed as `axes`; null for plain neurons, and where a number is not finite. */
  readonly components: LayerSpaceComponents | null;
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
    requireCount(rows, 'rows', 1, 65_536);
    const { neurons } = requireNetwork(has).layers[layer]!;
    requireAxes(axes, neurons);
    if (chosenAxes(view, neurons) === 'principal')
      requireFewValues(Math.min(rows, requireData(of, has).rows) * neurons);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: [layer] } };
  },
};

export const computeLayerSpace: ComputeView<typeof layerSpaceView, LayerSpaceFrame> = (
  view,
  { activations: given },
  setting,
) => {
  const { runId, step } = setting;
  const { layer } = view;
  const { neurons } = setting.network.layers[layer]!;
  const { sample } = given;
  const axes = chosenAxes(view, neurons);
  const points = isComponents(axes)
    ? pointsThrough(axes, given, layer, neurons)
    : axes === 'principal'
      ? pointsOfComponents(activationsOf(given, layer, neurons), sample.rows.length, neurons, step)
      : pointsOfNeurons(given, layer, neurons, axes);
  return {
    ...{ kind: 'layerSpace', runId, step, layer },
    rows: sample.rows.slice(),
    classes: classesOf(sample.dataset!, sample.rows),
    axes: isComponents(axes) ? 'principal' : axes,
    ...points,
  };
};

const mostValues = 0x100_0000;

function requireFewValues(values: number): void {
  if (values <= mostValues) return;
  throw new NeuroglowError(
    'too-large',
    `rows: expected at most ${mostValues} activations to fit components to, got ${values}; choose fewer rows.`,
  );
}

function requireAxes(axes: unknown, neurons: number): void {
  if (axes === undefined || axes === 'principal') return;
  if (typeof axes === 'object' && axes !== null && 'directions' in axes) {
    requireComponents(axes, neurons);
    return;
  }
  if (neurons === 1) {
    throw new NeuroglowError(
      'invalid-view',
      'axes: a layer of one neuron has a single axis; leave `axes` out, and its points lie on one line.',
    );
  }
  requirePair(axes, 'axes', neurons);
}

function requireComponents(axes: { readonly directions: unknown; readonly mean?: unknown }, neurons: number): void {
  const lengths = { mean: neurons, directions: 2 * neurons };
  for (const [name, length] of Object.entries(lengths) as ['mean' | 'directions', number][]) {
    const numbers: unknown = axes[name];
    if (Array.isArray(numbers) && numbers.length === length && numbers.every(Number.isFinite)) continue;
    throw new NeuroglowError(
      'invalid-view',
      `axes.${name}: expected ${length} finite numbers for a layer of ${neurons} neurons, got ${show(numbers)}; pass the \`components\` of a frame.`,
    );
  }
}

type Axes = LayerSpaceFrame['axes'] | LayerSpaceComponents;
type Points = Pick<LayerSpaceFrame, 'points' | 'explained' | 'components'>;

function isComponents(axes: Axes): axes is LayerSpaceComponents {
  return typeof axes === 'object' && 'directions' in axes;
}

function chosenAxes({ axes }: LayerSpaceView, neurons: number): Axes {
  if (neurons === 1) return [0, null];
  return axes ?? (neurons === 2 ? [0, 1] : 'principal');
}

function activationsOf({ sample, visit }: GivenActivations, layer: number, neurons: number): Float32Array {
  const activations = new Float32Array(sample.rows.length * neurons);
  visit((chunk, start) => {
    activations.set(chunk.activations[layer]!.subarray(0, chunk.rows * neurons), start * neurons);
  });
  return activations;
}

function pointsOfNeurons(
  { sample, visit }: GivenActivations,
  layer: number,
  neurons: number,
  [x, y]: readonly [number, number | null],
): Points {
  const points = new Float32Array(sample.rows.length * 2);
  visit((chunk, start) => {
    const activations = chunk.activations[layer]!;
    for (let row = 0; row < chunk.rows; row++) {
      points[(start + row) * 2] = activations[row * neurons + x]!;
      if (y !== null) points[(start + row) * 2 + 1] = activations[row * neurons + y]!;
    }
  });
  return { points, explained: null, components: null };
}

function pointsOfComponents(activations: Float32Array, rows: number, neurons: number, step: number): Points {
  const { centred, mean } = centre(activations, rows, neurons);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  const variance = Number.isFinite(squares) ? squares / Math.max(1, rows - 1) : NaN;
  const reduced = neurons > exactWidth && Number.isFinite(squares) ? leadingCoordinates(centred, rows, neurons) : null;
  const { points, explained, directions } = principalComponents(
    reduced?.coordinates ?? centred,
    rows,
    reduced?.dimensions ?? neurons,
    variance,
  );
  if (!directions) return { points, explained, components: null };
  const inNeurons = reduced ? mapBack(directions, reduced.basis, reduced.dimensions, neurons) : directions;
  return { points, explained, components: { mean: Array.from(mean), directions: Array.from(inNeurons), step } };
}

/** Directions in a reduced space, as directions in that of the neurons. */
function mapBack(directions: Float64Array, basis: Float64Array, dimensions: number, neurons: number): Float64Array {
  const mapped = new Float64Array(2 * neurons);
  for (let axis = 0; axis < 2; axis++) {
    for (let k = 0; k < dimensions; k++) {
      const part = directions[axis * dimensions + k]!;
      for (let i = 0; i < neurons; i++) mapped[axis * neurons + i]! += part * basis[k * neurons + i]!;
    }
  }
  return mapped;
}

/** Points seen through axes fitted before, in one pass and without holding the activations; and what these axes explain by now. */
function pointsThrough(
  components: LayerSpaceComponents,
  { sample, visit }: GivenActivations,
  layer: number,
  neurons: number,
): Points {
  const rows = sample.rows.length;
  const points = new Float32Array(rows * 2);
  const mean = Float64Array.from(components.mean);
  const directions = Float64Array.from(components.directions);
  const sums = new Float64Array(neurons);
  let squares = 0;
  const scores = { x: 0, y: 0, xx: 0, yy: 0 };
  visit((chunk, start) => {
    const activations = chunk.activations[layer]!;
    for (let row = 0, k = 0; row < chunk.rows; row++) {
      let x = 0;
      let y = 0;
      for (let i = 0; i < neurons; i++, k++) {
        const value = activations[k]! - mean[i]!;
        x += value * directions[i]!;
        y += value * directions[neurons + i]!;
        sums[i]! += value;
        squares += value * value;
      }
      points[(start + row) * 2] = x;
      points[(start + row) * 2 + 1] = y;
      scores.x += x;
      scores.y += y;
      scores.xx += x * x;
      scores.yy += y * y;
    }
  });
  const whole = squares - sums.reduce((sum, value) => sum + (value * value) / rows, 0);
  const share = (sum: number, ofSquares: number): number =>
    whole > 0 ? Math.min(1, Math.max(0, (ofSquares - (sum * sum) / rows) / whole)) : Number.isNaN(whole) ? NaN : 0;
  return { points, explained: [share(scores.x, scores.xx), share(scores.y, scores.yy)], components };
}

function centre(
  values: Float32Array,
  rows: number,
  width: number,
): { readonly centred: Float64Array; readonly mean: Float64Array } {
  const mean = new Float64Array(width);
  for (let k = 0, i = 0; k < values.length; k++, i = i + 1 === width ? 0 : i + 1) mean[i]! += values[k]! / rows;
  return { centred: Float64Array.from(values, (value, k) => value - mean[k % width]!), mean };
}
