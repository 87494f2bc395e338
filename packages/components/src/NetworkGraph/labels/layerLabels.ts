import type { LayerBlock } from '../../drawing/scenes/network.js';
import { toPoint } from '../interaction/hitTest.js';
import type { GraphGeometry, HiddenRun, LayerGeometry } from '../layout/geometry.js';
import { stackedWidth, wordWidth } from '../layout/wordScale.js';
import { isLayerFlagged, type LayerFlags } from '../quantities/useLayerFlags.js';
import { kindText, shapeText } from './blockWords.js';
import type { DescribeContext } from './describeContext.js';
import type { Label } from './label.js';
import { clampTo, fitting, LINE, lineOf, roomOver, roomUnder, underLayer, wrapped } from './layerWords.js';

export interface LayerLabelOptions {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly flags: readonly LayerFlags[];
  /** Layers that are shown whole although they could be collapsed. */
  readonly expanded: ReadonlySet<number>;
}

/** All words of a layer. */
export interface LayerLabels {
  readonly layer: number;
  readonly name: string;
  readonly total: number;
  readonly isExpanded: boolean;
  readonly title: TitleLabel;
  /** Under an image: its size and its number of neurons. */
  readonly image: Label | null;
  /** Under a block: its shape and its kind. */
  readonly block: Label | null;
  readonly hidden: readonly HiddenLabel[];
  /** Under the layer: how many neurons it has, its page, what is wrong with it. */
  readonly under: UnderLabel | null;
}

export interface TitleLabel extends Label {
  /** The layer's name and function at full length. */
  readonly full: string;
  /** Behind the words on the page, where there is room: the layer can be collapsed. */
  readonly sign: string;
  readonly isStacked: boolean;
}

export interface HiddenLabel extends Label {
  readonly run: HiddenRun;
  readonly full: string;
  /** Three dots above the words, or in place of them. */
  readonly hasDots: boolean;
}

export interface UnderLabel extends Label {
  /** At full length. */
  readonly full: string;
  /** Whether the layer hides neurons; else the words say only what is wrong with it. */
  readonly counts: boolean;
}

/** With less room than this a name that does not fit is left out. */
const LEAST_NAME = 56;
/** Behind the name of a layer that can be collapsed. */
const SIGN = ' ▾';
/** What a button of the pager takes, with the room beside it. */
const PAGE_BUTTON = 28;
const DOTS = '···';

/** The words of every layer. */
export function layerLabels(options: LayerLabelOptions): LayerLabels[] {
  return options.geometry.layers
    .filter((here) => isInPicture(options.geometry, here))
    .map((here) => {
      const { geometry, context, expanded } = options;
      const { network, words } = context;
      const { name = '', neurons: total = 0, activation = null } = network.layers[here.layer] ?? {};
      const isExpanded = expanded.has(here.layer) && here.places.mode === 'all';
      return {
        ...{ layer: here.layer, name, total, isExpanded },
        title: titleOf(geometry, here, words.layerCaption(name, activation), name, isExpanded ? SIGN : ''),
        image: here.tile ? imageOf(options, here.tile, here, total) : null,
        block: here.block ? blockLabel(options, here.block, here) : null,
        hidden: here.hiddenRuns.map((run) => hiddenOf(options, here, run)),
        under: underOf(options, here, total),
      };
    });
}

/** Whether a layer is seen: zoomed in, the words of others would pile up at the edges. */
function isInPicture({ orientation, width, height }: GraphGeometry, { main, reach }: LayerGeometry): boolean {
  return main + reach >= 0 && main - reach <= (orientation === 'left-right' ? width : height);
}

/** Where there is no room for both, the name says more than the function; where there is none at all, neurons come first. */
function titleOf(geometry: GraphGeometry, here: LayerGeometry, full: string, name: string, sign: string): TitleLabel {
  const { wordScale } = geometry;
  const room = roomOver(geometry, here);
  const make = (text: string, end: string, width: number, isStacked: boolean): TitleLabel => ({
    ...{ full, sign: end, isStacked, tone: 'muted', ...titlePlace(geometry, here, text, width, isStacked) },
    lines: isStacked ? text.split(' ') : text === '' ? [] : [text],
  });
  const forms = [
    [full, sign],
    [name, sign],
    [name, ''],
  ] as const;
  for (const [text, end] of forms) {
    const width = wordWidth(text + end, wordScale);
    if (width <= room) return make(text, end, width, false);
  }
  if (geometry.nameLines > 1 && stackedWidth(name, wordScale) <= room) {
    return make(name, '', stackedWidth(name, wordScale), true);
  }
  const text = room < LEAST_NAME ? '' : name;
  return make(text, text === '' ? sign : '', wordWidth(text, wordScale), false);
}

function titlePlace(
  geometry: GraphGeometry,
  here: LayerGeometry,
  text: string,
  width: number,
  isStacked: boolean,
): Pick<Label, 'x' | 'y' | 'align' | 'stand' | 'maxWidth'> {
  const { wordScale } = geometry;
  const room = roomOver(geometry, here);
  if (geometry.orientation === 'top-bottom') {
    const y = Math.max(9 * wordScale, here.main - (here.tile || here.block ? 8 : 0));
    return { x: 2, y, align: 'start', stand: 'middle', maxWidth: Math.max(48, here.low - 8) };
  }
  // Names of one word stand on the last line of those of two.
  const isTwoLines = isStacked && text.includes(' ');
  const middle =
    (here.tile?.y ?? (here.block ? here.low : lineOf(geometry))) - (12 + (isTwoLines ? LINE / 2 : 0)) * wordScale;
  return {
    x: clampTo(here.main, geometry.width, Math.min(room, width)),
    y: Math.max(9, middle),
    align: 'middle',
    stand: 'middle',
    maxWidth: Math.max(40, room),
  };
}

function imageOf(
  { geometry, context: { words, format } }: LayerLabelOptions,
  tile: NonNullable<LayerGeometry['tile']>,
  here: LayerGeometry,
  total: number,
): Label {
  const { wordScale } = geometry;
  const { rows, columns } = tile;
  const full = words.imageCaption(total, rows, columns, format);
  const size = words.imageShort(rows, columns);
  const count = words.neuronsShort(total, format);
  const common = { maxWidth: null, tone: 'muted' } as const;
  if (geometry.orientation === 'top-bottom') {
    const said = fitting([full, `${size} · ${count}`, size], geometry.width - tile.x - tile.width - 8, geometry);
    return {
      ...common,
      lines: said === null ? [] : [said],
      ...{ x: tile.x + tile.width + 4, y: here.main, align: 'start', stand: 'middle' },
    };
  }
  const counted = words.neurons(total, format);
  const lines =
    wordWidth(full, wordScale) <= tile.width + 8 * wordScale
      ? [full]
      : [size, wordWidth(counted, wordScale) <= tile.width + 24 * wordScale ? counted : count];
  const width = Math.max(0, ...lines.map((line) => wordWidth(line, wordScale, 14)));
  return {
    ...{ ...common, lines, align: 'middle', stand: 'below' },
    x: clampTo(here.main, geometry.width, width),
    y: tile.y + tile.height + 3,
  };
}

/** Shape and kind, each in its line; what has no room is in the tooltip. */
function blockLabel({ geometry, context }: LayerLabelOptions, block: LayerBlock, here: LayerGeometry): Label | null {
  const description = context.network.layers[here.layer];
  if (!description) return null;
  const { wordScale } = geometry;
  const shape = shapeText(description, context);
  // An input says by its name what it is.
  const kind = description.kind === 'input' ? '' : kindText(description, context);
  const common = { maxWidth: null, tone: 'muted' } as const;
  if (geometry.orientation === 'top-bottom') {
    const right = block.x + block.width + (block.sheets - 1) * block.offset;
    const forms = [kind === '' ? shape : `${shape} · ${kind}`, shape];
    const said = fitting(forms, geometry.width - right - 8, geometry);
    return {
      ...common,
      lines: said === null ? [] : [said],
      ...{ x: right + 6, y: here.main, align: 'start', stand: 'middle' },
    };
  }
  // As far as the middle of what stands beside it on both sides.
  const neighbours = [geometry.layers[here.layer - 1], geometry.layers[here.layer + 1]];
  const room = Math.min(...neighbours.map((other) => (other ? Math.abs(other.main - here.main) - 4 : Infinity)));
  const lines = [shape, kind].filter((line) => line !== '' && wordWidth(line, wordScale) <= room);
  const width = Math.max(0, ...lines.map((line) => wordWidth(line, wordScale)));
  return {
    ...{ ...common, lines, align: 'middle', stand: 'below' },
    x: clampTo(here.main, geometry.width, width),
    y: block.y + block.height + 3,
  };
}

function hiddenOf(
  { geometry, context: { words, format } }: LayerLabelOptions,
  here: LayerGeometry,
  run: HiddenRun,
): HiddenLabel {
  const { x, y } = toPoint(geometry.orientation, here.main, run.cross);
  const full = words.hidden(run.count, format);
  const across = geometry.orientation === 'left-right';
  const room = across ? geometry.nameRoom - 8 : here.pitch;
  const said = fitting([full, words.hiddenShort(run.count, format)], room, geometry);
  const high = across ? here.pitch : Infinity;
  const line = LINE * geometry.wordScale;
  const text = said !== null && high >= line ? said : null;
  const hasDots = text === null || high >= 2 * line;
  return {
    ...{ run, full, hasDots, y, align: 'middle', stand: 'middle', maxWidth: null, tone: 'muted' },
    lines: [...(hasDots ? [DOTS] : []), ...(text === null ? [] : [text])],
    x: clampTo(x, geometry.width, wordWidth(text ?? '', geometry.wordScale)),
  };
}

/** What is wrong with a layer as a whole, at length and in short; nothing where all is well. */
function troublesOf({ context: { network, words, format }, flags }: LayerLabelOptions, layer: number): string[] {
  const own = flags[layer];
  const total = network.layers[layer]?.neurons ?? 0;
  if (!own || !isLayerFlagged(own, total)) return [];
  const mark = own.dead >= own.saturated ? 'dead' : 'saturated';
  return [
    words.flagged(own, total, format),
    words.flaggedShort(own, format),
    words.flaggedMark(mark, own[mark], format),
  ];
}

/** The true number of a layer that hides some with its page, and what is wrong with it: the fullest form that has room. */
function underOf(options: LayerLabelOptions, here: LayerGeometry, total: number): UnderLabel | null {
  const { geometry, context } = options;
  const { words, format } = context;
  const troubles = troublesOf(options, here.layer);
  const counts = here.places.hidden > 0;
  if (!counts && troubles.length === 0) return null;
  const speaks = (layer: number): boolean =>
    (geometry.layers[layer]?.places.hidden ?? 0) > 0 || troublesOf(options, layer).length > 0;
  const { page, pages } = here.places;
  const counted = [words.neurons(total, format), words.neuronsShort(total, format)];
  const turning = words.page(page + 1, pages, format);
  const paged = pages > 1 ? [...counted.map((count) => `${turning} · ${count}`), turning] : counted;
  const plain = counts ? paged : [];
  const forms = counts
    ? [...troubles.flatMap((trouble) => paged.map((count) => `${count} · ${trouble}`)), ...paged]
    : troubles;
  const buttons = counts && pages > 1 ? 2 * PAGE_BUTTON : 0;
  const room = roomUnder(geometry, here, speaks) - buttons;
  const text = fitting(forms, room, geometry) ?? forms[forms.length - 1] ?? '';
  const place = underLayer(geometry, here, wordWidth(text, geometry.wordScale) + buttons, buttons / 2);
  return {
    ...place,
    lines: place.maxWidth === null || counts ? [text] : wrapped(text, place.maxWidth, geometry.wordScale),
    full: plain[0] ?? troubles[0] ?? '',
    counts,
    tone: troubles.length > 0 ? 'accent' : 'muted',
  };
}
