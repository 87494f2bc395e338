import type { ColorTable } from './scale.js';

/** A rectangle of cells: `rows × columns` values, row-major, from `offset` in the scene's `values`. CSS pixels. */
export interface CellBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  /** Index of its colour table in the scene's `tables`. Default 0. */
  readonly table?: number;
}

/** Dots upon negative cells, so that hue does not tell the sign alone. */
export interface CellSigns {
  readonly word: number;
  /** Values nearer to 0 than this share of their table's end bear no sign: they have almost no colour either. */
  readonly least: number;
}

/** A disc per frame whose colour is a value; on a dark ground it glows as far as the value is from rest. */
export interface CellDots {
  /** [dots × 2] centres, CSS pixels. */
  readonly at: Float32Array;
  readonly radius: number;
  readonly table: ColorTable;
  readonly glow: boolean;
  /** Outlines: of a finite value, and of one that is not. */
  readonly outline: number;
  readonly bad: number;
}

/** Shapes of points by class, so that hue alone never tells classes apart. Legends draw the same. */
export const pointShapes = ['dot', 'square', 'triangle', 'diamond', 'plus', 'cross', 'down', 'bar'] as const;
export type PointShape = (typeof pointShapes)[number];

/** Points drawn over every frame, such as the rows of a data set. */
export interface CellPoints {
  /** [points × 2] positions within a frame: shares of its width from the left and of its height from the top. */
  readonly at: Float32Array;
  /** A colour per point. */
  readonly words: Uint32Array;
  /** A shape per point, an index of `pointShapes`. Default: discs. */
  readonly shapes?: Uint8Array;
  /** What separates a point from the cells below. */
  readonly edge: number;
  /** [points] 1 for points that are picked out with a ring. */
  readonly picked: Uint8Array;
  readonly radius: number;
}

/** A line where values cross a level. */
export interface CellIsoline {
  readonly level: number;
  readonly word: number;
  /** What separates the line from the cells below. */
  readonly edge: number;
}

/** A rectangle, CSS pixels. */
export interface CellRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Heat maps: any number of blocks of cells, drawn edge to edge or with hairline gaps. */
export interface CellsScene {
  readonly kind: 'cells';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly scale: number;
  readonly blocks: readonly CellBlock[];
  /** Copied when sent, never detached. A new array is a change; the same array is taken to hold the same numbers. */
  readonly values: Float32Array;
  readonly tables: readonly ColorTable[];
  /** CSS pixels left clear between cells, dropped where cells are smaller than four times it. Default 0. */
  readonly gap?: number;
  /** Blend between cell centres, for maps of a continuous function. Default false. */
  readonly smooth?: boolean;
  /** Outlines around groups of cells, and what they are drawn with. Points lie over each of them. */
  readonly frames?: readonly CellRectangle[];
  readonly frameWord?: number;
  readonly signs?: CellSigns | null;
  readonly points?: CellPoints | null;
  /** [points × 2] As `values`: in place of the points' own positions, for points that move with every step. */
  readonly pointsAt?: Float32Array | null;
  /** Thin rectangles over the cells, such as what separates classes, or the axes of a plane. */
  readonly lines?: readonly CellRectangle[];
  readonly lineWord?: number;
  readonly isoline?: CellIsoline | null;
  /** As `values`: what the isoline is drawn of. Default: the values themselves. */
  readonly isolineValues?: Float32Array | null;
  readonly dots?: CellDots | null;
  /** [dots] */
  readonly dotValues?: Float32Array | null;
}
