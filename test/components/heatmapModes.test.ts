import { createNetwork } from '@neuroglow/engine';
import { describe, expect, it } from 'vitest';
import { activationHeatmapMessages as words } from '../../packages/components/src/ActivationHeatmap/messages.js';
import { differenceOf } from '../../packages/components/src/ActivationHeatmap/difference.js';
import { combine } from '../../packages/components/src/ActivationHeatmap/modes/combination.js';
import { contributions } from '../../packages/components/src/ActivationHeatmap/modes/contribution.js';
import { arrange, inputPicture } from '../../packages/components/src/ActivationHeatmap/modes/inputPicture.js';
import { inputWeightsMode } from '../../packages/components/src/ActivationHeatmap/modes/inputWeights.js';
import { layerSpaceMode } from '../../packages/components/src/ActivationHeatmap/modes/layerSpace.js';
import { normalizedRule, normalizeValues } from '../../packages/components/src/ActivationHeatmap/modes/normalize.js';
import { ticksBetween } from '../../packages/components/src/ActivationHeatmap/modes/plane.js';
import { affordableResolution } from '../../packages/components/src/ActivationHeatmap/modes/resolution.js';
import { classRuns, orderRows } from '../../packages/components/src/ActivationHeatmap/modes/sampleOrder.js';
import { samplesMode } from '../../packages/components/src/ActivationHeatmap/modes/samples.js';
import { topSamplesMode } from '../../packages/components/src/ActivationHeatmap/modes/topSamples.js';
import { rowsOfBlocks } from '../../packages/components/src/ActivationHeatmap/tableRows.js';
import { widen } from '../../packages/components/src/ActivationHeatmap/widen.js';
import type { InputWeightsProps } from '../../packages/components/src/ActivationHeatmap/types.js';
import { numberFormat } from '../../packages/components/src/shared/number.js';

const format = numberFormat('en');
const size = { width: 640, height: 420, ratio: 1 };

describe('pictures of inputs', () => {
  it('show a colour image as its planes side by side', () => {
    const picture = inputPicture({ neurons: 12, shape: [2, 2, 3] });
    expect(picture).toEqual({ rows: 2, columns: 6, cells: 12, planes: 3 });
    // r, g, b of each pixel.
    const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    expect([...arrange(values, picture)]).toEqual([1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12]);
  });

  it('keep an image that is not square', () => {
    expect(inputPicture({ neurons: 15, shape: [3, 5, 1] })).toEqual({ rows: 3, columns: 5, cells: 15, planes: 1 });
  });
});

describe('contributions', () => {
  it('of a neuron sum to z − b', () => {
    const products = contributions(Float32Array.of(1, -2, 0.5, 3, 0, 1), [2, 1, 4]);
    expect([...products]).toEqual([2, -2, 2, 6, 0, 4]);
  });
});

describe('a combination', () => {
  it('ends in the sum of its parts with the bias', () => {
    const parts = combine(Float32Array.of(1, 2, 10, 20), 2, Float32Array.of(3, -1), 0.5);
    expect([...parts]).toEqual([3, 6, -10, -20, -6.5, -13.5]);
  });
});

describe('normalized values', () => {
  const values = Float32Array.of(1, -2, 0, 0, 4, NaN);

  it('are shares of the largest magnitude of their neuron, or of all', () => {
    expect([...normalizeValues(values, 2, 'neuron')]).toEqual([0.5, -1, 0, 0, 1, NaN]);
    expect([...normalizeValues(values, 2, 'layer')]).toEqual([0.25, -0.5, 0, 0, 1, NaN]);
    expect(normalizeValues(values, 2, 'none')).toBe(values);
  });

  it('have a fixed domain', () => {
    const rule = { kind: 'positive', quantity: 'activation' } as const;
    expect(normalizedRule(rule, 'neuron')).toEqual({ kind: 'fixed', domain: [0, 1], quantity: 'activation' });
    expect(normalizedRule({ ...rule, kind: 'symmetric' }, 'layer')).toMatchObject({ domain: [-1, 1] });
    expect(normalizedRule(rule, 'none')).toBe(rule);
  });
});

describe('the order of neurons', () => {
  const frame = {
    ...{ neurons: 3, rows: Uint32Array.of(0, 1) },
    values: Float32Array.of(0.1, -0.1, 3, 3, NaN, 1),
    selectivity: Float32Array.of(0.9, 0.2, NaN),
  };

  it('is by number, mean magnitude or selectivity; what is not a number comes last', () => {
    expect([...orderRows(frame, 'index')]).toEqual([0, 1, 2]);
    expect([...orderRows(frame, 'magnitude')]).toEqual([1, 0, 2]);
    expect([...orderRows(frame, 'selectivity')]).toEqual([0, 1, 2]);
    expect([...orderRows({ ...frame, selectivity: null }, 'selectivity')]).toEqual([0, 1, 2]);
  });

  it('stands still while a run makes steps, and moves when it pauses', () => {
    const network = createNetwork({ layers: [2, 3, 1] });
    const prepared = {
      kind: 'sampleActivations',
      runId: 'run',
      step: 0,
      layer: 1,
      of: 'training',
      classes: null,
      ...frame,
    } as const;
    const props = { mode: 'samples', order: 'magnitude' } as const;
    const description = samplesMode.describe(props, { network, input: null, prepared }, words)!;
    const memory = { order: null, reach: null };
    const read = (values: Float32Array, isRunning: boolean) =>
      samplesMode.read({ main: { ...prepared, values }, extra: null, isRunning, memory }, description, words)!;
    expect(read(frame.values, true).values[0]).toBe(3);
    const later = Float32Array.of(9, 9, 0, 0, 0, 0);
    expect(read(later, true).values[0]).toBe(0);
    expect(read(later, false).values[0]).toBe(9);
  });

  it('keeps classes side by side', () => {
    expect(classRuns([0, 0, 2, 2, 2])).toEqual([
      { of: 0, start: 0, count: 2 },
      { of: 2, start: 2, count: 3 },
    ]);
    expect(classRuns([])).toEqual([]);
  });
});

describe('the sides of a plane', () => {
  it('grow in round steps and never shrink', () => {
    const first = widen(null, { x: [-0.7, 0.2], y: [0, 3.3] });
    expect(first).toEqual({ x: [-0.8, 0.2], y: [0, 4] });
    expect(widen(first, { x: [-0.1, 0.1], y: [0, 0.5] })).toEqual(first);
    expect(widen(first, { x: [-2.5, 0.1], y: [0, 0.5] }).x).toEqual([-3, 0.2]);
    expect(widen(null, { x: [0, 0], y: [0, 0] })).toEqual({ x: [0, 1], y: [0, 1] });
  });

  it('have ticks at round numbers', () => {
    expect(ticksBetween([-1, 1], 300)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(ticksBetween([0, 0.3], 200)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksBetween([2, 2], 200)).toEqual([2]);
  });
});

describe('the resolution of maps', () => {
  const of = (...layers: number[]) => affordableResolution(createNetwork({ layers }), layers.length - 2);

  it('is finer for small networks, coarser for large ones, never out of reach', () => {
    expect(of(2, 8, 1)).toBe(64);
    expect(of(2, 128, 1)).toBeGreaterThanOrEqual(48);
    expect(of(2, 512, 512, 1)).toBe(12);
  });
});

describe('a difference', () => {
  it('is cell by cell, and none of numbers of another shape', () => {
    const numbers = (values: number[]) => ({
      ...{ runId: 'run', values: Float32Array.from(values), extents: [values], readings: [values], summary: () => '' },
    });
    const difference = differenceOf(numbers([1, 2, NaN]), numbers([0.5, 4, 1]))!;
    expect([...difference.values]).toEqual([0.5, -2, NaN]);
    expect([...(difference.readings[0] as Float32Array)]).toEqual([0.5, -2, NaN]);
    expect(differenceOf(numbers([1]), numbers([1, 2]))).toBeNull();
  });
});

describe('pictures of any values', () => {
  const pictures = (values: number[], neurons = 2): InputWeightsProps => ({
    mode: 'inputWeights',
    values: { name: 'hidden 1', neurons, rows: 1, columns: values.length / neurons, pictures: values },
  });

  it.each([
    ['all equal', [2, 2, 2, 2]],
    ['all zero', [0, 0, 0, 0]],
    ['not finite', [NaN, Infinity, -Infinity, 1]],
  ])('are drawn: %s', (_, values) => {
    const given = inputWeightsMode.given(pictures(values), words)!;
    const panel = inputWeightsMode.panel(given.description, words);
    const layout = panel.layoutFor(size, format, null, 0);
    expect(layout.blocks.length).toBe(2);
    expect(given.numbers.summary(format)).toContain('hidden 1');
  });

  it('of one row have cells that can be seen', () => {
    const given = inputWeightsMode.given(
      pictures(
        Array.from({ length: 40 }, (_, at) => at),
        1,
      ),
      words,
    )!;
    const [block] = inputWeightsMode.panel(given.description, words).layoutFor(size, format, null, 0).blocks;
    expect(block!.rows).toBe(1);
    expect(block!.height).toBeGreaterThan(4);
  });

  it('are refused where a neuron is none of the layer', () => {
    const network = createNetwork({ layers: [4, 3, 1] });
    const describeIt = (neurons: number[]) => () =>
      inputWeightsMode.describe({ mode: 'inputWeights', neurons }, { network, input: null }, words);
    expect(describeIt([0, 3])).toThrow(/expected indices from 0 to 2, got 3/);
    expect(describeIt([])).toThrow(/got none/);
  });
});

describe('top samples', () => {
  it('lay out an image per sample, and pages of neurons where there are many', () => {
    const neurons = 600;
    const values = { name: 'hidden', neurons, rows: 2, columns: 2, images: new Float32Array(neurons * 4 * 4) };
    const given = topSamplesMode.given({ mode: 'topSamples', count: 4, values }, words)!;
    const layout = topSamplesMode.panel(given.description, words).layoutFor(size, format, null, 1);
    expect(layout.pages).toBeGreaterThan(1);
    const first = layout.groups[0]!.members![0]!;
    expect(layout.blocks[0]!.offset).toBe(first * 4 * 4);
    expect(layout.blocks.length).toBe(layout.groups[0]!.neurons * 4);
  });
});

describe('a layer space', () => {
  it('is square for components, and leaves out what is not finite', () => {
    const network = createNetwork({ layers: [2, 3, 1] });
    const components = { mean: [0, 0, 0], directions: [1, 0, 0, 0, 1, 0], step: 40 };
    const frame = {
      ...({ kind: 'layerSpace', runId: 'run', step: 50, layer: 1, axes: 'principal', components } as const),
      ...{ points: Float32Array.of(0.5, -2.2, NaN, 1), rows: Uint32Array.of(0, 1), classes: Uint32Array.of(0, 1) },
      explained: [0.6, 0.3] as const,
    };
    const context = { network, input: null, prepared: frame };
    const description = layerSpaceMode.describe({ mode: 'layerSpace' }, context, words)!;
    expect(layerSpaceMode.views({ mode: 'layerSpace' }, context)!.main).toMatchObject({ axes: components });
    const numbers = layerSpaceMode.read({ main: frame, extra: null }, description, words)!;
    expect(numbers.reach!.x).toEqual(numbers.reach!.y);
    expect(numbers.reach!.x[1]).toBeCloseTo(2.2, 5);
    expect(numbers.remark!(format)).toBe(
      'Components fitted at step 40; they explain 60.0% and 30.0% of the variance now.',
    );
  });
});

describe('the numbers of a picture', () => {
  it('come row by row, named after their neuron', () => {
    const values = { name: 'hidden 1', neurons: 2, rows: 2, columns: 2, pictures: [1, 2, 3, 4, 5, 6, 7, 8] };
    const { description, numbers } = inputWeightsMode.given({ mode: 'inputWeights', values }, words)!;
    const panel = inputWeightsMode.panel(description, words);
    const rows = rowsOfBlocks(panel.layoutFor(size, format, null, 0), panel, numbers);
    expect(rows.map(({ name, row, values: of }) => [name, row, ...of])).toEqual([
      ['hidden 1 · neuron 1', 1, 1, 2],
      ['hidden 1 · neuron 1', 2, 3, 4],
      ['hidden 1 · neuron 2', 1, 5, 6],
      ['hidden 1 · neuron 2', 2, 7, 8],
    ]);
  });
});
