import { activationRule } from '../../shared/domain.js';
import { aspectOfPictures, cellOf, layoutPictures } from '../geometry.js';
import type { CellBlock } from '../../drawing/scenes/cells.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Panel, PanelNumbers } from '../panel.js';
import type { TopSamplesProps } from '../types.js';
import { arrange, inputPicture, type InputPicture } from './inputPicture.js';
import { finite } from './inputWeights.js';
import type { HeatmapMode } from './mode.js';
import { captionsOf, checkMembers } from './pictures.js';
import { checkCounts, checkLength } from './refuse.js';

/** Neurons whose samples are fetched where the caller names none: their images come with every frame. */
const mostNeurons = 64;
/** Pixels between two images of a neuron. */
const tileGap = 2;

export interface TopSamplesDescription {
  readonly layer: number;
  readonly name: string;
  /** Which neurons are shown. */
  readonly members: readonly number[];
  /** Of the whole layer. */
  readonly neurons: number;
  readonly labels: readonly string[] | null;
  readonly classNames: readonly string[] | null;
  readonly count: number;
  readonly picture: InputPicture;
}

/** For each neuron the rows of the data that make it fire most, as images, ranked by pre-activation. */
export const topSamplesMode: HeatmapMode<TopSamplesProps, TopSamplesDescription> = {
  aspect({ values, layer = 1, neurons, count = 9 }, network) {
    const input = network?.layers[0];
    const of = network?.layers[layer];
    if (values) return finite(aspectOfPictures(values));
    if (!input || !of) return finite(NaN);
    const { rows, columns } = inputPicture(input);
    return aspectOfPictures({
      neurons: neurons?.length ?? Math.min(of.neurons, mostNeurons),
      ...montage(rows, columns, count),
    });
  },

  describe({ layer = 1, neurons, count = 9 }, { network: { layers } }) {
    const [input] = layers;
    const of = layers[layer];
    if (!input || !of) return null;
    checkMembers(neurons ?? null, of.neurons);
    return {
      ...{ layer, name: of.name, neurons: of.neurons, labels: of.labels, count, picture: inputPicture(input) },
      members: neurons ?? firstNeurons(of.neurons),
      classNames: layers.at(-1)?.labels ?? null,
    };
  },

  views({ layer = 1, neurons, count, of, rows }, { network: { layers } }) {
    const all = layers[layer]?.neurons ?? 0;
    return {
      main: {
        ...{ kind: 'topSamples', layer, neurons: neurons ?? firstNeurons(all) },
        ...(count !== undefined && { count }),
        ...(of !== undefined && { of }),
        ...(rows !== undefined && { rows }),
      },
    };
  },
  missing: (words) => words.waiting,

  read({ main }, description, words) {
    if (main.kind !== 'topSamples' || main.neurons.length !== description.members.length) return null;
    const { count, neurons, preActivations, rows, classes } = main;
    const { name, neurons: all } = description;
    const placeOfNeuron = new Map(Array.from(neurons, (neuron, place) => [neuron, place]));
    // Keyed by neuron, as readings are; only those that are shown have one.
    const strongest = new Float32Array(all).fill(NaN);
    for (const [place, neuron] of neurons.entries()) strongest[neuron] = preActivations[place * count] ?? NaN;
    const values = arrange(main.inputs, description.picture);
    const classesOf = (neuron: number): string => {
      const from = (placeOfNeuron.get(neuron) ?? 0) * count;
      if (!classes) return '';
      return Array.from(classes.subarray(from, from + count), (of) => description.classNames?.[of] ?? String(of)).join(
        ', ',
      );
    };
    return {
      ...{ runId: main.runId, values, extents: [values], readings: [strongest] },
      linesOf: (neuron) => (classes ? [words.topClasses(classesOf(neuron))] : []),
      subjectOf: (neuron) => {
        const from = (placeOfNeuron.get(neuron) ?? 0) * count;
        return {
          neurons: [{ layer: main.layer, neuron }],
          samples: Array.from(rows.subarray(from, from + count)),
          samplesOf: main.of,
        };
      },
      remark: (format) => words.topSamplesOf(count, main.looked, format),
      summary: (format) => words.topSamples(name, neurons.length, count, format),
    } satisfies PanelNumbers;
  },

  given({ values, count = 9 }, words) {
    if (!values) return null;
    const { name, neurons, rows, columns, images, layer = 1, preActivations } = values;
    checkCounts({ neurons, rows, columns, count });
    const picture = { rows, columns, cells: rows * columns, planes: 1 };
    const size = neurons * count * rows * columns;
    checkLength(
      'images',
      images,
      size,
      `${neurons} × ${count} × ${rows} × ${columns}`,
      'pass neuron after neuron, image after image',
    );
    const description: TopSamplesDescription = {
      ...{ layer, name, neurons, labels: null, classNames: null, count, picture },
      members: Array.from({ length: neurons }, (_, neuron) => neuron),
    };
    const floats = Float32Array.from(images);
    return {
      description,
      numbers: {
        ...{ runId: 'values', values: floats, extents: [floats] },
        readings: [
          preActivations ? Float32Array.from({ length: neurons }, (_, at) => preActivations[at * count] ?? NaN) : null,
        ],
        summary: (format) => words.topSamples(name, neurons, count, format),
      },
    };
  },

  panel: topSamplesPanel,
};

function firstNeurons(all: number): readonly number[] {
  return Array.from({ length: Math.min(all, mostNeurons) }, (_, neuron) => neuron);
}

/** Size in cells of a neuron's images side by side. */
function montage(
  rows: number,
  columns: number,
  count: number,
): { readonly rows: number; readonly columns: number; readonly across: number } {
  const across = Math.max(1, Math.round(Math.sqrt((count * rows) / columns)));
  return { across, rows: rows * Math.ceil(count / across), columns: columns * across };
}

function topSamplesPanel(description: TopSamplesDescription, words: ActivationHeatmapMessages): Panel {
  const { layer, name, members, neurons, labels, count, picture } = description;
  const label = (neuron: number): string | null => labels?.[neuron] ?? null;
  const { across, ...size } = montage(picture.rows, picture.columns, count);
  const rule = { ...activationRule(null), quantity: 'input' };
  return {
    layoutFor({ width, height }, _format, _axes, page) {
      const sizes = { ...{ layer, neurons, members }, ...size, values: 0 };
      const layout = layoutPictures(sizes, width, height, page);
      const [group] = layout.groups;
      if (!group) return { ...layout, labels: [] };
      const blocks = Array.from({ length: group.neurons }, (_, place) => {
        // Images are in the order of the members, all pages together.
        const at = members.indexOf(group.members?.[place] ?? place);
        return tilesOf(cellOf(group, place), at * count);
      }).flat();
      return { ...layout, blocks, labels: captionsOf(group, layout.caption, labels, false) };
    },
    rules: [rule],
    ...{ hasDots: false, areNeurons: true },
    groups: [
      {
        name: words.layerOf(name, members.length),
        title: (neuron) => `${name} · ${words.neuron(neuron + 1, label(neuron))}`,
        spoken: (neuron) => words.neuronOf(neuron + 1, neurons, label(neuron)),
        quantity: words.strongestZ,
      },
    ],
    look: { gap: 0, signsFrom: 0.1 },
    legend: (domains, notFinite) =>
      domains.map((domain) => ({ kind: 'scale', label: words.inputValue, domain, notFinite })),
    note: null,
  };

  function tilesOf(box: ReturnType<typeof cellOf>, firstImage: number): CellBlock[] {
    const { rows, columns, cells } = picture;
    const pitchX = (box.width + tileGap) / across;
    const pitchY = (box.height + tileGap) / Math.ceil(count / across);
    return Array.from({ length: count }, (_, image) => ({
      ...{ x: box.x + (image % across) * pitchX, y: box.y + Math.floor(image / across) * pitchY },
      ...{ width: Math.max(1, pitchX - tileGap), height: Math.max(1, pitchY - tileGap) },
      ...{
        rows: Math.floor(cells / columns) || rows,
        columns: Math.min(columns, cells),
        offset: (firstImage + image) * cells,
      },
    }));
  }
}
