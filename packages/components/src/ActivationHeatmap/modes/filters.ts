import { spreadRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { FiltersProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { extremes, picturesPanel, type Pictures } from './pictures.js';

/** One picture per filter of a convolution. */
export interface Filters extends Pictures {
  /** How many channels each filter weighs. */
  readonly channels: number;
  /** The input channel to show; null for the one of the largest norm. */
  readonly channel: number | null;
}

/** The filters of a convolutional layer: the whole filter over one channel, else one slice of each, said which. */
export const filtersMode: HeatmapMode<FiltersProps, Filters> = {
  aspect({ layer }, network) {
    const of = network?.layers[layer ?? firstConvolution(network.layers)];
    if (of?.kind !== 'conv2d') return aspectOfPictures({ neurons: 8, rows: 1, columns: 1 });
    return aspectOfPictures({ neurons: of.filters, rows: of.kernelSize[0], columns: of.kernelSize[1] });
  },

  describe({ layer: given, channel = null }, { network: { layers } }, words) {
    const layer = given ?? firstConvolution(layers);
    const of = layers[layer];
    if (of?.kind !== 'conv2d') return null;
    const [rows, columns] = of.kernelSize;
    const channels = layers[of.inputs[0]!]!.shape[2] ?? 1;
    return {
      ...{ layer, name: of.name, neurons: of.filters, labels: null, rows, columns, cells: rows * columns },
      ...{ channels, channel, dotRule: null },
      rule: { ...spreadRule, quantity: 'weight' },
      look: { gap: 0, signsFrom: 0.1 },
      what: words.weightsOf(of.name),
      note: channels === 1 ? null : words.filterSlices(channels, channel),
    };
  },

  views({ layer, channel }, { network: { layers } }) {
    const chosen = layer ?? firstConvolution(layers);
    return { main: { kind: 'filters', layer: chosen, ...(channel !== undefined && { channel }) } };
  },
  missing: (words) => words.noFilters,

  read({ main }, { neurons, cells, channels, name }, words) {
    if (main.kind !== 'filters' || main.slices.length !== neurons * cells) return null;
    const { slices, norms, channels: chosen } = main;
    return {
      ...{ runId: main.runId, values: slices, extents: [slices], readings: [null] },
      nameCell: (filter) => `${name} · ${words.filter(filter + 1, neurons)}`,
      linesOf: (filter, format) => [
        ...(channels > 1 ? [words.sliceOf((chosen[filter] ?? 0) + 1, channels)] : []),
        words.filterNorm(norms[filter] ?? NaN, format),
      ],
      summary: (format) => words.filters(name, neurons, channels, extremes(slices), format),
    };
  },

  given: () => null,

  panel(description, words) {
    const panel = picturesPanel(description, words);
    const { name, neurons } = description;
    const nameOf = (filter: number): string => `${name} · ${words.filter(filter + 1, neurons)}`;
    return {
      ...panel,
      ...{ areNeurons: false, badgedLayer: null },
      groups: panel.groups.map((group) => ({
        ...group,
        ...{ name: words.filtersOf(name, neurons), title: nameOf, spoken: nameOf },
      })),
    };
  },
};

/** The first convolution; 0, which has no filters, where there is none. */
function firstConvolution(layers: readonly { readonly kind: string }[]): number {
  return Math.max(
    0,
    layers.findIndex(({ kind }) => kind === 'conv2d'),
  );
}
