import type { LayerDescription } from '@neuroglow/engine';
import type { GeometryOptions, Margin } from './geometry.js';
import { textWidth } from '../../shared/textWidth.js';
import { showsShares } from '../beside/beside.js';
import { pitchFor } from './layerSizes.js';
import type { LayerPlaces } from './placement.js';
import { wordScaleFor } from './wordScale.js';

/** The margin with what names, labels and bars need, and how these share it beside the last layer. */
export interface GraphMargins extends Margin {
  readonly bars: BarSpace | null;
}

/** Bars beside or below the labels of the last layer. CSS pixels. */
export interface BarSpace {
  /** How far from the discs' edge they begin. */
  readonly away: number;
  readonly length: number;
  /** How far along the layer they stand from the discs' middle: below a label that leaves no room beside it. */
  readonly shift: number;
}

/** Room for layers' names, a line of them more, and what stands under a layer. */
const NAME = 22;
const NAME_LINE = 13;
const CAPTION = 20;
const PAGER = 26;
/** Room for the light around a bright neuron at the edge, and around one in a small picture without words. */
const GLOW = 22;
const SMALL_GLOW = 14;
/** The size of labels. */
const LABEL_SIZE = 11;
/** Fonts differ from what is expected of them by about this much. */
const TOLERANCE = 1.06;
/** The most room that a label gets. */
const LONGEST_LABEL = 104;
/** From a disc to its label, and what is left free behind a label. */
export const LABEL_GAP = 7;
const BEHIND = 3;
const UNLABELLED = 6;
/** A label in a line of its own, between the discs and the bars of a layer that lies. */
const LABEL_LINE = 18;
const BAR = 36;
const SHORT_BAR = 18;
const BAR_GAP = 8;
/** A row that holds a label with its bar below, and how far the bar stands from the row's middle. */
const STACKED_PITCH = 17;
const BAR_SHIFT = 6.5;
/** The most of a picture's width that labels and bars may take on one side. */
const MOST_BESIDE = 0.22;
const MOST_STACKED = 0.28;

/** Rows closer than this have no labels. */
export function hasLabels(pitch: number, width: number): boolean {
  return pitch >= 11 * wordScaleFor(width);
}

/** What the network leaves free on each side. `nameLines` is how many lines the layers' names take. */
export function marginsFor(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  options: GeometryOptions,
  nameLines: number,
): GraphMargins {
  const { width, height, orientation, margin, labels } = options;
  const larger = wordScaleFor(width);
  const [first] = placed;
  const glow = !first || first.mode === 'image' ? 0 : labels ? GLOW : SMALL_GLOW;
  const before = Math.max(glow, labels && glow > 0 ? larger * labelSpace(descriptions[0]) : 0);
  if (orientation === 'top-bottom') return marginsTopToBottom(descriptions, options, before > 0);
  const top = margin.top + (labels ? larger * (NAME + NAME_LINE * (nameLines - 1)) : 0);
  const under = placed.some(({ pages }) => pages > 1) ? PAGER : CAPTION;
  const bottom = margin.bottom + (labels ? larger * under : 0);
  const { room, bars } = besideOutputs(descriptions, placed, options, height - top - bottom);
  return { top, bottom, left: margin.left + Math.min(before, width * MOST_BESIDE), right: margin.right + room, bars };
}

function marginsTopToBottom(
  descriptions: readonly LayerDescription[],
  { width, height, margin, labels, beside }: GeometryOptions,
  labelsInputs: boolean,
): GraphMargins {
  const larger = wordScaleFor(width);
  const bars = beside.has(descriptions.length - 1);
  const label = labels && outputLabelWidth(descriptions[descriptions.length - 1]) > 0 ? LABEL_LINE * larger : 0;
  const wanted = label + (bars ? larger * BAR + BAR_GAP : 0);
  const room = Math.min(height * 0.25, wanted);
  const away = (label > 0 ? label : UNLABELLED) + 4;
  return {
    top: margin.top + (labelsInputs ? LABEL_LINE * larger : 0),
    bottom: margin.bottom + room,
    left: margin.left + (labels ? Math.min(110 * larger, width * 0.2) : 0),
    right: margin.right,
    bars: bars ? { away, length: Math.max(4, Math.min(larger * BAR, room - away - 2)), shift: 0 } : null,
  };
}

/** A label and a bar side by side, the bar shorter in a narrow picture; one over the other where a long label leaves it no room. */
function besideOutputs(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  { width, labels, beside }: GeometryOptions,
  crossSpace: number,
): { readonly room: number; readonly bars: BarSpace | null } {
  const larger = wordScaleFor(width);
  const bars = beside.has(descriptions.length - 1);
  const pitch = pitchFor(placed[placed.length - 1]?.places.length ?? 1, crossSpace);
  const output = descriptions[descriptions.length - 1];
  const letters = outputLabelWidth(output);
  const labelled = labels && letters > 0 && hasLabels(pitch, width);
  const label = labelled ? larger * spaceFor(letters) : UNLABELLED;
  if (!bars) return { room: labelled ? Math.min(label, width * MOST_STACKED) : 0, bars: null };
  const most = width * MOST_BESIDE;
  const short = SHORT_BAR * larger;
  // A single output has no name, but a share.
  const share = labels && hasLabels(pitch, width) && showsShares(output) ? larger * shareSpace(width) : 0;
  const side = (labelSide: number): ReturnType<typeof besideOutputs> => {
    const length = Math.min(larger * BAR, Math.max(short, width * 0.08));
    return { room: labelSide + length + BAR_GAP + share, bars: { away: labelSide + 4, length, shift: 0 } };
  };
  if (label + short + BAR_GAP <= most) return side(label);
  if (!labelled || pitch < STACKED_PITCH * larger) return side(Math.max(UNLABELLED, most - short - BAR_GAP));
  const room = Math.max(LABEL_GAP + short + BEHIND, Math.min(label, width * MOST_STACKED));
  return {
    room: room + share,
    bars: { away: LABEL_GAP, length: room - LABEL_GAP - BEHIND, shift: BAR_SHIFT * larger },
  };
}

/** How far an input's labels reach before their layer. */
function labelSpace(description: LayerDescription | undefined): number {
  return spaceFor(longestLabel(description?.labels ?? []));
}

function spaceFor(labelWidth: number): number {
  return labelWidth === 0 ? 0 : labelWidth + LABEL_GAP + BEHIND;
}

/** The widest label of an output: a name, or a number counted from 1 where several compete. */
function outputLabelWidth(description: LayerDescription | undefined): number {
  const { neurons = 0, labels } = description ?? {};
  return longestLabel(labels ?? (neurons > 1 ? [String(neurons)] : []));
}

/** How wide the widest label is in bold letters, which the winner has. */
function longestLabel(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.slice(0, 256).map((label) => textWidth(label, LABEL_SIZE, true)));
  return Math.min(LONGEST_LABEL, Math.ceil(longest * TOLERANCE));
}

/** Narrower pictures leave the percentages out, and keep the signs of right and wrong. */
const PERCENT_FROM = 420;
const SIGN_FROM = 320;
/** A sign of right or wrong, and a percentage behind it. */
const SIGN = 14;
const PERCENT = 40;

/** Whether shares are written as percentages in a picture of a width. */
export function hasPercentages(width: number): boolean {
  return width >= PERCENT_FROM;
}

/** Whether outputs say in letters what their bars show. The narrowest pictures have no room but for bars. */
export function hasShares(width: number): boolean {
  return width >= SIGN_FROM;
}

function shareSpace(width: number): number {
  return hasPercentages(width) ? SIGN + PERCENT : hasShares(width) ? SIGN : 0;
}

/** Room beside the neurons of a layer that is not the last, before the lines to the next one fan out. */
export function barSpaceInGap(gap: number, width: number): BarSpace {
  const larger = wordScaleFor(width);
  return { away: UNLABELLED, length: Math.max(8, Math.min(larger * BAR, gap * 0.35)), shift: 0 };
}
