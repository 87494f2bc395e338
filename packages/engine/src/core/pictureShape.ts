import type { LayerShape } from './network.js';

/** Rows and columns of a layer whose neurons form one picture: its shape is [rows, columns, 1]. null for any other shape, and for none. */
export function pictureShape(shape: LayerShape | undefined): readonly [rows: number, columns: number] | null {
  return shape?.length === 3 && shape[2] === 1 ? [shape[0], shape[1]] : null;
}
