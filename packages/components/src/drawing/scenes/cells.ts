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
}
