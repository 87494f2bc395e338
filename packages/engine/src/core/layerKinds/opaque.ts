import { NeuroglowError } from '../error.js';
import { show } from '../show.js';
import type { LayerKindDefinition } from './layerKind.js';

export interface OpaqueOptions {
  /** The layer's name in its original framework, for example "LSTM". */
  readonly operation: string;
}

/** A layer of which only its shape is known. It states its shape itself. */
export const opaque: LayerKindDefinition<OpaqueOptions> = {
  inputs: [1, 1024],
  options({ operation = 'unknown' }, at) {
    if (typeof operation === 'string') return { operation };
    throw new NeuroglowError(
      'invalid-network',
      `${at}.operation: expected a string, got ${show(operation)}; name what the layer does, or leave it out.`,
    );
  },
  shapeFrom: () => null,
};
