import { pointShapes, type CellDots, type CellPoints, type CellsScene } from '../drawing/scenes/cells.js';
import { wordOf } from '../drawing/scenes/scale.js';
import type { ColorScale } from '../shared/colorScale.js';
import { colorTable, colorWord, type ColorTable } from '../shared/colorTable.js';
import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import { cellOf, type CellGroup, type HeatmapLayout } from './geometry.js';
import type { Axes, MovingPoints, PanelLook, PanelNumbers, PanelPoints } from './panel.js';

export interface CellSceneOptions {
  readonly look: PanelLook;
  /** Whether the last scale is that of dots. */
  readonly hasDots: boolean;
  readonly layout: HeatmapLayout;
  readonly size: Size;
  readonly scales: readonly ColorScale[];
  readonly theme: Theme;
  readonly points: PanelPoints | null;
  readonly picked: Uint8Array | null;
  /** What is selected, for points that move. */
  readonly pickedSamples: PickedSamples;
  readonly axes: Axes | null;
}

export interface PickedSamples {
  readonly samples: readonly number[];
  readonly of: 'training' | 'validation';
}

const dotRadius = 4.5;
const pointRadius = 2.75;

/** Makes scenes of numbers. What does not change from step to step is made once, and so sent once. */
export function createCellScenes(options: CellSceneOptions): (numbers: PanelNumbers) => CellsScene {
  const { look, hasDots, layout, size, scales, theme, points, picked, pickedSamples, axes } = options;
  const { width, height, ratio } = size;
  const [group] = layout.groups;
  const tables = scales.map(colorTable);
  const dotTable = hasDots ? tables.at(-1) : undefined;
  const text = colorWord(theme.colors.text);
  const surface = colorWord(theme.colors.surface);
  const fixed = {
    kind: 'cells' as const,
    ...{ width, height, scale: ratio, blocks: layout.blocks, gap: look.gap ?? 0, smooth: look.smooth ?? false },
    tables: look.discretize ? tables.map(inTwoColors) : tables,
    signs: { word: text, least: look.signsFrom },
    isoline: typeof look.level === 'number' ? { level: look.level, word: text, edge: surface } : null,
    frames: look.framed && group ? framesOf(group) : [],
    frameWord: colorWord(theme.colors.faint),
    lines: layout.lines ?? [],
    lineWord: colorWord(theme.colors.line),
    points: points && picked && pointsOf(points, picked, theme, tables[0]),
    dots: dotTable && group ? dotsOf(group, layout.caption, dotTable, theme) : null,
  };
  const movingPoints = createMovingPoints(theme, pickedSamples);
  return ({ values, dots = null, isolineValues = null, points: moving = null }) => ({
    ...fixed,
    ...(moving && axes && { points: movingPoints(moving), pointsAt: placePoints(moving.at, axes) }),
    ...{ values, dotValues: gather(dots, group?.members), isolineValues },
  });
}

/** A table's two ends in place of what lies between. */
function inTwoColors(table: ColorTable): ColorTable {
  const { colors } = table;
  const middle = (colors.length - 1) / 2;
  const low = colors[Math.round(middle * 0.4)] ?? 0;
  const high = colors[Math.round(middle * 1.6)] ?? 0;
  return { ...table, colors: colors.map((_, index) => (index < middle ? low : high)) };
}

function framesOf(group: CellGroup): CellsScene['frames'] & object {
  return Array.from({ length: group.neurons }, (_, neuron) => cellOf(group, neuron));
}

function dotsOf(group: CellGroup, caption: number, table: ColorTable, theme: Theme): CellDots {
  const at = new Float32Array(2 * group.neurons);
  const inset = dotRadius + 1;
  for (let neuron = 0; neuron < group.neurons; neuron++) {
    const { x, y, width, height } = cellOf(group, neuron);
    at[2 * neuron] = x + width - inset;
    at[2 * neuron + 1] = caption > 0 ? y + height + caption / 2 : y + inset + 2;
  }
  const { colors, scheme } = theme;
  return {
    ...{ at, radius: dotRadius, table, glow: scheme === 'dark' },
    outline: colorWord(colors.muted),
    bad: colorWord(colors.error),
  };
}

type PointLooks = Pick<CellPoints, 'words' | 'shapes'>;

/** Colour and shape of each point, by its class. */
function looksOf(count: number, classes: ArrayLike<number> | null, { categorical, colors }: Theme): PointLooks {
  const plain = colorWord(colors.text);
  const classWords = categorical.map(colorWord);
  const words = new Uint32Array(count).fill(plain);
  const shapes = new Uint8Array(count);
  for (let point = 0; classes && point < count; point++) {
    const number = classes[point] ?? 0;
    words[point] = classWords[number % classWords.length] ?? plain;
    shapes[point] = number % pointShapes.length;
  }
  return { words, shapes };
}

function pointsOf(
  { at, classes, values }: PanelPoints,
  picked: Uint8Array,
  theme: Theme,
  table: ColorTable | undefined,
): CellPoints {
  // A point of the map's own colour needs an edge that is seen on it.
  const edge = colorWord(values ? theme.colors.text : theme.colors.surface);
  const looks = looksOf(at.length / 2, classes, theme);
  if (values && table) {
    for (let point = 0; point < looks.words.length; point++) {
      looks.words[point] = wordOf(table, values[point] ?? NaN) ?? looks.words[point]!;
    }
  }
  return { at, ...looks, picked, edge, radius: pointRadius };
}

/** Fewer points may be larger. */
function radiusFor(points: number): number {
  return Math.max(1.6, Math.min(3.5, 60 / Math.sqrt(Math.max(1, points))));
}

/** The looks of moving points, rebuilt only when the classes or the selection change. */
function createMovingPoints(theme: Theme, picked: PickedSamples): (points: MovingPoints) => CellPoints {
  let known: { readonly points: MovingPoints; readonly looks: CellPoints } | null = null;
  return (points) => {
    if (known && sameNumbers(known.points.classes, points.classes) && sameNumbers(known.points.rows, points.rows)) {
      return known.looks;
    }
    const count = points.at.length / 2;
    const isPicked = new Uint8Array(count);
    if (points.rows && points.of === picked.of) {
      const samples = new Set(picked.samples);
      for (let point = 0; point < count; point++) if (samples.has(points.rows[point] ?? NaN)) isPicked[point] = 1;
    }
    const looks: CellPoints = {
      ...{ at: new Float32Array(0), ...looksOf(count, points.classes, theme), picked: isPicked },
      ...{ edge: colorWord(theme.colors.surface), radius: radiusFor(count) },
    };
    known = { points, looks };
    return looks;
  };
}

function sameNumbers(one: ArrayLike<number> | null, other: ArrayLike<number> | null): boolean {
  if (one === other) return true;
  if (one?.length !== other?.length || !one || !other) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Points in the units of axes, as shares of a picture's width and height from its upper left corner. */
export function placePoints(points: ArrayLike<number>, { x, y }: Axes): Float32Array {
  const at = new Float32Array(points.length);
  for (let point = 0; 2 * point < points.length; point++) {
    at[2 * point] = ((points[2 * point] ?? NaN) - x[0]) / (x[1] - x[0]);
    at[2 * point + 1] = (y[1] - (points[2 * point + 1] ?? NaN)) / (y[1] - y[0]);
  }
  return at;
}

function gather(values: Float32Array | null, members: readonly number[] | null | undefined): Float32Array | null {
  return values && members ? Float32Array.from(members, (member) => values[member] ?? NaN) : values;
}
