import type { NeuronReference } from '@neuroglow/engine';
import { color as parseColor } from 'd3-color';
import type { ConnectionFilter, NetworkLook, NetworkScene } from '../../drawing/scenes/network.js';
import { colorScale } from '../../shared/colorScale.js';
import { colorTable, colorWord, type ColorTable } from '../../shared/colorTable.js';
import type { Domain } from '../../shared/domain.js';
import type { Size } from '../../shared/useSize.js';
import type { Theme } from '../../shared/theme.js';
import type { GraphGeometry } from '../layout/geometry.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import {
  connectionValues,
  layerValues,
  neuronNumbers,
  type ConnectionColor,
  type NeuronColor,
} from '../quantities/quantities.js';
import type { GraphDomains } from '../quantities/scales.js';

/** Which layer's neurons carry pictures, and of what. */
export interface GlyphPlan {
  readonly kind: 'responseMap' | 'inputWeights';
  readonly layer: number;
}

/** What a caller, and not a frame, decides. */
export interface SceneOptions {
  readonly size: Size;
  readonly geometry: GraphGeometry;
  /** Neurons of each layer. */
  readonly counts: readonly number[];
  readonly theme: Theme;
  readonly neuronColor: NeuronColor;
  readonly connectionColor: ConnectionColor;
  readonly filter: ConnectionFilter;
  readonly glyph: GlyphPlan | null;
  readonly bars: boolean;
}

/** What the person looking points at, and how far a shown pass has come. */
export interface SceneEmphasis {
  readonly focus: readonly NeuronReference[];
  readonly selected: readonly NeuronReference[];
  readonly wave: number | null;
  readonly wavesBackward: boolean;
}

/** Above this many connections between two layers they are drawn as a density picture, unless a faster exact way fits. */
export const densityFrom = 6_000;

/** Makes scenes of numbers. Keeps what did not change as the same object, so that it is not sent again. */
export class SceneMaker {
  #options: SceneOptions | null = null;
  #domains: GraphDomains | null = null;
  #fixed: Omit<NetworkScene, keyof Moving> | null = null;
  #own: { readonly numbers: GraphNumbers; readonly color: NeuronColor; readonly colors: OwnColors } | null = null;

  /** The scene for these numbers; null where there is nothing that could be drawn to. */
  make(options: SceneOptions, domains: GraphDomains, numbers: GraphNumbers, emphasis: SceneEmphasis): NetworkScene {
    if (this.#options !== options || this.#domains !== domains || !this.#fixed) {
      this.#fixed = fixedPart(options, domains);
      this.#options = options;
      this.#domains = domains;
    }
    const { neuronColor, counts } = options;
    const own = this.ownColors(options, numbers);
    const { values, carried } = connectionValues(numbers, options.connectionColor);
    const last = counts.length - 1;
    return {
      ...this.#fixed,
      connections: fits(values, counts) ? values : nothing,
      carried,
      emphasis: null,
      neuronValues: counts.map((count, layer) => {
        const shown =
          own?.values[layer] ?? (typeof neuronColor === 'function' ? null : layerValues(numbers, neuronColor, layer));
        return shown?.length === count ? shown : null;
      }),
      neuronWords: own?.words ?? null,
      ringValues: numbers.biases,
      glyphs: numbers.glyphs && options.glyph ? glyphsOf(options, domains, numbers.glyphs) : null,
      glyphValues: options.glyph ? (numbers.glyphs?.values ?? null) : null,
      barValues: options.bars ? (numbers.activations?.[last] ?? null) : null,
      flags: numbers.flags,
      ...emphasis,
    };
  }

  /** What a colour function says of every neuron: numbers, or colours. null where colours come from a quantity. */
  ownColors({ neuronColor, counts }: SceneOptions, numbers: GraphNumbers): OwnColors | null {
    if (typeof neuronColor !== 'function') return null;
    if (this.#own?.numbers === numbers && this.#own.color === neuronColor) return this.#own.colors;
    const values: Float32Array[] = [];
    const words: Uint32Array[] = [];
    let scaled = false;
    counts.forEach((count, layer) => {
      const layerOwn = new Float32Array(count).fill(NaN);
      const layerWords = new Uint32Array(count);
      for (let neuron = 0; neuron < count; neuron++) {
        const result = neuronColor(neuronNumbers(numbers, layer, neuron));
        if (typeof result === 'number') {
          layerOwn[neuron] = result;
          scaled = true;
        } else if (parseColor(result)) {
          layerWords[neuron] = colorWord(result);
          // Nothing that the scale should hear of.
          layerOwn[neuron] = 0;
        }
      }
      values.push(layerOwn);
      words.push(layerWords);
    });
    this.#own = { numbers, color: neuronColor, colors: { values, words, scaled } };
    return this.#own.colors;
  }
}

interface OwnColors {
  readonly values: readonly Float32Array[];
  readonly words: readonly Uint32Array[];
  /** Whether any neuron was given a number for the colour scale. */
  readonly scaled: boolean;
}

type Moving = Pick<
  NetworkScene,
  | 'connections'
  | 'carried'
  | 'emphasis'
  | 'neuronValues'
  | 'neuronWords'
  | 'ringValues'
  | 'glyphs'
  | 'glyphValues'
  | 'barValues'
  | 'flags'
  | 'focus'
  | 'selected'
  | 'wave'
  | 'wavesBackward'
>;

const nothing: readonly Float32Array[] = [];

function fits(values: readonly Float32Array[] | null, counts: readonly number[]): values is readonly Float32Array[] {
  return (
    values?.length === counts.length &&
    values.every((layer, at) => at === 0 || layer.length === counts[at]! * counts[at - 1]!)
  );
}

function fixedPart(options: SceneOptions, domains: GraphDomains): Omit<NetworkScene, keyof Moving> {
  const { size, geometry, counts, theme, filter } = options;
  const { colors } = theme;
  const table = tableCache(theme);
  return {
    kind: 'network',
    width: size.width,
    height: size.height,
    scale: size.ratio,
    orientation: geometry.orientation,
    layers: geometry.layers.map(({ neurons, cross, main, radius, reach, tile, bars }) => ({
      neurons,
      cross,
      main,
      radius,
      reach,
      ...(tile && { tile }),
      ...(bars && { bars }),
    })),
    counts,
    connectionStyle: {
      domains: domains.connections,
      positive: colorWord(colors.positive),
      negative: colorWord(colors.negative),
      bad: colorWord(colors.error),
      curved: true,
      densityFrom,
    },
    filter,
    neuronTables: domains.neurons.map(table),
    ringTable: table(domains.biases),
    look: lookOf(theme),
  };
}

function tableCache(theme: Theme): (domain: Domain) => ColorTable {
  const tables = new Map<string, ColorTable>();
  return (domain) => {
    const key = domain.join();
    const known = tables.get(key) ?? colorTable(colorScale(theme, domain));
    tables.set(key, known);
    return known;
  };
}

function lookOf({ scheme, forcedColors, colors }: Theme): NetworkLook {
  return {
    empty: colorWord(colors.faint),
    outline: colorWord(colors.line),
    accent: colorWord(colors.accent),
    ink: colorWord(colors.text),
    // A forced grey is as bright as the bars upon it.
    track: forcedColors ? 0 : colorWord(colors.faint),
    // On light ground the glow is a tinted shadow, which takes more to be seen.
    glow: forcedColors ? 0 : scheme === 'dark' ? 0.4 : 0.45,
  };
}

function glyphsOf(
  { theme, glyph }: SceneOptions,
  domains: GraphDomains,
  { rows, columns }: NonNullable<GraphNumbers['glyphs']>,
): NetworkScene['glyphs'] {
  if (!glyph) return null;
  return {
    layer: glyph.layer,
    rows,
    columns,
    table: colorTable(colorScale(theme, domains.glyphs)),
    smooth: glyph.kind === 'responseMap',
  };
}
