import type { NetworkDescription, NeuronReference, Selection } from '@neuroglow/engine';
import type { NumberFormat } from '../shared/number.js';

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
  /** For pictures whose pixels can be pointed at: feature maps, and before them the input. */
  readonly maps?: MapSizes;
}

/** Feature maps of a layer, and how many pictures of the input lie before them. */
export interface MapSizes {
  readonly network: NetworkDescription;
  readonly layer: number;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly input: readonly [rows: number, columns: number, channels: number] | null;
  readonly before: number;
}

/** What a picture's sides span, where they are two inputs. */
export interface Axes {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** What picking a cell selects, where a cell is not simply a neuron. */
export interface CellSubject {
  readonly neurons: readonly NeuronReference[];
  readonly samples: readonly number[];
  readonly samplesOf?: 'training' | 'validation' | undefined;
}

/** A rectangle of cells, in columns and rows of the first group. */
export interface CellSpan {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
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
  /** How far the picture's sides must reach, where they grow with what a run has shown. */
  readonly reach?: Axes | null;
  /** Points that move with every step, in the units of the axes. */
  readonly points?: MovingPoints | null;
  /** Names of cells that stand for other things in other frames. Default: the group's. */
  readonly nameCell?: (cell: number) => string;
  /** More lines of a cell's tooltip. */
  readonly linesOf?: (cell: number, format: NumberFormat) => readonly string[];
  readonly subjectOf?: (cell: number) => CellSubject | null;
  /** Where a selection lies. */
  readonly spansOf?: (selection: Selection) => readonly CellSpan[];
  /** A remark that changes with the numbers, under the legend. */
  readonly remark?: (format: NumberFormat) => string;
  /** The text alternative. */
  readonly summary: (format: NumberFormat) => string;
}

/** Points over the pictures, without their colours. */
export interface PanelPoints {
  /** [points × 2] shares of a picture's width and height, from its upper left corner. */
  readonly at: Float32Array;
  readonly classes: ArrayLike<number> | null;
  /** Numbers in place of classes. */
  readonly values?: ArrayLike<number> | null;
  /** Row of each point in its data set; null for points of the caller's own. */
  readonly rows: ArrayLike<number> | null;
  readonly of: 'training' | 'validation' | null;
}

/** Points that move while the network learns. */
export interface MovingPoints {
  /** [points × 2] in the units of the axes. */
  readonly at: Float32Array;
  readonly classes: ArrayLike<number> | null;
  readonly classNames: readonly string[] | null;
  /** Row of each point in its data set; null for points of the caller's own. */
  readonly rows: ArrayLike<number> | null;
  readonly of: 'training' | 'validation' | null;
}
