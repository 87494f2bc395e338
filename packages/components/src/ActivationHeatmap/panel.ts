import type { CellsScene } from '../drawing/scenes/cells.js';
import type { Domain } from '../shared/domain.js';
import type { ScaleRule } from '../shared/domainChoice.js';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import type { NumberFormat } from '../shared/number.js';
import type { Size } from '../shared/useSize.js';
import type { HeatmapLayout } from './geometry.js';

/** A text that lies on the picture. CSS pixels. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: 'start' | 'center' | 'end';
  /** 'header': the name of a group; 'label': anything else. */
  readonly slot: 'header' | 'labels';
}

/** What a group of cells and each of them is called. */
export interface GroupWords {
  /** The group's accessible name. */
  readonly name: string;
  /** A cell in a tooltip. */
  readonly title: (cell: number) => string;
  /** A cell as a screen reader says it. */
  readonly spoken: (cell: number) => string;
  /** What a reading is: “activation”. */
  readonly quantity: string;
}

/** What a picture's sides span, where they are two inputs. */
export interface Axes {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** How a mode draws its cells. */
export interface PanelLook extends Pick<CellsScene, 'gap' | 'smooth'> {
  /** Share of the domain's end from which negative cells bear a minus. */
  readonly signsFrom: number;
  /** Two colours in place of a scale. */
  readonly discretize?: boolean;
  /** Outlines around the pictures of the first group. */
  readonly framed?: boolean;
  /** A line at a level of `isolineValues`, else of the values. */
  readonly level?: number | null;
}

/** Everything a mode decides before there are numbers. Keeps its identity while nothing changes. */
export interface Panel {
  readonly layoutFor: (
    size: Size,
    format: NumberFormat,
    axes: Axes | null,
  ) => HeatmapLayout & { readonly labels: readonly PlacedLabel[] };
  /** A rule per colour table of the layout's blocks, then that of the dots where there are any. */
  readonly rules: readonly ScaleRule[];
  readonly hasDots: boolean;
  /** Whether cells are neurons of the group's layer, which hover and selection name. */
  readonly areNeurons: boolean;
  readonly groups: readonly GroupWords[];
  readonly look: PanelLook;
  readonly legend: (domains: readonly Domain[], notFinite: number) => readonly LegendEntry[];
  readonly note: string | null;
}

/** The numbers of one step. */
export interface PanelNumbers {
  readonly runId: string;
  /** All values, in the order of the layout's blocks. */
  readonly values: Float32Array;
  /** For each rule, the values that its domain must hold. */
  readonly extents: readonly (ArrayLike<number> | null)[];
  /** For each group a value per cell, for tooltips and screen readers; null while there are none. */
  readonly readings: readonly (ArrayLike<number> | null)[];
  readonly dots?: Float32Array | null;
  readonly isolineValues?: Float32Array | null;
  readonly axes?: Axes | null;
  /** The text alternative. */
  readonly summary: (format: NumberFormat) => string;
}

/** Points over the pictures, without their colours. */
export interface PanelPoints {
  /** [points × 2] shares of a picture's width and height, from its upper left corner. */
  readonly at: Float32Array;
  readonly classes: ArrayLike<number> | null;
  /** Row of each point in its data set; null for points of the caller's own. */
  readonly rows: ArrayLike<number> | null;
  readonly of: 'training' | 'validation' | null;
}
