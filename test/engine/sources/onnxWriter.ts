/** Writes ONNX files for tests, byte by byte, so that what reads them is not what wrote them. */

type Bytes = readonly number[];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn);
    if (rest < 0x80n) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const inside = (field: number, bytes: Bytes | Uint8Array): number[] => [
  ...varint((field << 3) | 2),
  ...varint(bytes.length),
  ...bytes,
];
const text = (field: number, value: string): number[] => inside(field, new TextEncoder().encode(value));

/** Little-endian float32. */
export const floats = (values: ArrayLike<number>): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

export interface WrittenTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: ArrayLike<number>;
  /** Default: float32 in `raw_data`. */
  readonly as?: 'raw' | 'list' | 'int64' | 'elsewhere';
}

function tensor({ name, dims, values, as = 'raw' }: WrittenTensor): number[] {
  const content = {
    raw: () => [...number(2, 1), ...inside(9, floats(values))],
    list: () => [...number(2, 1), ...inside(4, floats(values))],
    int64: () => [...number(2, 7), ...inside(7, Array.from(values).flatMap(varint))],
    elsewhere: () => [...number(2, 1), ...number(14, 1)],
  }[as]();
  return [...inside(1, dims.flatMap(varint)), ...content, ...text(8, name)];
}

export interface WrittenNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[] | string | { readonly float: number }>>;
}

function node({ op, inputs, outputs, name = '', attributes = {} }: WrittenNode): number[] {
  const attribute = ([key, value]: [string, (typeof attributes)[string]]): number[] => {
    if (typeof value === 'number') return [...text(1, key), ...number(3, value), ...number(20, 2)];
    if (typeof value === 'string') return [...text(1, key), ...text(4, value), ...number(20, 3)];
    if ('float' in value) return [...text(1, key), 0x15, ...floats([value.float]), ...number(20, 1)];
    return [...text(1, key), ...value.flatMap((one) => number(8, one)), ...number(20, 7)];
  };
  return [
    ...inputs.flatMap((one) => text(1, one)),
    ...outputs.flatMap((one) => text(2, one)),
    ...text(3, name),
    ...text(4, op),
    ...Object.entries(attributes).flatMap((entry) => inside(5, attribute(entry))),
  ];
}

/** A string is the name of an open side, such as the batch. */
export type WrittenDims = readonly (number | string)[];

function value(name: string, dims: WrittenDims | null): number[] {
  const side = (one: number | string): number[] => (typeof one === 'number' ? number(1, one) : text(2, one));
  const shape =
    dims === null
      ? []
      : inside(
          2,
          dims.flatMap((one) => inside(1, side(one))),
        );
  return [...text(1, name), ...inside(2, inside(1, [...number(1, 1), ...shape]))];
}

export interface WrittenModel {
  readonly nodes: readonly WrittenNode[];
  readonly tensors?: readonly WrittenTensor[];
  readonly inputs: Readonly<Record<string, WrittenDims | null>>;
  readonly outputs: Readonly<Record<string, WrittenDims | null>>;
}

/** A model of ONNX with opset 17. */
export function writeOnnx({ nodes, tensors = [], inputs, outputs }: WrittenModel): Uint8Array {
  const values = (field: number, of: WrittenModel['inputs']): number[] =>
    Object.entries(of).flatMap(([name, dims]) => inside(field, value(name, dims)));
  const graph = [
    ...nodes.flatMap((one) => inside(1, node(one))),
    ...text(2, 'graph'),
    ...tensors.flatMap((one) => inside(5, tensor(one))),
    ...values(11, inputs),
    ...values(12, outputs),
  ];
  const opset = [...text(1, ''), ...number(2, 17)];
  return Uint8Array.from([...number(1, 8), ...text(2, 'test'), ...inside(7, graph), ...inside(8, opset)]);
}

/** Numbers in [−1, 1] that look random and are always the same. */
export function numbers(count: number, seed = 1): Float32Array {
  return Float32Array.from({ length: count }, (_, k) => Math.sin((k + 1) * 12.9898 * seed) % 1);
}

/** [batch, 2] → 3, tanh → 2, softmax: a Gemm with PyTorch's order of weights, and a MatMul with its Add. */
export function denseModel(): WrittenModel {
  return {
    nodes: [
      { op: 'Gemm', inputs: ['x', 'w1', 'b1'], outputs: ['z1'], name: 'fc1', attributes: { transB: 1 } },
      { op: 'Tanh', inputs: ['z1'], outputs: ['a1'] },
      { op: 'MatMul', inputs: ['a1', 'w2'], outputs: ['m2'], name: 'fc2' },
      { op: 'Add', inputs: ['m2', 'b2'], outputs: ['z2'] },
      { op: 'Softmax', inputs: ['z2'], outputs: ['y'], attributes: { axis: -1 } },
    ],
    tensors: [
      { name: 'w1', dims: [3, 2], values: numbers(6) },
      { name: 'b1', dims: [3], values: numbers(3, 2), as: 'list' },
      { name: 'w2', dims: [3, 2], values: numbers(6, 3) },
      { name: 'b2', dims: [2], values: numbers(2, 4) },
    ],
    inputs: { x: ['N', 2] },
    outputs: { y: ['N', 2] },
  };
}

/** Digits of 3 channels through Conv, pool, a residual Add, Concat and two Gemms: what small classifiers are made of. */
export function convolutionalModel(batch: number | string = 'N'): WrittenModel {
  const conv = (input: string, k: number, output: string) => ({
    ...{ op: 'Conv', inputs: [input, `k${k}`, `c${k}`], outputs: [output], name: `conv${k}` },
    attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [1, 1] },
  });
  return {
    nodes: [
      conv('x', 1, 'z1'),
      { op: 'Relu', inputs: ['z1'], outputs: ['a1'] },
      {
        ...{ op: 'MaxPool', inputs: ['a1'], outputs: ['p1'], name: 'pool' },
        attributes: { kernel_shape: [2, 2], strides: [2, 2] },
      },
      conv('p1', 2, 'z2'),
      { op: 'Add', inputs: ['z2', 'p1'], outputs: ['s'], name: 'residual' },
      { op: 'LeakyRelu', inputs: ['s'], outputs: ['r'], attributes: { alpha: { float: 0.2 } } },
      { op: 'Concat', inputs: ['r', 'p1'], outputs: ['c'], name: 'joined', attributes: { axis: 1 } },
      { op: 'HardSwish', inputs: ['c'], outputs: ['h'], name: 'hardswish' },
      { op: 'Flatten', inputs: ['h'], outputs: ['f'], name: 'flat' },
      { op: 'Gemm', inputs: ['f', 'w', 'b'], outputs: ['logits'], name: 'answer', attributes: { transB: 1 } },
      { op: 'Softmax', inputs: ['logits'], outputs: ['y'] },
    ],
    tensors: [
      { name: 'k1', dims: [4, 3, 3, 3], values: numbers(108, 2) },
      { name: 'c1', dims: [4], values: numbers(4, 3) },
      { name: 'k2', dims: [4, 4, 3, 3], values: numbers(144, 5) },
      { name: 'c2', dims: [4], values: numbers(4, 7) },
      { name: 'w', dims: [5, 8 * 9], values: numbers(5 * 72, 11) },
      { name: 'b', dims: [5], values: numbers(5, 13) },
    ],
    inputs: { x: [batch, 3, 6, 6] },
    outputs: { y: [batch, 5] },
  };
}
