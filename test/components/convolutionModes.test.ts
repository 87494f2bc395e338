import { createValueSource, createNetwork, type FrameOf, type NetworkDescription } from '@neuroglow/engine';
import { describe, expect, it } from 'vitest';
import { activationHeatmapMessages as words } from '../../packages/components/src/ActivationHeatmap/messages.js';
import { featureMapsMode } from '../../packages/components/src/ActivationHeatmap/modes/featureMaps.js';
import { filtersMode } from '../../packages/components/src/ActivationHeatmap/modes/filters.js';
import { numberFormat } from '../../packages/components/src/shared/number.js';

const format = numberFormat('en');
const size = { width: 640, height: 420, ratio: 1 };
const base = { inputs: [0], slope: 0.01, labels: null, name: 'conv1' } as const;
const network: NetworkDescription = {
  layers: [
    {
      ...base,
      kind: 'input',
      name: 'x',
      inputs: [],
      shape: [4, 4, 1],
      neurons: 16,
      activation: null,
      features: null,
    } as never,
    {
      ...{ ...base, kind: 'conv2d', filters: 2, kernelSize: [3, 3], stride: [1, 1], padding: 'valid' },
      ...{ shape: [2, 2, 2], neurons: 8, activation: 'relu' },
    },
    {
      ...{ ...base, name: 'conv2', inputs: [1], kind: 'conv2d', filters: 3, kernelSize: [1, 2], stride: [1, 1] },
      ...{ padding: 'valid', shape: [2, 1, 3], neurons: 6, activation: 'tanh' },
    },
  ],
};
const context = { network, input: { probe: 0 } };
const mapsFrame: FrameOf<{ kind: 'featureMaps'; layer: 1; input: { probe: 0 } }> = {
  ...{ kind: 'featureMaps', runId: 'r', step: 3, layer: 1, quantity: 'activation', shape: [2, 2, 2], range: [0, 8] },
  maps: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
};

describe('feature maps', () => {
  const description = featureMapsMode.describe({ mode: 'featureMaps' }, context, words)!;
  const panel = featureMapsMode.panel(description, words);

  it('are of the first convolution unless told otherwise, beside the input', () => {
    expect(featureMapsMode.views({ mode: 'featureMaps' }, context)).toEqual({
      main: { kind: 'featureMaps', layer: 1, input: { probe: 0 } },
      extra: { kind: 'featureMaps', layer: 0, input: { probe: 0 } },
    });
    const { groups, blocks, labels } = panel.layoutFor(size, format, null, 0);
    expect(groups[0]!.neurons).toBe(3);
    expect(blocks.map(({ rows, columns, offset, table }) => [rows, columns, offset, table])).toEqual([
      [4, 4, 0, 1],
      [2, 2, 16, 0],
      [2, 2, 20, 0],
    ]);
    expect(labels.map(({ text }) => text)).toEqual(['input', '1', '2']);
  });

  it('share one domain, which the input does not widen, and say whether they are z or a', () => {
    const input = { ...mapsFrame, layer: 0, shape: [4, 4, 1] as const, maps: new Float32Array(16).fill(900) };
    const numbers = featureMapsMode.read({ main: mapsFrame, extra: input }, description, words)!;
    expect([...numbers.values.subarray(16)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(numbers.extents).toEqual([mapsFrame.maps, input.maps]);
    expect(
      panel
        .legend(
          [
            [0, 8],
            [0, 900],
          ],
          0,
        )
        .map((entry) => 'label' in entry && entry.label),
    ).toEqual(['activation a of conv1', 'input']);
    const z = featureMapsMode.describe({ mode: 'featureMaps', quantity: 'preActivation' }, context, words)!;
    expect(z.rule.kind).toBe('symmetric');
    expect(words.mapsQuantity('conv1', 'preActivation')).toBe('pre-activation z of conv1');
  });

  it('of an input that is not there yet are hatched, not 0', () => {
    const numbers = featureMapsMode.read({ main: mapsFrame, extra: null }, description, words)!;
    expect([...numbers.values.subarray(0, 16)].every(Number.isNaN)).toBe(true);
  });

  it('are refused by a network without pictures, with a reason', () => {
    const source = createValueSource({ network: createNetwork({ layers: [4, 3, 2] }), probes: [[1, 2, 3, 4]] });
    const support = source.supports({ kind: 'featureMaps', layer: 1, input: { probe: 0 } });
    expect(support).toMatchObject({ reason: expect.stringContaining('rows, columns and channels') as string });
    expect(
      featureMapsMode.describe({ mode: 'featureMaps' }, { ...context, network: source.network }, words),
    ).toBeNull();
  });
});

describe('filters', () => {
  it('over one channel are shown whole, over several as a slice that is named', () => {
    const whole = filtersMode.describe({ mode: 'filters' }, context, words)!;
    expect(whole).toMatchObject({ layer: 1, neurons: 2, rows: 3, columns: 3, note: null });
    const slices = filtersMode.describe({ mode: 'filters', layer: 2 }, context, words)!;
    expect(slices.note).toBe('Slices, not whole filters: of each filter the input channel of 2 with the largest norm.');
    const numbers = filtersMode.read(
      {
        main: {
          ...{ kind: 'filters', runId: 'r', step: 0, layer: 2, shape: [1, 2, 2, 3], limit: 6 },
          ...{
            slices: Float32Array.of(1, 2, 3, 4, 5, 6),
            channels: Uint32Array.of(0, 1, 1),
            norms: Float32Array.of(3, 5, 8),
          },
        },
        extra: null,
      },
      slices,
      words,
    )!;
    expect(numbers.linesOf!(1, format)).toEqual(['slice: input channel 2 of 2', 'norm of the whole filter 5']);
    expect(numbers.nameCell!(1)).toBe('conv2 · filter 2 of 3');
  });

  it('need a convolution', () => {
    expect(filtersMode.describe({ mode: 'filters', layer: 0 }, context, words)).toBeNull();
  });
});
