import { checkInteger } from '../check.js';
import { requirePicture, type LayerKindDefinition } from './layerKind.js';
import { checkPadding, checkSides, windowedShape, type Padding, type Sides } from './window.js';

export interface Conv2dOptions {
  /** Rows and columns of each filter. */
  readonly kernelSize: Sides;
  /** Default [1, 1]. */
  readonly stride: Sides;
  /** Default 'valid'. */
  readonly padding: Padding;
  /** Filters, each of which gives one channel. */
  readonly filters: number;
}

/** A convolution over rows and columns: [rows, columns, channels] → [rows′, columns′, filters]. */
export const conv2d: LayerKindDefinition<Conv2dOptions> = {
  inputs: [1, 1],
  options({ kernelSize, stride = 1, padding, filters }, at) {
    checkInteger(filters, `${at}.filters`, 1, 65_536, 'invalid-network');
    return {
      kernelSize: checkSides(kernelSize, `${at}.kernelSize`),
      stride: checkSides(stride, `${at}.stride`),
      padding: checkPadding(padding, at),
      filters,
    };
  },
  shapeFrom(inputs, { kernelSize, stride, padding, filters }, at) {
    return windowedShape(requirePicture(inputs, 'conv2d', at), kernelSize, stride, padding, filters, at);
  },
};
