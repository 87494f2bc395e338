import type { ActivationFunction } from './activationFunction.js';
import { elu } from './elu.js';
import { gelu } from './gelu.js';
import { leakyRelu } from './leakyRelu.js';
import { linear } from './linear.js';
import { relu } from './relu.js';
import { sigmoid } from './sigmoid.js';
import { silu } from './silu.js';
import { sin } from './sin.js';
import { softmax } from './softmax.js';
import { softplus } from './softplus.js';
import { tanh } from './tanh.js';

/**
 * The names of all activation functions, softmax last. The kernels' build reads them from here, numbers them in this order and takes
 * each one's code from the file of the same name in `kernels/assembly/activations/`.
 */
const names = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
  'softplus',
  'linear',
  'sin',
  'softmax',
] as const;

/** The name of an activation function; `activationFunctions` says everything about each. */
export type Activation = (typeof names)[number];

/** The names of all activation functions, softmax last. */
export const activationNames: readonly Activation[] = names;

/** Every activation function: f, f′, range, kinks, where it fires. */
export const activationFunctions: Readonly<Record<Activation, ActivationFunction>> = {
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  gelu,
  silu,
  softplus,
  linear,
  sin,
  softmax,
};
