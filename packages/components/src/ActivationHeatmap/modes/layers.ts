import { activationKindOf } from '../../shared/colorScale.js';
import { pictureShape, type Activation } from '@neuroglow/engine';
import { activationRule, signedRule, type Domain } from '../../shared/domain.js';
import type { ScaleEntry } from '../../shared/legend/legendEntry.js';
import { headerHeight, labelHeight, layoutLayers, type CellGroup } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { GroupWords, PanelNumbers, PlacedLabel } from '../panel.js';
import type { HeatmapLayer, LayersProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { refuse } from './refuse.js';

export interface StripLayer {
  readonly name: string;
  readonly neurons: number;
  readonly activation: Activation | null;
  readonly shape: readonly [rows: number, columns: number] | null;
  readonly labels: readonly string[] | null;
}

export interface Strips {
  readonly layers: readonly StripLayer[];
  readonly quantity: 'activation' | 'preActivation';
}

/** One strip of cells per layer, for the current input; layers that are images as images. */
export const layersMode: HeatmapMode<LayersProps, Strips> = {
  aspect: () => 2.4,
  describe: ({ quantity = 'activation' }, { network }) => ({
    quantity,
    layers: network.layers.map(({ name, neurons, activation, shape, labels }) => ({
      ...{ name, neurons, activation, shape: pictureShape(shape), labels },
    })),
  }),
  views: (_, { input }) => (input === null ? null : { main: { kind: 'activations', input } }),
  missing: (words) => words.noInput,

  read({ main }, description, words) {
    if (main.kind !== 'activations') return null;
    const values = description.quantity === 'activation' ? main.activations : main.preActivations;
    return numbersOf(values, main.runId, description, words);
  },

  given({ values, quantity = 'activation' }, words) {
    if (!values) return null;
    if (!('layers' in values) || !((values.layers as unknown) instanceof Array))
      throw refuse('values: expected { layers: […] } for mode "layers", got other fields; pass layers, or set `mode`.');
    const description = { quantity, layers: values.layers.map(check) };
    const numbers = numbersOf(
      values.layers.map((layer) => layer.values),
      'values',
      description,
      words,
    );
    return numbers && { description, numbers };
  },

  panel({ layers, quantity }, words) {
    const groups = layers.map(({ name, neurons, activation, labels }, layer): GroupWords => {
      const label = (neuron: number): string | null => labels?.[neuron] ?? null;
      return {
        name: words.layerOf(name, neurons),
        title: (neuron) => `${name} · ${words.neuron(neuron + 1, label(neuron))}`,
        spoken: (neuron) => words.neuronOf(neuron + 1, neurons, label(neuron)),
        quantity: layer === 0 && activation === null ? words.inputValue : words[quantity],
      };
    });
    const cells = layers.map(({ neurons, shape, labels }) => ({ neurons, shape, labels: labels !== null }));
    return {
      layoutFor({ width, height }) {
        const layout = layoutLayers(cells, width, height);
        return { ...layout, labels: layout.groups.flatMap((group, at) => labelsOf(group, layers[at]!, words)) };
      },
      rules: layers.map(({ activation }, layer) => {
        const rule = quantity === 'preActivation' && layer > 0 ? signedRule : activationRule(activation);
        return { ...rule, quantity: layer === 0 ? 'input' : quantity };
      }),
      hasDots: false,
      areNeurons: true,
      groups,
      look: { gap: 1, signsFrom: 0 },
      legend: (domains, notFinite) => entriesOf(groups, layers, domains, notFinite, words),
      note: null,
    };
  },
};

function check(layer: HeatmapLayer): StripLayer {
  const { name, values, activation = null, shape = null, labels = null } = layer;
  if (!(values.length > 0)) {
    throw refuse(`expected layer “${name}” to have at least one value, got none; leave out a layer without neurons.`);
  }
  if (shape && shape[0] * shape[1] !== values.length) {
    throw refuse(
      `expected layer “${name}” of shape ${shape.join(' × ')} to have ${shape[0] * shape[1]} values, got ${values.length}; ` +
        'make shape [rows, columns] fit, or leave it out.',
    );
  }
  if (labels && labels.length !== values.length) {
    throw refuse(
      `expected layer “${name}” to have a label for each of its ${values.length} neurons, got ${labels.length}; pass one per neuron, or none.`,
    );
  }
  return { name, neurons: values.length, activation, shape, labels };
}

function numbersOf(
  given: readonly ArrayLike<number>[],
  runId: string,
  { layers }: Strips,
  words: ActivationHeatmapMessages,
): PanelNumbers | null {
  // A frame of the network before.
  if (given.length !== layers.length || !layers.every(({ neurons }, at) => given[at]?.length === neurons)) return null;
  const values = new Float32Array(layers.reduce((sum, { neurons }) => sum + neurons, 0));
  let offset = 0;
  for (const layer of given) {
    values.set(layer, offset);
    offset += layer.length;
  }
  return {
    runId,
    values,
    extents: given,
    readings: given,
    summary: (format) =>
      layers
        .map(({ name, neurons, labels }, at) => {
          const of = given[at] ?? [];
          const strongest = indexOfLargest(of);
          const who = words.neuron(strongest + 1, labels?.[strongest] ?? null);
          return words.summary(name, neurons, who, of[strongest] ?? NaN, format);
        })
        .join(' '),
  };
}

/** A layer's name above its cells, and its neurons' names below them where they fit. */
function labelsOf(
  group: CellGroup,
  { name, activation, labels }: StripLayer,
  words: ActivationHeatmapMessages,
): PlacedLabel[] {
  const { x, y, neurons, columns, pitchX, cellWidth, cellHeight } = group;
  const header: PlacedLabel = {
    ...{ text: words.layer(name, activation), x, y: y - headerHeight, width: 0, height: headerHeight },
    align: 'start',
    slot: 'header',
  };
  if (!labels || columns < neurons || cellWidth < widest(labels)) return [header];
  return [
    header,
    ...labels.map((text, neuron): PlacedLabel => ({
      ...{ text, x: x + neuron * pitchX, y: y + cellHeight, width: pitchX, height: labelHeight },
      align: 'center',
      slot: 'labels',
    })),
  ];
}

/** About how wide the longest label is, in pixels. */
function widest(labels: readonly string[]): number {
  return Math.max(...labels.map(({ length }) => length)) * 6.5 + 4;
}

/** An entry per domain: layers that share one share it. Where a quantity has several, each says whose it is. */
function entriesOf(
  groups: readonly GroupWords[],
  layers: readonly StripLayer[],
  domains: readonly Domain[],
  notFinite: number,
  words: ActivationHeatmapMessages,
): readonly ScaleEntry[] {
  const entries = new Map<string, { readonly members: number[]; readonly domain: Domain }>();
  for (const layer of groups.keys()) {
    const domain = domains[layer] ?? [0, 1];
    const entry = entries.get(domain.join(' ')) ?? { members: [], domain };
    entry.members.push(layer);
    entries.set(domain.join(' '), entry);
  }
  const all = [...entries.values()];
  const quantityOf = (layer: number): string => groups[layer]!.quantity;
  const isSplit = (quantity: string): boolean =>
    all.filter(({ members }) => members.some((layer) => quantityOf(layer) === quantity)).length > 1;
  return all.map(({ members, domain }, index) => ({
    kind: 'scale',
    label: [...new Set(members.map(quantityOf))]
      .map((quantity) => {
        const whose = members.filter((layer) => quantityOf(layer) === quantity).map((layer) => layers[layer]!.name);
        return isSplit(quantity) ? words.quantityOf(quantity, whose) : quantity;
      })
      .join(', '),
    domain,
    scale: activationKindOf(domain),
    notFinite: index === all.length - 1 ? notFinite : 0,
  }));
}

function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] ?? NaN;
    if (value > (values[best] ?? NaN) || Number.isNaN(values[best])) best = index;
  }
  return best;
}
