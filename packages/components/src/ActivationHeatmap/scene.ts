import type { CellDots, CellPoints, CellsScene } from '../drawing/scenes/cells.js';
import type { ColorScale } from '../shared/colorScale.js';
import { colorTable, colorWord, type ColorTable } from '../shared/colorTable.js';
import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import { cellOf, type CellGroup, type HeatmapLayout } from './geometry.js';
import type { PanelLook, PanelNumbers, PanelPoints } from './panel.js';

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
}

const dotRadius = 4.5;
const pointRadius = 2.75;

/** Makes scenes of numbers. What does not change from step to step is made once, and so sent once. */
export function createCellScenes(options: CellSceneOptions): (numbers: PanelNumbers) => CellsScene {
  const { look, hasDots, layout, size, scales, theme, points, picked } = options;
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
    points: points && picked && pointsOf(points, picked, theme),
    dots: dotTable && group ? dotsOf(group, layout.caption, dotTable, theme) : null,
  };
  return ({ values, dots = null, isolineValues = null }) => ({ ...fixed, values, dotValues: dots, isolineValues });
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

function pointsOf({ at, classes }: PanelPoints, picked: Uint8Array, { categorical, colors }: Theme): CellPoints {
  const plain = colorWord(colors.text);
  const classWords = categorical.map(colorWord);
  const words = new Uint32Array(at.length / 2);
  for (let point = 0; point < words.length; point++) {
    const number = classes?.[point];
    words[point] = number === undefined ? plain : (classWords[number % classWords.length] ?? plain);
  }
  return { at, words, picked, edge: colorWord(colors.surface), radius: pointRadius };
}
