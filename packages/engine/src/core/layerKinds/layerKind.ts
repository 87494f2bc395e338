import { NeuroglowError } from '../error.js';

/** The shape of a layer's activations: a list of neurons, or pictures with channels (neuron (r·columns + c)·channels + k). */
export type LayerShape = readonly [neurons: number] | readonly [rows: number, columns: number, channels: number];

/** The fields of a layer as given, before any check. */
export type GivenLayer = Readonly<Record<string, unknown>>;

/** What a kind of layer is: its own fields, and the shape that follows from its inputs. */
export interface LayerKindDefinition<Options extends object> {
  /** How many layers it has as inputs. */
  readonly inputs: readonly [least: number, most: number];
  /** Checks and copies the kind's own fields. `at` starts an error's sentence: "layers[2]". @throws `invalid-network` */
  readonly options: (given: GivenLayer, at: string) => Options;
  /**
   * The shape that follows from the inputs' shapes, or null where the layer has to state it.
   * @throws `invalid-network` where the inputs' shapes do not fit
   */
  readonly shapeFrom: (inputs: readonly LayerShape[], options: Options, at: string) => LayerShape | null;
}

/** The number of neurons of a shape. */
export function neuronsIn(shape: LayerShape): number {
  return shape.length === 1 ? shape[0] : shape[0] * shape[1] * shape[2];
}

/** A shape in words: "28 × 28 × 3". */
export function shapeText(shape: LayerShape): string {
  return shape.join(' × ');
}

/** Throws `invalid-network` unless the one input of a layer has rows, columns and channels. */
export function requirePicture(
  [shape]: readonly LayerShape[],
  kind: string,
  at: string,
): readonly [rows: number, columns: number, channels: number] {
  if (shape?.length === 3) return shape;
  throw new NeuroglowError(
    'invalid-network',
    `${at}.inputs: expected an input of shape [rows, columns, channels] for ${kind}, got ${shape ? `[${shapeText(shape)}]` : 'none'}; give the layer before such a shape.`,
  );
}
