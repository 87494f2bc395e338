import { rawInputs } from '../core/features.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ViewContext, ViewDefinition } from './context.js';
import { inputRanges } from './inputRanges.js';
import { requireCount, requireInput, requireLayer, requirePair } from './requirements.js';
import { forwardInChunks, resolveInput } from './rows.js';
import type { ResponseMapsView } from './view.js';

type Range = readonly [low: number, high: number];

const defaultResolution = 32;
const mostValues = 0x100_0000;

/** Each neuron of a layer over a plane of two inputs. */
export const responseMapsView: ViewDefinition<'responseMaps'> = {
  kind: 'responseMaps',
  sort: 'state',
  fields: ['layer', 'inputs', 'range', 'resolution', 'fixed', 'quantity'],

  validate(view, capabilities) {
    const { layer, inputs, range, resolution = defaultResolution, fixed, quantity } = view;
    const { layers } = capabilities.network;
    requireLayer(layer, capabilities, 0);
    if (rawInputs(capabilities.network) < 2) {
      throw new NeuroglowError(
        'unsupported',
        'A plane needs two inputs, and this network has one; show its activations for single inputs.',
      );
    }
    if (inputs !== undefined) requirePair(inputs, 'inputs', rawInputs(capabilities.network));
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
  },

  compute(view, context) {
    const { layer, inputs: axes = [0, 1], resolution = defaultResolution, quantity = 'activation' } = view;
    const { neurons } = context.network.layers[layer]!;
    const range = view.range ?? [defaultRange(context, axes[0]), defaultRange(context, axes[1])];
    const grid = planeOfInputs(fixedInput(view, context), axes, range, resolution);
    const cells = resolution * resolution;
    const maps = new Float32Array(neurons * cells);
    forwardInChunks(context, grid, cells, (chunk, start) => {
      const values = (quantity === 'activation' ? chunk.activations : chunk.preActivations)[layer]!;
      for (let row = 0; row < chunk.rows; row++) {
        for (let j = 0; j < neurons; j++) maps[j * cells + start + row] = values[row * neurons + j]!;
      }
    });
    const { runId, step } = context;
    return { kind: 'responseMaps', runId, step, layer, neurons, resolution, inputs: axes, range, maps };
  },
};

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

function fixedInput({ fixed }: ResponseMapsView, context: ViewContext): Float32Array {
  if (fixed) return resolveInput(fixed, context).input;
  return context.training ? inputRanges(context.training).means : new Float32Array(rawInputs(context.network));
}

function defaultRange({ training }: ViewContext, input: number): Range {
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

function requireQuantity(quantity: unknown): void {
  if (quantity === undefined || quantity === 'activation' || quantity === 'preActivation') return;
  throw new NeuroglowError(
    'invalid-view',
    `quantity: expected "activation" or "preActivation", got ${show(quantity)}; choose one of them.`,
  );
}
