import { NeuroglowError } from '../error.js';
import { shapeText, type LayerKindDefinition } from './layerKind.js';

/** The sum of layers of one shape, as at the end of a residual block. */
export const add: LayerKindDefinition<object> = {
  inputs: [2, 1024],
  options: () => ({}),
  shapeFrom([first, ...others], _options, at) {
    const odd = others.find((shape) => shapeText(shape) !== shapeText(first!));
    if (odd === undefined) return first!;
    throw new NeuroglowError(
      'invalid-network',
      `${at}.inputs: expected layers of one shape, got ${shapeText(first!)} and ${shapeText(odd)}; only equal shapes can be added.`,
    );
  },
};
