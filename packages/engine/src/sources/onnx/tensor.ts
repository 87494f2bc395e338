import { NeuroglowError } from '../../core/error.js';
import { malformed } from '../../formats/content.js';
import { fromBfloat16Bits, fromFloat16Bits } from '../../formats/halfPrecision.js';
import { onnxKind, readIntegers, readMessage, textOfField } from './protobuf.js';

/** A tensor as it lies in the file: its values are decoded when somebody asks for them. */
export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** Number of a data type in `onnx.proto`. */
  readonly type: number;
  /** Values little-endian, or a packed list for types that ONNX keeps so. Not copied. */
  readonly raw: Uint8Array;
  readonly packed: Uint8Array;
  /** Whether the values lie in another file. */
  readonly isElsewhere: boolean;
}

/** Most dimensions of a tensor, and of a value. */
export const mostDims = 16;

type Decode = (view: DataView, at: number) => number;

/** Data types of `onnx.proto` that lie as bytes, by their number. */
const types: Readonly<Record<number, { readonly bytes: number; readonly decode: Decode }>> = {
  1: { bytes: 4, decode: (view, at) => view.getFloat32(at, true) },
  2: { bytes: 1, decode: (view, at) => view.getUint8(at) },
  3: { bytes: 1, decode: (view, at) => view.getInt8(at) },
  6: { bytes: 4, decode: (view, at) => view.getInt32(at, true) },
  7: { bytes: 8, decode: (view, at) => Number(view.getBigInt64(at, true)) },
  9: { bytes: 1, decode: (view, at) => view.getUint8(at) },
  10: { bytes: 2, decode: (view, at) => fromFloat16Bits(view.getUint16(at, true)) },
  11: { bytes: 8, decode: (view, at) => view.getFloat64(at, true) },
  16: { bytes: 2, decode: (view, at) => fromBfloat16Bits(view.getUint16(at, true)) },
};

/** Reads where a tensor's values are, without reading them. @throws `file-malformed` */
export function readTensor(bytes: Uint8Array): OnnxTensor {
  const dims: number[] = [];
  const none: Uint8Array = new Uint8Array(0);
  const tensor = { name: '', type: 0, raw: none, packed: none, isElsewhere: false };
  const takePacked = (field: { readonly bytes: Uint8Array }): void => {
    if (tensor.packed.length > 0) throw malformed(onnxKind, 'a tensor with values in several lists');
    tensor.packed = field.bytes;
  };
  readMessage(bytes, {
    1: (field) => readIntegers(field, dims, mostDims),
    2: ({ value }) => (tensor.type = value),
    // float_data, int32_data, int64_data and double_data: one of them, by the type.
    4: takePacked,
    5: takePacked,
    7: takePacked,
    10: takePacked,
    8: (field) => (tensor.name = textOfField(field)),
    9: (field) => (tensor.raw = field.bytes),
    14: ({ value }) => (tensor.isElsewhere = value === 1),
  });
  if (dims.some((side) => !(side >= 0 && Number.isSafeInteger(side)))) {
    throw malformed(onnxKind, `the tensor "${tensor.name}" has the shape [${dims.join(', ')}]`);
  }
  return { ...tensor, dims };
}

/** How many values a tensor has by its shape. */
export function sizeOf(dims: readonly number[]): number {
  return dims.reduce((product, side) => product * side, 1);
}

/**
 * Checks that a tensor's shape fits what lies in the file, so that a small file cannot claim large weights.
 * @throws `file-malformed`
 */
export function checkLength(tensor: OnnxTensor): void {
  const { dims, type, raw, packed, isElsewhere } = tensor;
  const each = types[type]?.bytes;
  if (isElsewhere || each === undefined) return;
  const size = sizeOf(dims);
  const fits = isVarints(tensor) ? packed.length >= size : Math.max(raw.length, packed.length) === size * each;
  if (!fits) throw wrongLength(tensor, `${raw.length || packed.length} bytes`);
}

/** Only floats lie in a list as they do in `raw_data`; the lists of other types hold varints. */
function isVarints({ type, raw, packed }: OnnxTensor): boolean {
  return raw.length === 0 && packed.length > 0 && type !== 1 && type !== 11;
}

/**
 * A tensor's values, row-major. What it allocates is bounded by the file's length, since the number of values must be the one that lies in
 * the file.
 * @throws `file-malformed`; `unsupported` for values in another file and for types that are not numbers
 */
export function valuesOf(tensor: OnnxTensor): Float32Array {
  const { name, dims, type, raw, packed, isElsewhere } = tensor;
  if (isElsewhere) {
    throw new NeuroglowError(
      'unsupported',
      `model: expected the weights in the file, got "${name}" in a file of its own; save the model with its weights inside.`,
    );
  }
  const decoding = types[type];
  if (decoding === undefined) {
    throw new NeuroglowError(
      'unsupported',
      `model: expected weights of numbers, got "${name}" of the data type ${type}; save the model with float32 weights.`,
    );
  }
  const size = sizeOf(dims);
  if (isVarints(tensor)) return packedIntegers(tensor, size);
  const bytes = raw.length > 0 ? raw : packed;
  if (bytes.length !== size * decoding.bytes) throw wrongLength(tensor, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Float32Array(size);
  for (let k = 0; k < size; k++) values[k] = decoding.decode(view, k * decoding.bytes);
  return values;
}

/** The whole numbers of a small tensor, such as a shape. */
export function integersOf(tensor: OnnxTensor): readonly number[] {
  return sizeOf(tensor.dims) <= mostDims ? Array.from(valuesOf(tensor)) : [];
}

function packedIntegers(tensor: OnnxTensor, size: number): Float32Array {
  const { type, packed } = tensor;
  const list: number[] = [];
  readIntegers({ value: 0, bytes: packed }, list, Math.min(size, packed.length));
  if (list.length !== size) throw wrongLength(tensor, `${list.length} numbers`);
  const decode = type === 10 ? fromFloat16Bits : type === 16 ? fromBfloat16Bits : (value: number): number => value;
  return Float32Array.from(list, decode);
}

function wrongLength({ name, dims }: OnnxTensor, got: string): NeuroglowError {
  return malformed(onnxKind, `the tensor "${name}" of shape [${dims.join(', ')}] holds ${got}`);
}
