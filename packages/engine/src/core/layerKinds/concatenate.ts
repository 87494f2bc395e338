import { NeuroglowError } from '../error.js';
import { shapeText, type LayerKindDefinition, type LayerShape } from './layerKind.js';

const allButLast = (shape: LayerShape): string => shape.slice(0, -1).join(' × ');

/** Layers side by side: lists one after another, pictures channel after channel. */
export const concatenate: LayerKindDefinition<object> = {
  inputs: [2, 1024],
  options: () => ({}),
  shapeFrom(shapes, _options, at) {
    const first = shapes[0]!;
    const odd = shapes.find((shape) => shape.length !== first.length || allButLast(shape) !== allButLast(first));
    if (odd !== undefined) {
      throw new NeuroglowError(
        'invalid-network',
        `${at}.inputs: expected lists, or pictures of the same rows and columns, got ${shapeText(first)} and ${shapeText(odd)}; flatten them or make their sides equal.`,
      );
    }
    const last = shapes.reduce((sum, shape) => sum + shape.at(-1)!, 0);
    return first.length === 1 ? [last] : [first[0], first[1], last];
  },
};
