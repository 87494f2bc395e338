import { checkChoice } from '../check.js';
import { requirePicture, type LayerKindDefinition } from './layerKind.js';
import { checkPadding, checkSides, windowedShape, type Padding, type Sides } from './window.js';

export interface PoolOptions {
  /** Default 'max'. */
  readonly method: 'max' | 'average';
  /** Rows and columns of the window. */
  readonly size: Sides;
  /** Default: the size. */
  readonly stride: Sides;
  /** Default 'valid'. */
  readonly padding: Padding;
}

/** The largest or the mean value of each window, per channel. */
export const pool: LayerKindDefinition<PoolOptions> = {
  inputs: [1, 1],
  options({ method = 'max', size, stride = size, padding }, at) {
    checkChoice(method, `${at}.method`, ['max', 'average'] as const, 'invalid-network');
    return {
      method,
      size: checkSides(size, `${at}.size`),
      stride: checkSides(stride, `${at}.stride`),
      padding: checkPadding(padding, at),
    };
  },
  shapeFrom(inputs, { size, stride, padding }, at) {
    const picture = requirePicture(inputs, 'pool', at);
    return windowedShape(picture, size, stride, padding, picture[2], at);
  },
};
