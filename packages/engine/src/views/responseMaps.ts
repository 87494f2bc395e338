import { rawInputs } from '../core/features.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ViewSetting } from './context.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { inputRanges } from './inputRanges.js';
import type { InputReference } from './references.js';
import {
  requireCount,
  requireInput,
  requireLayer,
  requireNetwork,
  requirePair,
  requireQuantity,
} from './requirements.js';
import { evenlySpaced, resolveInput, type RowSample } from './rows.js';

/** Each neuron of a layer over a plane of two inputs, with the others fixed: a slice. */
export interface ResponseMapsView {
  readonly kind: 'responseMaps';
  readonly layer: number;
  /** The two inputs that span the plane (x, y); they differ. Default [0, 1]. A network of one input has no plane. */
  readonly inputs?: readonly [x: number, y: number];
  /**
   * [[x low, x high], [y low, y high]]. Default: the training set's range of those inputs (for a constant input: ±½ around
   * it), else [0, 1].
   */
  readonly range?: readonly [readonly [number, number], readonly [number, number]];
  /** Cells per side, 2 to 256. Default 32. neurons × resolution² is at most 2²⁴. */
  readonly resolution?: number;
  /** Values of the other inputs. Default: the training set's mean, else 0. */
  readonly fixed?: InputReference;
  /** Which quantity. Default 'activation'. */
  readonly quantity?: 'activation' | 'preActivation';
}

export interface ResponseMapsFrame extends FrameBase<'responseMaps'> {
  readonly layer: number;
  readonly neurons: number;
  readonly resolution: number;
  readonly inputs: readonly [number, number];
  readonly range: readonly [readonly [number, number], readonly [number, number]];
  /** [neurons × resolution × resolution], rows from y high (top) to y low, columns from x low to x high, at cell centres. */
  readonly maps: Float32Array;
}

type Range = readonly [low: number, high: number];

const defaultResolution = 32;
const mostValues = 0x100_0000;

export const responseMapsView: StateViewDefinition<ResponseMapsView, 'activations'> = {
  kind: 'responseMaps',
  sort: 'state',
  fields: ['layer', 'inputs', 'range', 'resolution', 'fixed', 'quantity'],

  needs(view, capabilities) {
    const { layer, inputs, range, resolution = defaultResolution, fixed, quantity } = view;
    const network = requireNetwork(capabilities);
    const { layers } = network;
    requireLayer(layer, capabilities, 0);
    if (rawInputs(network) < 2) {
      throw new NeuroglowError(
        'unsupported',
        'A plane needs two inputs, and this network has one; show its activations for single inputs.',
      );
    }
    if (inputs !== undefined) requirePair(inputs, 'inputs', rawInputs(network));
    if (range !== undefined) requireRanges(range);
    requireCount(resolution, 'resolution', 2, 256);
    if (fixed !== undefined) requireInput(fixed, capabilities, 'fixed');
    requireQuantity(quantity);
    const values = layers[layer]!.neurons * resolution * resolution;
    if (values > mostValues) {
      throw new NeuroglowError(
        'too-large',
        `resolution: expected at most ${mostValues} values for all neurons, got ${values}; choose a lower resolution.`,
      );
    }
    return { activations: { rows: (setting) => planeOf(view, setting), layers: [layer] } };
  },
};

export const computeResponseMaps: ComputeView<typeof responseMapsView, ResponseMapsFrame> = (
  view,
  { activations: { sample, visit } },
  setting,
) => {
  const { layer, inputs = firstTwo, resolution = defaultResolution, quantity = 'activation' } = view;
  const { network, runId, step } = setting;
  const { neurons } = network.layers[layer]!;
  const cells = sample.rows.length;
  const maps = new Float32Array(neurons * cells);
  visit((chunk, start) => {
    const values = (quantity === 'activation' ? chunk.activations : chunk.preActivations)[layer]!;
    for (let row = 0; row < chunk.rows; row++) {
      for (let j = 0; j < neurons; j++) maps[j * cells + start + row] = values[row * neurons + j]!;
    }
  });
  const range = rangeOf(view, setting);
  return { kind: 'responseMaps', runId, step, layer, neurons, resolution, inputs, range, maps };
};

const firstTwo = [0, 1] as const;

function rangeOf(
  { range, inputs: [x, y] = firstTwo }: ResponseMapsView,
  setting: ViewSetting,
): readonly [Range, Range] {
  return range ?? [defaultRange(setting, x), defaultRange(setting, y)];
}

function planeOf(view: ResponseMapsView, setting: ViewSetting): RowSample {
  const { inputs = firstTwo, resolution = defaultResolution } = view;
  const cells = resolution * resolution;
  const grid = planeOfInputs(fixedInput(view, setting), inputs, rangeOf(view, setting), resolution);
  return { inputs: grid, rows: evenlySpaced(cells, cells), dataset: null };
}

/** [resolution² × inputs], row by row from y high to y low, each from x low to x high, at cell centres. */
function planeOfInputs(
  fixed: Float32Array,
  [x, y]: readonly [number, number],
  [[xLow, xHigh], [yLow, yHigh]]: readonly [Range, Range],
  resolution: number,
): Float32Array {
  const width = fixed.length;
  const grid = new Float32Array(resolution * resolution * width);
  for (let row = 0, at = 0; row < resolution; row++) {
    for (let column = 0; column < resolution; column++, at += width) {
      grid.set(fixed, at);
      grid[at + x] = xLow + ((column + 0.5) / resolution) * (xHigh - xLow);
      grid[at + y] = yHigh - ((row + 0.5) / resolution) * (yHigh - yLow);
    }
  }
  return grid;
}

function fixedInput({ fixed }: ResponseMapsView, context: ViewSetting): Float32Array {
  if (fixed) return resolveInput(fixed, context).input;
  return context.training ? inputRanges(context.training).means : new Float32Array(rawInputs(context.network));
}

function defaultRange({ training }: ViewSetting, input: number): Range {
  if (!training) return [0, 1];
  const { lows, highs } = inputRanges(training);
  const low = lows[input]!;
  const high = highs[input]!;
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

function requireRanges(range: unknown): void {
  const pairs: readonly unknown[] = Array.isArray(range) ? range : [];
  if (pairs.length === 2 && pairs.every(isRange)) return;
  throw new NeuroglowError(
    'invalid-view',
    `range: expected [[x low, x high], [y low, y high]], finite and low < high, got ${show(range)}; write for example [[-1, 1], [-1, 1]].`,
  );
}

function isRange(pair: unknown): boolean {
  if (!Array.isArray(pair) || pair.length !== 2) return false;
  const [low, high] = pair as readonly unknown[];
  return typeof low === 'number' && typeof high === 'number' && low < high && Number.isFinite(high - low);
}
