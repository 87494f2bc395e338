import type { InputReference, NetworkDescription } from '@neuroglow/engine';
import { activationRule, signedRule } from '../../shared/domain.js';
import { kindForQuantity } from '../../shared/colorScale.js';
import type { ScaleRule } from '../../shared/domainChoice.js';
import { aspectOfPictures, cellOf, layoutPictures, memberAt } from '../geometry.js';
import { MapPixels } from '../MapPixels.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Panel } from '../panel.js';
import type { FeatureMapsProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { captionsOf, extremes } from './pictures.js';

/** What the maps are of; the first picture is the input. */
export interface FeatureMaps {
  readonly network: NetworkDescription;
  readonly layer: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  /** Rows, columns and channels of the input, of which the first is shown; null where it is no picture. */
  readonly input: readonly [rows: number, columns: number, channels: number] | null;
  readonly quantity: 'activation' | 'preActivation';
  readonly rule: ScaleRule;
}

/** The first layer that convolves or pools, else the first of pictures with several channels, else the input. */
function defaultLayer({ layers }: NetworkDescription): number {
  const convolved = layers.findIndex(({ kind }) => kind === 'conv2d' || kind === 'pool');
  return Math.max(0, convolved);
}

/** A layer's activations for one input, channel by channel, beside the input; pointing at a pixel outlines what it sees of the input. */
export const featureMapsMode: HeatmapMode<FeatureMapsProps, FeatureMaps> = {
  aspect({ layer }, network) {
    const [rows, columns, channels] = network?.layers[layer ?? defaultLayer(network)]?.shape ?? [];
    return aspectOfPictures({ neurons: (channels ?? 4) + 1, rows: rows ?? 1, columns: columns ?? 1 });
  },

  describe({ layer: given, quantity = 'activation' }, { network }, words) {
    const layer = given ?? defaultLayer(network);
    const of = network.layers[layer];
    if (of?.shape.length !== 3) return null;
    const [rows, columns, channels] = of.shape;
    const { shape } = network.layers[0]!;
    const rule = quantity === 'activation' ? ruleOf(of) : signedRule;
    return {
      ...{ network, layer, name: of.name, rows, columns, channels, quantity },
      input: shape.length === 3 && layer > 0 ? shape : null,
      rule: { ...rule, quantity: words[quantity] },
    };
  },

  views({ layer, quantity }, { network, input }) {
    if (input === null) return null;
    const chosen = layer ?? defaultLayer(network);
    return {
      main: { kind: 'featureMaps', layer: chosen, input, ...(quantity !== undefined && { quantity }) },
      extra: inputMaps(input, chosen),
    };
  },
  missing: (words) => words.noInput,

  read({ main, extra }, description, words) {
    const { rows, columns, channels, input, name, quantity } = description;
    if (main.kind !== 'featureMaps' || main.maps.length !== rows * columns * channels) return null;
    const picture = extra?.kind === 'featureMaps' ? extra.maps : null;
    const size = input ? input[0] * input[1] : 0;
    const values = new Float32Array(size + main.maps.length);
    if (picture) values.set(picture.subarray(0, size));
    else values.fill(NaN, 0, size);
    values.set(main.maps, size);
    return {
      ...{ runId: main.runId, values, readings: [null] },
      extents: input ? [main.maps, picture?.subarray(0, size) ?? null] : [main.maps],
      summary: (format) => words.featureMaps(name, quantity, channels, rows, columns, extremes(main.maps), format),
    };
  },

  given: () => null,
  panel: featureMapsPanel,
};

function ruleOf({ activation, kind }: NetworkDescription['layers'][number]): ReturnType<typeof activationRule> {
  // Layers without a function of their own, such as pools, pass numbers on whose size is not known.
  return activation !== null || kind === 'input' ? activationRule(activation) : { kind: 'any' };
}

function inputMaps(
  input: InputReference,
  layer: number,
): { kind: 'featureMaps'; layer: 0; input: InputReference } | null {
  return layer > 0 ? { kind: 'featureMaps', layer: 0, input } : null;
}

function featureMapsPanel(description: FeatureMaps, words: ActivationHeatmapMessages): Panel {
  const { layer, name, rows, columns, channels, input, quantity, rule } = description;
  const before = input ? 1 : 0;
  const size = input ? input[0] * input[1] : 0;
  const nameOf = (picture: number): string =>
    picture < before
      ? words.inputChannel(input?.[2] ?? 1)
      : `${name} · ${words.channel(picture - before + 1, channels)}`;
  return {
    layoutFor({ width, height }, _format, _axes, page) {
      const layout = layoutPictures(
        { layer, neurons: channels + before, rows, columns, values: 0 },
        width,
        height,
        page,
      );
      const [group] = layout.groups;
      if (!group) return { ...layout, labels: [] };
      const blocks = Array.from({ length: group.neurons }, (_, place) => {
        const picture = memberAt(group, place);
        const box = cellOf(group, place);
        if (picture >= before) {
          return { ...box, rows, columns, offset: size + (picture - before) * rows * columns, table: 0 };
        }
        return { ...box, rows: input![0], columns: input![1], offset: 0, table: 1 };
      });
      const captions = captionsOf(group, layout.caption, null, false).map((caption, place) => {
        const picture = memberAt(group, place);
        return { ...caption, text: picture < before ? words.inputValue : String(picture - before + 1) };
      });
      return { ...layout, blocks, labels: captions };
    },
    rules: input ? [rule, { ...activationRule(null), quantity: 'input' }] : [rule],
    ...{ hasDots: false, areNeurons: false, overlay: MapPixels },
    groups: [
      {
        name: words.mapsOf(name, channels),
        title: nameOf,
        spoken: nameOf,
        quantity: words[quantity],
        maps: { ...description, before },
      },
    ],
    look: { gap: 0, signsFrom: 0.1, framed: true },
    legend: (domains, notFinite) =>
      domains.map((domain, index) => ({
        kind: 'scale',
        label: index > 0 ? words.inputChannel(input?.[2] ?? 1) : words.mapsQuantity(name, quantity),
        domain,
        scale: kindForQuantity(index > 0 ? 'input' : rule.quantity, domain),
        notFinite: index === 0 ? notFinite : 0,
      })),
    note: words.mapsNote,
  };
}
