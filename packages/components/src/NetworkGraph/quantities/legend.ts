import type { NetworkDescription } from '@neuroglow/engine';
import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import type { NumberFormat } from '../../shared/number.js';
import type { NetworkGraphMessages } from '../messages.js';
import { wordsOf } from '../../shared/quantities/bound.js';
import { LEAST_CHANGE } from '../motion/noticeable.js';
import { neuronScaleKind, type ShownQuantities } from './shownQuantities.js';
import { activationKindOf, kindOf } from '../../shared/colorScale.js';
import { barsOf } from '../beside/beside.js';
import type { ReportSummary } from '../scene/canvasController.js';
import type { GraphDomains } from './scales.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';
import type { LayerFlags } from './useLayerFlags.js';

export interface LegendContext {
  readonly network: NetworkDescription;
  readonly shown: ShownQuantities;
  /** What the CSS colours of a colour function mean, as its author says. */
  readonly ownColors: readonly { readonly color: string; readonly label: string }[];
  /** Whether a colour function gives numbers for a scale. */
  readonly isOwnScaled: boolean;
  readonly glyph: GlyphPlan | null;
  readonly showsConnections: boolean;
  /** Whether no connection is left out: then none drawn means that none is known yet. */
  readonly showsAll: boolean;
  readonly notFinite: number;
  /** Connections beyond their layer's domain. */
  readonly beyond: number;
  /** [l] how many neurons are marked. */
  readonly flags: readonly LayerFlags[];
  /** Whether the right answer is known and marked. */
  readonly hasTruth: boolean;
  /** Whether the connections through which much flows stand out. */
  readonly emphasizes: boolean;
  /** Over how many steps a shimmer looks back; null where nothing shimmers. */
  readonly shimmerSpan: number | null;
  readonly words: NetworkGraphMessages;
  readonly format: NumberFormat;
}

/** What each colour means and its domain; layers that share a domain share an entry. */
export function legendEntries(context: LegendContext, domains: GraphDomains): LegendEntry[] {
  const { network, words, glyph } = context;
  const entries = neuronEntries(context, domains);
  if (glyph) {
    const scale = glyph.kind === 'responseMap' ? activationKindOf(domains.glyphs) : kindOf(domains.glyphs);
    entries.push({ kind: 'scale', label: words.glyphs[glyph.kind], domain: domains.glyphs, scale });
  }
  if (network.layers.length > 1) entries.push(...signedEntries(context, domains));
  return [...entries, ...barEntries(context, domains), ...markEntries(context)];
}

function neuronEntries(context: LegendContext, domains: GraphDomains): LegendEntry[] {
  const { network, words, notFinite, shown, ownColors } = context;
  if (shown.paint && !context.isOwnScaled) {
    if (ownColors.length === 0) return [{ kind: 'sign', sign: '', label: words.quantities.own }];
    return ownColors.map(({ color, label }) => ({ kind: 'swatch', color, label }));
  }
  const names = network.layers.map(({ name }) => name);
  const entries: LegendEntry[] = [];
  const quantity = words.neuronDisc(neuronQuantity(context));
  const hasHidden = network.layers.length > 1;
  const groups = groupBy(
    names.map((_, layer) => layer).filter((layer) => layer > 0 || !hasHidden || showsInputApart(context)),
    (layer) => domains.neurons[layer]?.join() ?? '',
  );
  for (const group of groups) {
    const [first = 0] = group;
    const onlyInput = first === 0 && group.length === 1 && hasHidden;
    entries.push({
      kind: 'scale',
      label: onlyInput
        ? (names[0] ?? '')
        : groups.length > 1
          ? words.ofLayers(
              quantity,
              group.map((layer) => names[layer] ?? ''),
            )
          : quantity,
      domain: domains.neurons[first] ?? [0, 1],
      scale: neuronScaleKind(shown, first, domains.neurons[first] ?? [0, 1]),
      notFinite: entries.length === 0 ? notFinite : 0,
    });
  }
  return entries;
}

/** Bars that were asked for, by quantity and domain; those of the outputs' own activations explain themselves. */
function barEntries({ network, shown, words, format }: LegendContext, domains: GraphDomains): LegendEntry[] {
  return network.layers.flatMap(({ name }, layer): LegendEntry[] => {
    const bars = barsOf(shown.beside, layer);
    if (!bars || (layer === network.layers.length - 1 && bars.quantity.name === 'activation')) return [];
    const quantity = wordsOf(bars, words, words.quantities, format).legend;
    const [low, high] = domains.bars[layer] ?? [0, 1];
    return [{ kind: 'sign', sign: '▬', label: words.bars(quantity, name, low, high, format) }];
  });
}

/** What the marks upon neurons mean, where any is marked. */
function markEntries({ flags, beyond, hasTruth, shimmerSpan, words, format }: LegendContext): LegendEntry[] {
  const total = (kind: keyof LayerFlags): number => flags.reduce((sum, layer) => sum + layer[kind], 0);
  const dead = total('dead');
  const saturated = total('saturated');
  return [
    ...(hasTruth ? [{ kind: 'sign', sign: '', label: words.truthMark } as const] : []),
    ...(shimmerSpan === null
      ? []
      : [
          { kind: 'sign', sign: '', label: words.shimmer(LEAST_CHANGE, shimmerSpan, format) } as const,
          { kind: 'sign', sign: '', label: words.pulse } as const,
        ]),
    ...(beyond > 0 ? [{ kind: 'sign', sign: '', label: words.beyond(beyond, format) } as const] : []),
    ...(dead > 0 ? [{ kind: 'sign', sign: '×', label: words.deadMark(dead, format) } as const] : []),
    ...(saturated > 0 ? [{ kind: 'sign', sign: '●', label: words.saturatedMark(saturated, format) } as const] : []),
  ];
}

/** How many of how many connections are drawn, and which of them as density pictures. */
export function connectionCaption(context: LegendContext, report: ReportSummary | null): string {
  const { network, words, format } = context;
  if (!report || report.of === 0 || (context.showsAll && report.drawn === 0)) return '';
  const said = words.connections(report.drawn, report.of, connectionQuantity(context), format);
  if (report.density.length === 0) return said;
  return `${said} · ${words.density(report.density.map((layer) => network.layers[layer]?.name ?? ''))}`;
}

/** The input shows itself; it needs an entry of its own where hidden layers show something else, or another domain. */
function showsInputApart({ shown: { neurons } }: LegendContext): boolean {
  return neurons !== null && neurons.quantity.name !== 'activation';
}

/** The scale that connections and bias rings share; each has a domain of its own, so words give them. */
function signedEntries(context: LegendContext, domains: GraphDomains): LegendEntry[] {
  const { network, showsConnections, shown, words, format } = context;
  if (!showsConnections) return [{ kind: 'scale', label: words.biasRing, domain: domains.biases, scale: 'diverging' }];
  const layers = network.layers.map((_, layer) => layer).slice(1);
  const far = (layer: number): number => domains.connections[layer] ?? 1;
  const groups = groupBy(layers, (layer) => String(far(layer)));
  const line = words.connectionLine(connectionQuantity(context));
  const range =
    groups.length > 2
      ? words.reachingByLayer(layers.map(far), format)
      : groups
          .map(([first = 1, ...others]) =>
            words.reaching(
              far(first),
              groups.length === 1 ? [] : [first, ...others].map((layer) => network.layers[layer]?.name ?? ''),
              format,
            ),
          )
          .join(', ');
  const remark = (label: string): LegendEntry => ({ kind: 'sign', sign: '', label });
  return [
    { kind: 'scale', label: `${line}: ${range}`, domain: [-1, 1], ends: ['−', '+'], scale: 'diverging' },
    remark(`${words.biasRing}: ${words.reaching(domains.biases[1], [], format)}`),
    remark(words.dashed),
    ...(shown.connections.quantity.isEmphasized && context.emphasizes ? [remark(words.opacity)] : []),
  ];
}

function connectionQuantity({ shown, words, format }: LegendContext): string {
  return wordsOf(shown.connections, words, words.connectionQuantities, format).legend;
}

function neuronQuantity({ shown: { neurons }, words, format }: LegendContext): string {
  return neurons ? wordsOf(neurons, words, words.quantities, format).legend : words.quantities.own;
}

function groupBy(layers: readonly number[], keyOf: (layer: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const layer of layers) {
    const key = keyOf(layer);
    groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  return [...groups.values()];
}
