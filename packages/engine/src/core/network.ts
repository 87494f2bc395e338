import type { Activation } from './activations/registry.js';
import type { InputFeature } from './features.js';
import type { FloatArray } from './floatArray.js';
import type { LayerShape } from './layerKinds/layerKind.js';
import type { KindOptions, LayerKind } from './layerKinds/registry.js';

export type { Activation, FloatArray, KindOptions, LayerKind, LayerShape };

/** How weights start. Biases start at 0, except with `uniform`, which draws them too (as nn.h does). Drawn in layout order from the seeded generator. */
export type Initializer =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'glorot' }
  | { readonly kind: 'he' }
  | { readonly kind: 'zeros' };

/** A layer in the options of a network; a bare number means `{ neurons }`. */
export interface LayerOptions {
  /** Optional if `shape` or `features` imply it. */
  readonly neurons?: number;
  /** 'input' for the first layer and 'dense' for the others: the engine trains no other kind. */
  readonly kind?: 'input' | 'dense';
  /** Indices of its input layers; only the layer before is possible here. */
  readonly inputs?: readonly number[];
  /**
   * On the input layer: what the engine computes from raw inputs, one feature per neuron. Data sets, `values` and response maps
   * then contain raw inputs.
   */
  readonly features?: readonly InputFeature[];
  /**
   * Beside `features`: numbers in a raw row, for features that leave out the last of them.
   * @default one more than the largest index that features name
   */
  readonly rawInputs?: number;
  /** Default: the network's `activation`, or `outputActivation` for the last layer. The input layer has none. */
  readonly activation?: Activation;
  /** Slope of leakyRelu for z ≤ 0. Default 0.01. */
  readonly slope?: number;
  /** What to call the layer. Default "input", "hidden 1", …, "output". */
  readonly name?: string;
  /** [rows, columns] or [rows, columns, channels] where the neurons form a picture, e.g. [28, 28]. Default [neurons]. */
  readonly shape?: readonly [rows: number, columns: number] | LayerShape;
  /** One label per neuron, e.g. class names. */
  readonly labels?: readonly string[];
}

/** The part of a description that all kinds of layers share. */
export interface LayerBase {
  readonly name: string;
  /** Indices of its input layers, which come earlier: none for the input layer, the layer before for a dense one. */
  readonly inputs: readonly number[];
  /** Of its activations: [neurons], or [rows, columns, channels] of a picture. */
  readonly shape: LayerShape;
  /** The product of the shape. */
  readonly neurons: number;
  /** null for the input layer, and for kinds without one. */
  readonly activation: Activation | null;
  readonly slope: number;
  /** One per neuron. */
  readonly labels: readonly string[] | null;
}

/**
 * A layer without its parameters, as plain data. `kind` decides which fields of its own it has:
 * `layer.kind === 'conv2d'` makes `layer.filters` known.
 */
export type LayerDescription = {
  readonly [K in LayerKind]: LayerBase & { readonly kind: K } & KindOptions[K];
}[LayerKind];

/** The architecture: plain data that crosses to workers and into files. `layers[0]` is the input. */
export interface NetworkDescription {
  readonly layers: readonly LayerDescription[];
}

/** A layer with its parameters; empty arrays for the input layer. */
export type Layer<A extends FloatArray = Float32Array> = LayerDescription & {
  /** Row-major [inputs × neurons], as in Keras and nn.h: weights[i · neurons + j] joins input i to neuron j. */
  readonly weights: A;
  /** [neurons] */
  readonly biases: A;
};

/** A network: its description and its parameters. Layers' arrays are views into `parameters`. */
export interface Network<A extends FloatArray = Float32Array> extends NetworkDescription {
  readonly layers: readonly Layer<A>[];
  /** All parameters, flat: W₁, b₁, W₂, b₂, … (see `parameterLayout`). */
  readonly parameters: A;
  /** null when made from given parameters: such a network cannot be redrawn from another seed. */
  readonly initializer: Initializer | null;
  readonly seed: number;
}
