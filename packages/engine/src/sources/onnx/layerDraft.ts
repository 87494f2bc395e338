import { NeuroglowError } from '../../core/error.js';
import type { Activation, LayerShape } from '../../core/network.js';
import { show } from '../../core/show.js';
import type { Dims } from './onnxFile.js';
import type { OnnxTensor } from './tensor.js';

/** Where a layer's parameters are in the file. */
export interface LayerTensors {
  readonly weights: OnnxTensor;
  /** Of dense weights: whether they lie as [neurons × inputs], as PyTorch writes them. */
  readonly isTransposed: boolean;
  /** null: all 0. */
  biases: OnnxTensor | null;
  /** [rows, columns, channels] where dense weights take in a flattened picture, which ONNX flattens channel by channel. */
  readonly picture: LayerShape | null;
}

/** A layer on the way to its description. */
export interface LayerDraft {
  /** What describes the layer, except its activation. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Names of the values that are its z and its a; one and the same without an activation function. */
  readonly preActivation: string;
  activation: string;
  readonly dims: Dims;
  readonly tensors: LayerTensors | null;
  fused: { readonly name: Activation; readonly slope?: number } | null;
  /** Of a dense layer: its z is still without its bias. */
  isUnbiased: boolean;
}

/**
 * The shape of one row of a value, whose first side is the batch: [channels, rows, columns] becomes [rows, columns, channels], which is how
 * this library writes pictures. Values of other dimensions keep their order.
 * @throws `unsupported` where a side is unknown
 */
export function shapeOf(dims: Dims, name: string): LayerShape {
  const sides = dims.length > 1 ? dims.slice(1) : dims;
  if (sides.some((side) => side < 1)) {
    throw new NeuroglowError(
      'unsupported',
      `model: expected known shapes, got ${show(name)} of [${dims.map((side) => (side < 1 ? '?' : side)).join(', ')}]; export the model with fixed sides, or give \`inputShape\`.`,
    );
  }
  if (sides.length <= 1) return [sides[0] ?? 1];
  if (sides.length === 3) return [sides[1]!, sides[2]!, sides[0]!];
  return [sides[0]!, sides[1]!, sides.slice(2).reduce((product, side) => product * side, 1)];
}
