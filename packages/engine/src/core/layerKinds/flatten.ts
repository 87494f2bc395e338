import { neuronsIn, type LayerKindDefinition } from './layerKind.js';

/** The same numbers as one list: [rows, columns, channels] → [rows·columns·channels]. */
export const flatten: LayerKindDefinition<object> = {
  inputs: [1, 1],
  options: () => ({}),
  shapeFrom: ([shape]) => [neuronsIn(shape!)],
};
