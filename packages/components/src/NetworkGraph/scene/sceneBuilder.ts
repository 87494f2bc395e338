import type { LayerDescription, NeuronReference } from '@neuroglow/engine';
import type { ConnectionFilter, NetworkLook, NetworkScene } from '../../drawing/scenes/network.js';
import { activationKindOf, colorScale, type ColorScaleKind } from '../../shared/colorScale.js';
import { colorTable, colorWord, type ColorTable } from '../../shared/colorTable.js';
import type { Domain } from '../../shared/domain.js';
import type { Size } from '../../shared/useSize.js';
import type { Theme } from '../../shared/theme.js';
import { barsOf } from '../beside/beside.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { connectionBands, isLined } from './connectionBands.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import { carriedOf, valuesOf } from '../../shared/quantities/bound.js';
import { paintNeurons, type PaintedNeurons } from '../quantities/colorFunction.js';
import { neuronScaleKind, neuronValues, type ShownQuantities } from '../quantities/shownQuantities.js';
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
  readonly layers: readonly LayerDescription[];
  readonly theme: Theme;
  readonly shown: ShownQuantities;
  readonly filter: ConnectionFilter;
  /** Whether the connections through which much flows stand out, where the quantity allows it. */
  readonly emphasizes: boolean;
  readonly glyph: GlyphPlan | null;
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
export class SceneBuilder {
  #options: SceneOptions | null = null;
  #domains: GraphDomains | null = null;
  #fixed: Omit<NetworkScene, keyof Moving> | null = null;
  #connections: {
    readonly values: readonly (Float32Array | null)[] | null;
    readonly layers: readonly Float32Array[];
  } | null = null;
  #painted: {
    readonly numbers: GraphNumbers;
    readonly shown: ShownQuantities;
    readonly neurons: PaintedNeurons;
  } | null = null;

  /** The scene for these numbers; null where there is nothing that could be drawn to. */
  make(options: SceneOptions, domains: GraphDomains, numbers: GraphNumbers, emphasis: SceneEmphasis): NetworkScene {
    if (this.#options !== options || this.#domains !== domains || !this.#fixed) {
      this.#fixed = fixedPart(options, domains);
      this.#options = options;
      this.#domains = domains;
    }
    const { shown, counts } = options;
    const painted = this.painted(options, numbers);
    const connections = valuesOf(shown.connections, numbers.frames, counts.length);
    const values = painted?.values ?? neuronValues(shown, numbers, counts.length);
    return {
      ...this.#fixed,
      connections: this.#connectionsOf(connections, options.layers),
      carried: carriedOf(shown.connections, numbers.frames, counts.length),
      emphasis: shown.connections.quantity.isEmphasized && options.emphasizes ? numbers.activations : null,
      neuronValues: counts.map((count, layer) => {
        const own = values[layer];
        return own?.length === count ? own : null;
      }),
      neuronWords: painted?.words ?? null,
      ringValues: numbers.biases,
      glyphs: numbers.glyphs && options.glyph ? glyphsOf(options, domains, numbers.glyphs) : null,
      glyphValues: options.glyph ? (numbers.glyphs?.values ?? null) : null,
      barValues: counts.map((_, layer) => {
        const bars = barsOf(shown.beside, layer);
        const own = bars && valuesOf(bars, numbers.frames, counts.length)?.[layer];
        return own ? sharesOf(own, domains.bars[layer] ?? [0, 1]) : null;
      }),
      flags: numbers.flags,
      ...emphasis,
    };
  }

  /** What a colour function gives every neuron; null where a quantity colours them. */
  painted({ shown, counts }: SceneOptions, numbers: GraphNumbers): PaintedNeurons | null {
    if (!shown.paint) return null;
    if (this.#painted?.numbers !== numbers || this.#painted.shown !== shown) {
      this.#painted = { numbers, shown, neurons: paintNeurons(shown.paint, numbers, counts) };
    }
    return this.#painted.neurons;
  }

  /** The same array for the same values. Nothing where values do not fit the network: the ones that do are on their way. */
  #connectionsOf(
    values: readonly (Float32Array | null)[] | null,
    descriptions: readonly LayerDescription[],
  ): readonly Float32Array[] {
    if (this.#connections?.values !== values) {
      const layers = values?.map((layer, at) => (isLined(descriptions, at) ? layer : empty)) ?? [];
      const expected = descriptions.map(({ neurons }, at) =>
        isLined(descriptions, at) ? neurons * descriptions[at - 1]!.neurons : 0,
      );
      const isComplete =
        layers.length === expected.length && layers.every((layer, at) => layer?.length === expected[at]);
      this.#connections = { values, layers: isComplete ? (layers as Float32Array[]) : nothing };
    }
    return this.#connections.layers;
  }
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

/** Values as shares of their domain, −1 … 1: 0 is no bar, 1 a whole one. */
function sharesOf(values: Float32Array, [low, high]: Domain): Float32Array {
  const whole = low < 0 ? high : high - low;
  return values.map((value) => (low < 0 ? value : value - low) / whole);
}

const nothing: readonly Float32Array[] = [];
const empty = new Float32Array(0);

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
    layers: geometry.layers.map(({ neurons, cross, main, radius, reach, tile, block, bars }) => ({
      neurons,
      cross,
      main,
      radius,
      reach,
      ...(tile && { tile }),
      ...(block && { block }),
      ...(bars && { bars }),
    })),
    counts,
    bands: connectionBands(options.layers, geometry),
    connectionStyle: {
      domains: domains.connections,
      positive: colorWord(colors.positive),
      negative: colorWord(colors.negative),
      bad: colorWord(colors.error),
      curved: true,
      densityFrom,
    },
    filter,
    neuronTables: domains.neurons.map((domain, layer) => table(domain, neuronScaleKind(options.shown, layer, domain))),
    ringTable: table(domains.biases, 'diverging'),
    look: lookOf(theme),
  };
}

function tableCache(theme: Theme): (domain: Domain, kind: ColorScaleKind) => ColorTable {
  const tables = new Map<string, ColorTable>();
  return (domain, kind) => {
    const key = `${kind} ${domain.join()}`;
    const known = tables.get(key) ?? colorTable(colorScale(theme, domain, kind));
    tables.set(key, known);
    return known;
  };
}

function lookOf({ scheme, forcedColors, colors }: Theme): NetworkLook {
  return {
    empty: colorWord(colors.faint),
    outline: colorWord(colors.line),
    edge: colorWord(colors.muted),
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
    // A response map shows activations; input weights are signed parameters.
    table: colorTable(
      glyph.kind === 'responseMap'
        ? colorScale(theme, domains.glyphs, activationKindOf(domains.glyphs))
        : colorScale(theme, domains.glyphs),
    ),
    smooth: glyph.kind === 'responseMap',
  };
}
