import type { Activation } from '../../core/network.js';
import { marginsOf, type Margins, type Padding, type Sides } from '../../core/layerKinds/window.js';
import { axisOf } from './inferDims.js';
import type { Dims, OnnxNode } from './onnxFile.js';

/** What a node is in a description, besides name, inputs and activation; null for a node that is shown as a block. */
type NodeKind = (node: OnnxNode, input: Dims, output: Dims, inputs: readonly (Dims | null)[]) => object | null;

/** Nodes that are a kind of layer. Gemm and MatMul are dense layers, which also have weights: see `describeOnnx`. */
export const nodeKinds: Readonly<Record<string, NodeKind>> = {
  Conv(node, input, output, inputs) {
    const [filters, perGroup, rows, columns] = inputs[1] ?? [];
    // Groups and spread kernels have no name here, and a wrong one would lie about what a filter sees.
    if (input.length !== 4 || perGroup !== input[1] || !isClose(node)) return null;
    const window: Sides = [rows!, columns!];
    if (!fits(node, input, output, window)) return null;
    return { kind: 'conv2d', filters, kernelSize: window, ...placing(node, input, window) };
  },
  MaxPool: (node, input, output) => pool(node, input, output, 'max'),
  AveragePool: (node, input, output) => pool(node, input, output, 'average'),
  GlobalAveragePool: (_node, input) => wholePool(input, 'average'),
  GlobalMaxPool: (_node, input) => wholePool(input, 'max'),
  Flatten: flatten,
  Reshape: flatten,
  BatchNormalization: () => ({ kind: 'normalization', over: 'batch' }),
  LayerNormalization: () => ({ kind: 'normalization', over: 'layer' }),
  InstanceNormalization: () => ({ kind: 'normalization', over: 'instance' }),
  GroupNormalization: () => ({ kind: 'normalization', over: 'group' }),
  Add(_node, input, _output, inputs) {
    const isSame = inputs.every((dims) => dims?.join() === input.join());
    return isSame && inputs.length > 1 ? { kind: 'add' } : null;
  },
  Concat(node, input, _output, inputs) {
    const isKnown = inputs.length > 1 && inputs.every((dims) => dims?.length === input.length);
    return isKnown && axisOf(node, input.length) === 1 && [2, 4].includes(input.length)
      ? { kind: 'concatenate' }
      : null;
  },
};

/** The activation function that a node is; null if it is none that this library knows. */
export function activationOfNode(node: OnnxNode): { readonly name: Activation; readonly slope?: number } | null {
  const number = (name: string, ifAbsent: number): number => node.attributes.get(name)?.number ?? ifAbsent;
  switch (node.operation) {
    case 'Relu':
      return { name: 'relu' };
    case 'Sigmoid':
      return { name: 'sigmoid' };
    case 'Tanh':
      return { name: 'tanh' };
    case 'Softplus':
      return { name: 'softplus' };
    case 'Sin':
      return { name: 'sin' };
    case 'Elu':
      return number('alpha', 1) === 1 ? { name: 'elu' } : null;
    case 'LeakyRelu':
      return { name: 'leakyRelu', slope: number('alpha', 0.01) };
    case 'Gelu':
      return (node.attributes.get('approximate')?.text ?? '') === 'tanh' ? null : { name: 'gelu' };
    case 'Softmax':
      return { name: 'softmax' };
    default:
      return null;
  }
}

function list(node: OnnxNode, name: string, ifAbsent: readonly number[]): readonly number[] {
  const integers = node.attributes.get(name)?.integers ?? [];
  return integers.length === ifAbsent.length ? integers : ifAbsent;
}

function isClose(node: OnnxNode): boolean {
  return list(node, 'dilations', [1, 1]).every((step) => step === 1);
}

function pool(node: OnnxNode, input: Dims, output: Dims, method: 'max' | 'average'): object | null {
  const window = list(node, 'kernel_shape', [0, 0]) as unknown as Sides;
  if (input.length !== 4 || window[0] < 1 || !isClose(node) || !fits(node, input, output, window)) return null;
  return { kind: 'pool', method, size: window, ...placing(node, input, window) };
}

function wholePool(input: Dims, method: 'max' | 'average'): object | null {
  return input.length === 4 ? { kind: 'pool', method, size: input.slice(2), stride: [1, 1] } : null;
}

function flatten(_node: OnnxNode, input: Dims, output: Dims): object | null {
  const size = (dims: Dims): number => dims.slice(1).reduce((product, side) => product * side, 1);
  return output.length === 2 && size(input) === size(output) ? { kind: 'flatten' } : null;
}

interface Placing {
  readonly stride: Sides;
  readonly padding: Padding;
}

/** Stride and padding, by the shorter name where the stated zeros mean the same. */
function placing(node: OnnxNode, input: Dims, window: Sides): Placing {
  const stride = list(node, 'strides', [1, 1]) as unknown as Sides;
  const automatic = node.attributes.get('auto_pad')?.text ?? 'NOTSET';
  const picture = [input[2]!, input[3]!] as const;
  const same = marginsOf(picture, window, stride, 'same');
  if (automatic === 'SAME_UPPER') return { stride, padding: 'same' };
  const stated = automatic === 'SAME_LOWER' ? [same[2], same[3], same[0], same[1]] : list(node, 'pads', [0, 0, 0, 0]);
  if (automatic === 'VALID' || stated.every((zeros) => zeros === 0)) return { stride, padding: 'valid' };
  return { stride, padding: stated.join() === same.join() ? 'same' : (stated as unknown as Margins) };
}

/** Whether the output has the shape that the window gives: another rounding (`ceil_mode`) may see more of the picture. */
function fits(node: OnnxNode, input: Dims, output: Dims, window: Sides): boolean {
  const { stride, padding } = placing(node, input, window);
  const margins = marginsOf([input[2]!, input[3]!], window, stride, padding);
  return [0, 1].every(
    (k) => output[k + 2] === Math.floor((input[k + 2]! + margins[k]! + margins[k + 2]! - window[k]!) / stride[k]!) + 1,
  );
}
