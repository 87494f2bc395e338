import { kindForQuantity } from '../../shared/colorScale.js';
import { activationRule } from '../../shared/domain.js';
import type { ScaleRule } from '../../shared/domainChoice.js';
import type { ScaleEntry } from '../../shared/legend/legendEntry.js';
import type { NumberFormat } from '../../shared/number.js';
import { cellOf, layoutPictures, memberAt, rowsOf, type CellGroup, type HeatmapLayout } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Axes, Panel, PanelLook, PanelNumbers, PlacedLabel } from '../panel.js';
import type { HeatmapPictures } from '../types.js';
import { normalizeValues, type Normalize } from './normalize.js';
import { checkCounts, checkLength, refuse } from './refuse.js';

/** One picture per neuron, apart from the numbers. */
export interface Pictures {
  readonly layer: number;
  readonly name: string;
  readonly neurons: number;
  readonly labels: readonly string[] | null;
  readonly rows: number;
  readonly columns: number;
  /** Values of one picture; fewer than rows · columns where the last row is not full. */
  readonly cells: number;
  /** Planes of a colour image, side by side. Default 1. */
  readonly planes?: number;
  /** The neurons to show, in this order; null for all. */
  readonly members?: readonly number[] | null;
  /** Whether values are shares of a largest magnitude. Default 'none'. */
  readonly normalize?: Normalize;
  readonly rule: ScaleRule;
  /** The domain of the dots; null for pictures without. */
  readonly dotRule: ScaleRule | null;
  readonly look: PanelLook;
  /** What is coloured. */
  readonly what: string;
  readonly note: string | null;
}

/** Room for ticks, left of the pictures and below them. */
const tickWidth = 46;
const tickHeight = 16;
const captionFont = 11;
/** Room that a dot takes from a caption. */
const dotRoom = 18;

export function picturesPanel(pictures: Pictures, words: ActivationHeatmapMessages): Panel {
  const {
    layer,
    name,
    neurons,
    labels,
    rows,
    columns,
    cells,
    rule,
    dotRule,
    look,
    what: plain,
    note,
    members,
    normalize,
  } = pictures;
  const what = normalize && normalize !== 'none' ? words.normalized(plain, normalize) : plain;
  const label = (neuron: number): string | null => labels?.[neuron] ?? null;
  const layoutFor: Panel['layoutFor'] = ({ width, height }, format, axes, page) => {
    const sizes = { layer, neurons, rows, columns, values: cells, members: members ?? null };
    const layout = axes
      ? shifted(
          layoutPictures(sizes, Math.max(0, width - tickWidth), Math.max(0, height - tickHeight), page),
          tickWidth,
        )
      : layoutPictures(sizes, width, height, page);
    const [group] = layout.groups;
    if (!group) return { ...layout, labels: [] };
    const ticks = axes ? ticksOf(group, axes, format) : [];
    return { ...layout, labels: [...captionsOf(group, layout.caption, labels, dotRule !== null), ...ticks] };
  };
  return {
    layoutFor,
    rules: dotRule ? [rule, dotRule] : [rule],
    hasDots: dotRule !== null,
    areNeurons: true,
    badgedLayer: layer,
    groups: [
      {
        name: words.layerOf(name, neurons),
        title: (neuron) => `${name} · ${words.neuron(neuron + 1, label(neuron))}`,
        spoken: (neuron) => words.neuronOf(neuron + 1, neurons, label(neuron)),
        quantity: words.activation,
      },
    ],
    look: { ...look, framed: true },
    legend: (domains, notFinite) => [
      ...domains.map((domain, index): ScaleEntry => ({
        kind: 'scale',
        label: index > 0 ? words.dots : domain[0] < 0 ? words.signed(what) : what,
        domain,
        scale: kindForQuantity((index > 0 ? dotRule : rule)?.quantity, domain),
        notFinite: index === 0 ? notFinite : 0,
      })),
      ...(typeof look.level === 'number' ? [{ kind: 'sign', sign: '—', label: words.threshold } as const] : []),
    ],
    note,
  };
}

export function picturesNumbers(
  plain: Float32Array,
  dots: ArrayLike<number> | null,
  runId: string,
  { neurons, cells, what, normalize = 'none' }: Pictures,
  words: ActivationHeatmapMessages,
): PanelNumbers | null {
  if (plain.length !== neurons * cells) return null;
  const values = normalizeValues(plain, cells, normalize);
  const shown = dots?.length === neurons ? dots : null;
  return {
    runId,
    values,
    extents: [values, shown],
    readings: [shown],
    dots: shown && Float32Array.from(shown),
    summary: (format) => words.pictures(what, neurons, extremes(values), format),
  };
}

/** What pictures of the caller's own say of themselves, checked. */
export function givenPictures(values: HeatmapPictures): {
  readonly shape: Pick<Pictures, 'layer' | 'name' | 'neurons' | 'labels' | 'rows' | 'columns' | 'cells' | 'dotRule'>;
  readonly pictures: Float32Array;
} {
  const { name, neurons, rows, columns, pictures, activations, layer = 1 } = values;
  checkCounts({ neurons, rows, columns });
  checkLength(
    'pictures',
    pictures,
    neurons * rows * columns,
    `${neurons} × ${rows} × ${columns}`,
    'pass neuron after neuron, each row by row',
  );
  if (activations && activations.length !== neurons) {
    throw refuse(`expected ${neurons} activations, one per neuron, got ${activations.length}; pass one each, or none.`);
  }
  const dotRule: ScaleRule | null = activations ? { ...activationRule(null), quantity: 'activation' } : null;
  return {
    shape: { layer, name, neurons, labels: null, rows, columns, cells: rows * columns, dotRule },
    pictures: Float32Array.from(pictures),
  };
}

function shifted(layout: HeatmapLayout, by: number): HeatmapLayout {
  const move = <T extends { readonly x: number }>(box: T): T => ({ ...box, x: box.x + by });
  return { ...layout, groups: layout.groups.map(move), blocks: layout.blocks.map(move) };
}

/** A neuron's name or number below its picture. */
export function captionsOf(
  group: CellGroup,
  caption: number,
  labels: readonly string[] | null,
  hasDots: boolean,
): PlacedLabel[] {
  // The number of an only neuron says nothing.
  if (caption === 0 || (group.neurons === 1 && labels === null)) return [];
  return Array.from({ length: group.neurons }, (_, neuron) => {
    const { x, y, width, height } = cellOf(group, neuron);
    const room = width - (hasDots ? dotRoom : 0);
    const member = memberAt(group, neuron);
    const label = labels?.[member];
    const text = label !== undefined && label.length * captionFont * 0.6 <= room ? label : String(member + 1);
    return { text, x: x + 1, y: y + height + 1, width: room, height: caption, align: 'start', slot: 'labels' };
  });
}

/** The ends of both axes: along y beside the first column, along x below the last row. */
function ticksOf(group: CellGroup, { x, y }: Axes, format: NumberFormat): PlacedLabel[] {
  const ticks: PlacedLabel[] = [];
  const common = { height: tickHeight, slot: 'labels' } as const;
  for (let row = 0; row < rowsOf(group); row++) {
    const { y: top, height } = cellOf(group, row * group.columns);
    const left = { ...common, x: 0, width: tickWidth - 6, align: 'end' } as const;
    ticks.push({ ...left, text: format.value(y[1]), y: top - 3 });
    ticks.push({ ...left, text: format.value(y[0]), y: top + height - tickHeight + 3 });
  }
  const caption = group.pitchY - group.cellHeight > tickHeight ? tickHeight + 4 : 0;
  for (let column = 0; column < Math.min(group.columns, group.neurons); column++) {
    const last = lastInColumn(group, column);
    const { x: left, y: top, width, height } = cellOf(group, last);
    if (width < 2 * tickWidth) continue;
    const below = { ...common, y: top + height + caption, width: width / 2 };
    ticks.push({ ...below, text: format.value(x[0]), x: left, align: 'start' });
    ticks.push({ ...below, text: format.value(x[1]), x: left + width / 2, align: 'end' });
  }
  return ticks;
}

function lastInColumn({ neurons, columns }: CellGroup, column: number): number {
  return column + Math.floor((neurons - 1 - column) / columns) * columns;
}

/** The least and the largest finite value. */
export function extremes(values: ArrayLike<number>): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Throws unless the list names neurons of the layer. */
export function checkMembers(members: readonly number[] | null, neurons: number): void {
  if (members === null) return;
  const odd = members.findIndex((member) => !Number.isInteger(member) || member < 0 || member >= neurons);
  if (members.length > 0 && odd < 0) return;
  throw refuse(
    `neurons: expected indices from 0 to ${neurons - 1}, got ${members.length === 0 ? 'none' : String(members[odd])}; list neurons of this layer, or leave it out.`,
  );
}
