import type { Dims, OnnxNode } from './onnxFile.js';

/** What is known of a node's inputs. */
export interface KnownInputs {
  /** null where it is not known. */
  readonly dims: (k: number) => Dims | null;
  /** The whole numbers of a constant input, such as the new shape of a Reshape; null for any other input. */
  readonly integers: (k: number) => readonly number[] | null;
}

type Infer = (node: OnnxNode, inputs: KnownInputs) => Dims | null;

const same: Infer = (_node, inputs) => inputs.dims(0);

/** Operations whose output has the shape of their first input. */
const keeping =
  'Relu LeakyRelu PRelu Elu Selu Celu Sigmoid HardSigmoid HardSwish Tanh Softplus Softsign Gelu Mish Swish ThresholdedRelu Erf Exp Log Neg Abs Sqrt Reciprocal Sin Cos Round Floor Ceil Sign Not Clip Cast Identity Dropout BatchNormalization InstanceNormalization LayerNormalization GroupNormalization LpNormalization MeanVarianceNormalization LRN Softmax LogSoftmax Hardmax CumSum';
const broadcasting = 'Add Sub Mul Div Pow Mod Min Max Mean Sum Equal Greater Less And Or Where';

const operations: Readonly<Record<string, Infer>> = {
  ...Object.fromEntries(keeping.split(' ').map((name) => [name, same])),
  ...Object.fromEntries(broadcasting.split(' ').map((name) => [name, broadcast])),
  Conv(node, inputs) {
    const [x, kernel] = [inputs.dims(0), inputs.dims(1)];
    return x && kernel && windowed(x, kernel[0]!, kernel.slice(2), node);
  },
  MaxPool: pooled,
  AveragePool: pooled,
  GlobalAveragePool: (_node, inputs) => inputs.dims(0)?.map((side, k) => (k < 2 ? side : 1)) ?? null,
  GlobalMaxPool: (_node, inputs) => inputs.dims(0)?.map((side, k) => (k < 2 ? side : 1)) ?? null,
  Gemm(node, inputs) {
    const [a, b] = [inputs.dims(0), inputs.dims(1)];
    if (a?.length !== 2 || b?.length !== 2) return null;
    const is = (name: string): boolean => node.attributes.get(name)?.number === 1;
    return [a[is('transA') ? 1 : 0]!, b[is('transB') ? 0 : 1]!];
  },
  MatMul(_node, inputs) {
    const [a, b] = [inputs.dims(0), inputs.dims(1)];
    return a && b && a.length >= 2 && b.length === 2 ? [...a.slice(0, -1), b[1]!] : null;
  },
  Flatten(node, inputs) {
    const x = inputs.dims(0);
    const axis = node.attributes.get('axis')?.number ?? 1;
    return x && axis === 1 ? [x[0]!, product(x.slice(1))] : null;
  },
  Reshape(_node, inputs) {
    const [x, shape] = [inputs.dims(0), inputs.integers(1)];
    if (!x || !shape) return null;
    const sides = shape.map((side, k) => (side === 0 ? (x[k] ?? -1) : side));
    const hole = sides.indexOf(-1);
    if (hole < 0) return sides;
    // With the batch unknown, only what is left of a row can be found.
    const [rows, others] = hole > 0 && sides[0] === x[0] ? [x.slice(1), sides.slice(1)] : [x, sides];
    if (hole === 0 && x[0] === -1) {
      return product(x.slice(1)) === product(sides.slice(1)) ? [-1, ...sides.slice(1)] : null;
    }
    const rest = product(others.filter((side) => side !== -1));
    const whole = product(rows);
    return whole > 0 && whole % rest === 0 ? sides.map((side, k) => (k === hole ? whole / rest : side)) : null;
  },
  Transpose(node, inputs) {
    const x = inputs.dims(0);
    const order = node.attributes.get('perm')?.integers ?? [];
    if (!x) return null;
    return order.length === x.length ? order.map((k) => x[k] ?? -1) : [...x].reverse();
  },
  Concat(node, inputs) {
    const first = inputs.dims(0);
    if (!first) return null;
    const axis = axisOf(node, first.length);
    let sum = 0;
    for (let k = 0; k < node.inputs.length; k++) {
      const side = inputs.dims(k)?.[axis];
      if (side === undefined || side < 0) return null;
      sum += side;
    }
    return first.map((side, k) => (k === axis ? sum : side));
  },
};

/** The shape of a node's first output; null where this library does not know it. */
export function inferDims(node: OnnxNode, inputs: KnownInputs): Dims | null {
  return Object.hasOwn(operations, node.operation) ? operations[node.operation]!(node, inputs) : null;
}

/** An axis counted from the front. */
export function axisOf(node: OnnxNode, dimensions: number): number {
  const axis = node.attributes.get('axis')?.number ?? 0;
  return axis < 0 ? axis + dimensions : axis;
}

function pooled(node: OnnxNode, inputs: KnownInputs): Dims | null {
  const x = inputs.dims(0);
  const window = node.attributes.get('kernel_shape')?.integers ?? [];
  return x && windowed(x, x[1]!, window, node);
}

/** [batch, channels, ⌊(padded side − spread window)/stride⌋ + 1 …]. */
function windowed(x: Dims, channels: number, window: readonly number[], node: OnnxNode): Dims | null {
  const sides = x.slice(2);
  if (window.length !== sides.length) return null;
  const list = (name: string): readonly number[] => node.attributes.get(name)?.integers ?? [];
  const [pads, strides, dilations] = [list('pads'), list('strides'), list('dilations')];
  const automatic = node.attributes.get('auto_pad')?.text ?? '';
  const isCeil = node.attributes.get('ceil_mode')?.number === 1;
  const places = sides.map((side, k) => {
    const step = strides[k] ?? 1;
    if (side < 0 || step < 1) return -1;
    if (automatic.startsWith('SAME')) return Math.ceil(side / step);
    const spread = (window[k]! - 1) * (dilations[k] ?? 1) + 1;
    const padded = side + (pads[k] ?? 0) + (pads[k + sides.length] ?? 0);
    return Math[isCeil ? 'ceil' : 'floor']((padded - spread) / step) + 1;
  });
  return places.every((count) => count >= 1) ? [x[0]!, channels, ...places] : null;
}

function broadcast(node: OnnxNode, inputs: KnownInputs): Dims | null {
  let result: Dims = [];
  for (let k = 0; k < node.inputs.length; k++) {
    const next = inputs.dims(k);
    if (!next) return null;
    const length = Math.max(result.length, next.length);
    const at = (dims: Dims, i: number): number => dims[i - length + dims.length] ?? 1;
    const [before, own] = [result, next];
    result = Array.from({ length }, (_, i) => (at(before, i) === 1 ? at(own, i) : at(before, i)));
  }
  return result;
}

/** −1 where a side is unknown. */
function product(sides: Dims): number {
  return sides.some((side) => side < 0) ? -1 : sides.reduce((whole, side) => whole * side, 1);
}
