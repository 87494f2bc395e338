import { exp } from './exp.js';
import type { Activation, FloatArray } from './network.js';
import { sigmoid } from './sigmoid.js';
import { cos, sin } from './sine.js';
import { tanh } from './tanh.js';

/** a = f(z) of one neuron. softmax looks at a whole layer, so it has no such form: see `activate`. */
export function activationOf(activation: Exclude<Activation, 'softmax'>, slope: number, z: number): number {
  switch (activation) {
    case 'sigmoid':
      return sigmoid(z);
    case 'tanh':
      return tanh(z);
    case 'relu':
      return z > 0 || z !== z ? z : 0;
    case 'leakyRelu':
      return z > 0 ? z : slope * z;
    case 'linear':
      return z;
    case 'sin':
      return sin(z);
  }
}

/**
 * f′(z), from z or from a = f(z), whichever is simpler: sigmoid a(1 − a) · tanh 1 − a² · relu z > 0 ? 1 : 0 ·
 * leakyRelu z > 0 ? 1 : slope · linear 1 · sin cos z · softmax its Jacobian's diagonal, a(1 − a).
 */
export function derivativeOf(activation: Activation, slope: number, z: number, a: number): number {
  switch (activation) {
    case 'sigmoid':
    case 'softmax':
      return a * (1 - a);
    case 'tanh':
      return 1 - a * a;
    case 'relu':
      return z > 0 ? 1 : 0;
    case 'leakyRelu':
      return z > 0 ? 1 : slope;
    case 'linear':
      return 1;
    case 'sin':
      return cos(z);
  }
}

/** What `activate` and `multiplyByDerivative` need to know of a layer. */
export interface ActivatedLayer {
  readonly neurons: number;
  readonly activation: Activation | null;
  readonly slope: number;
}

/** a ← f(z) over [rows × neurons]. One loop a function, so that the choice is made once a batch. */
export function activate<A extends FloatArray>(layer: ActivatedLayer, z: A, a: A, rows: number): void {
  const count = rows * layer.neurons;
  switch (layer.activation) {
    case 'sigmoid':
      for (let k = 0; k < count; k++) a[k] = sigmoid(z[k]!);
      return;
    case 'tanh':
      for (let k = 0; k < count; k++) a[k] = tanh(z[k]!);
      return;
    case 'relu':
      // NaN passes, so that a broken network cannot look silent.
      for (let k = 0; k < count; k++) a[k] = z[k]! <= 0 ? 0 : z[k]!;
      return;
    case 'leakyRelu':
      for (let k = 0; k < count; k++) a[k] = z[k]! > 0 ? z[k]! : layer.slope * z[k]!;
      return;
    case 'sin':
      for (let k = 0; k < count; k++) a[k] = sin(z[k]!);
      return;
    case 'softmax':
      for (let row = 0; row < rows; row++) softmax(z, a, row * layer.neurons, layer.neurons);
      return;
    case 'linear':
    case null:
      for (let k = 0; k < count; k++) a[k] = z[k]!;
  }
}

/** One row of softmax: aⱼ = e^(zⱼ − m)/Σe^(zₖ − m) with m the largest z, so that nothing overflows. */
function softmax<A extends FloatArray>(z: A, a: A, offset: number, neurons: number): void {
  let largest = z[offset]!;
  for (let j = 1; j < neurons; j++) if (z[offset + j]! > largest) largest = z[offset + j]!;
  let sum = 0;
  for (let j = 0; j < neurons; j++) sum += exp(z[offset + j]! - largest);
  for (let j = 0; j < neurons; j++) a[offset + j] = exp(z[offset + j]! - largest) / sum;
}

/**
 * From ∂C/∂a to δ = ∂C/∂z in place, over [rows × neurons]: times f′(z); for softmax the full Jacobian,
 * δⱼ = aⱼ(gⱼ − Σₖ gₖaₖ). `z` and `a` are the layer's as `activate` left them.
 */
export function multiplyByDerivative<A extends FloatArray>(
  layer: ActivatedLayer,
  z: A,
  a: A,
  gradient: A,
  rows: number,
): void {
  const count = rows * layer.neurons;
  switch (layer.activation) {
    case 'sigmoid':
      for (let k = 0; k < count; k++) gradient[k] = gradient[k]! * a[k]! * (1 - a[k]!);
      return;
    case 'tanh':
      for (let k = 0; k < count; k++) gradient[k] = gradient[k]! * (1 - a[k]! * a[k]!);
      return;
    case 'relu':
      for (let k = 0; k < count; k++) if (z[k]! <= 0) gradient[k] = 0;
      return;
    case 'leakyRelu':
      for (let k = 0; k < count; k++) if (z[k]! <= 0) gradient[k] = gradient[k]! * layer.slope;
      return;
    case 'sin':
      for (let k = 0; k < count; k++) gradient[k] = gradient[k]! * cos(z[k]!);
      return;
    case 'softmax':
      for (let row = 0; row < rows; row++) multiplyBySoftmaxJacobian(a, gradient, row * layer.neurons, layer.neurons);
      return;
    case 'linear':
    case null:
  }
}

function multiplyBySoftmaxJacobian<A extends FloatArray>(a: A, gradient: A, offset: number, neurons: number): void {
  let mean = 0;
  for (let k = 0; k < neurons; k++) mean += gradient[offset + k]! * a[offset + k]!;
  for (let j = 0; j < neurons; j++) gradient[offset + j] = a[offset + j]! * (gradient[offset + j]! - mean);
}
