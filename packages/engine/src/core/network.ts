import type { Activation } from './activations/registry.js';
import type { FloatArray } from './floatArray.js';

export type { Activation, FloatArray };

/** How weights start; biases start at 0, but for `uniform`, which draws them too (as nn.h does). Drawn in layout order from the seeded generator. */
export type Initializer =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'glorot' }
  | { readonly kind: 'he' }
  | { readonly kind: 'zeros' };

/** What a caller says of a layer; a bare number means `{ neurons }`. */
export interface LayerOptions {
  readonly neurons: number;
  /** Default: the network's `activation`, or `outputActivation` for the last layer. The input layer has none. */
  readonly activation?: Activation;
  /** Slope of leakyRelu for z ≤ 0. Default 0.01. */
  readonly slope?: number;
  /** What to call the layer. Default "input", "hidden 1", …, "output". */
  readonly name?: string;
  /** [rows, columns] where the neurons form a picture, e.g. [28, 28]. */
  readonly shape?: readonly [rows: number, columns: number];
  /** A label a neuron, e.g. class names. */
  readonly labels?: readonly string[];
}

/** One layer as everything downstream sees it: plain data, no numbers that learn. */
export interface LayerDescription {
  readonly neurons: number;
  /** null for the input layer. */
  readonly activation: Activation | null;
  readonly slope: number;
  readonly name: string;
  readonly shape: readonly [rows: number, columns: number] | null;
  readonly labels: readonly string[] | null;
}

/** The architecture: plain data that crosses to workers and into files. `layers[0]` is the input. */
export interface NetworkDescription {
  readonly layers: readonly LayerDescription[];
}

/** A layer with its parameters; empty arrays for the input layer. */
export interface Layer<A extends FloatArray = Float32Array> extends LayerDescription {
  /** Row-major [inputs × neurons], as in Keras and nn.h: weights[i · neurons + j] joins input i to neuron j. */
  readonly weights: A;
  /** [neurons] */
  readonly biases: A;
}

/** A network: its description and its parameters. Layers' arrays are views into `parameters`. */
export interface Network<A extends FloatArray = Float32Array> extends NetworkDescription {
  readonly layers: readonly Layer<A>[];
  /** All parameters, flat: W₁, b₁, W₂, b₂, … (see `parameterLayout`). */
  readonly parameters: A;
  /** null when made from given parameters: such a network cannot be drawn anew from another seed. */
  readonly initializer: Initializer | null;
  readonly seed: number;
}
