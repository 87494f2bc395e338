import { bytesOf, foreign, malformed, truncated } from './content.js';
import { crc32 } from './crc32.js';
import { float16Bits, fromFloat16Bits } from './halfPrecision.js';
import { parseJson } from './storedNetwork.js';

/**
 * A file of plain data that holds large typed arrays. All numbers are little-endian:
 *
 * | bytes | content |
 * | --- | --- |
 * | 0–7 | signature: 0x89, "NGREC", CR, LF |
 * | 8–11 | version of this layout, 1 |
 * | 12–15 | CRC-32 of all bytes from 16 on |
 * | 16–23 | length of the file in bytes |
 * | 24–27 | length of the header in bytes, a multiple of 8 |
 * | 28–31 | 0 |
 * | 32– | header: JSON in UTF-8, padded with spaces: `{ "data": …, "arrays": [{ "type", "length", "offset" }, …] }` |
 * | then | the arrays, each at its `offset` from the header's end, a multiple of 8 |
 *
 * Within `data`, `{ "@array": i }` stands for the i-th array, and `{ "@number": "NaN" | "Infinity" | "-Infinity" }` for what JSON cannot
 * write. An array that occurs twice is stored once. `type` is float16, float32, float64 or uint32; float16 is read as float32.
 */
const signature = Uint8Array.of(0x89, 0x4e, 0x47, 0x52, 0x45, 0x43, 0x0d, 0x0a);
const version = 1;
const headAt = 32;
const mostBytes = 0x4000_0000;

type StoredType = 'float16' | 'float32' | 'float64' | 'uint32';
type StoredArray = Float32Array | Float64Array | Uint32Array;

interface Entry {
  readonly type: StoredType;
  readonly length: number;
  readonly offset: number;
}

const bytesEach: Readonly<Record<StoredType, number>> = { float16: 2, float32: 4, float64: 8, uint32: 4 };

/**
 * Writes plain data: objects, arrays, strings, booleans, null, numbers, and Float32Array, Float64Array or Uint32Array.
 * @param inFloat16 which arrays to round to float16. @default none
 */
export function writeArrayFile(
  data: unknown,
  inFloat16: (array: Float32Array) => boolean = () => false,
): Uint8Array<ArrayBuffer> {
  const arrays: { readonly array: StoredArray; readonly entry: Entry }[] = [];
  const known = new Map<StoredArray, number>();
  let end = 0;
  const refer = (array: StoredArray): number => {
    const index = known.get(array);
    if (index !== undefined) return index;
    const type = typeOf(array, inFloat16);
    arrays.push({ array, entry: { type, length: array.length, offset: end } });
    known.set(array, arrays.length - 1);
    end = aligned(end + array.length * bytesEach[type]);
    return arrays.length - 1;
  };
  const stored = JSON.stringify(data, (_key, value: unknown) => {
    if (isStoredArray(value)) return { '@array': refer(value) };
    return typeof value === 'number' && !Number.isFinite(value) ? { '@number': String(value) } : value;
  });
  const entries = JSON.stringify(arrays.map(({ entry }) => entry));
  const header = new TextEncoder().encode(`{"data":${stored},"arrays":${entries}}`);
  const from = headAt + aligned(header.length);
  const file = new Uint8Array(from + end);
  file.fill(0x20, headAt, from);
  file.set(header, headAt);
  for (const { array, entry } of arrays) writeArray(new DataView(file.buffer, from + entry.offset), array, entry.type);
  file.set(signature);
  const view = new DataView(file.buffer);
  view.setUint32(8, version, true);
  view.setBigUint64(16, BigInt(file.length), true);
  view.setUint32(24, from - headAt, true);
  view.setUint32(12, crc32(file.subarray(16)), true);
  return file;
}

/**
 * Reads what `writeArrayFile` wrote. Arrays are copies; their total size is at most twice the file's, because float16 is widened.
 * @param kind names the file in errors: "a recording"
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`
 */
export function readArrayFile(content: unknown, kind: string): unknown {
  const bytes = bytesOf(content, kind, mostBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const headerLength = checkHead(bytes, view, kind);
  const text = new TextDecoder().decode(bytes.subarray(headAt, headAt + headerLength));
  const header = parseJson(text, kind);
  const from = headAt + headerLength;
  if (!isRecord(header) || !Array.isArray(header['arrays'])) throw malformed(kind, 'its header lists no arrays');
  let budget = bytes.length - from;
  const arrays = header['arrays'].map((entry: unknown, i) => {
    const checked = checkEntry(entry, bytes.length - from, i, kind);
    budget -= checked.length * bytesEach[checked.type];
    if (budget < 0) throw malformed(kind, 'its arrays overlap');
    return readArray(new DataView(bytes.buffer, bytes.byteOffset + from + checked.offset), checked);
  });
  return restore(header['data'], arrays, kind, 0);
}

function checkHead(bytes: Uint8Array, view: DataView, kind: string): number {
  const start = bytes.subarray(0, signature.length);
  if (!start.every((byte, i) => byte === signature[i])) {
    throw foreign(kind, 'a file that begins with its signature', 'something else');
  }
  if (bytes.length < headAt) throw truncated(kind, `at least ${headAt} bytes`, String(bytes.length));
  const written = view.getUint32(8, true);
  if (written !== version) {
    throw foreign(kind, `version ${version}`, `version ${written}, which another version of Neuroglow wrote`);
  }
  const stated = view.getBigUint64(16, true);
  if (stated > BigInt(bytes.length)) throw truncated(kind, `${stated} bytes`, String(bytes.length));
  if (stated !== BigInt(bytes.length)) throw malformed(kind, `it is longer than the ${stated} bytes that it states`);
  if (view.getUint32(12, true) !== crc32(bytes.subarray(16))) {
    throw malformed(kind, 'its checksum does not fit its content, so it was damaged');
  }
  const headerLength = view.getUint32(24, true);
  if (headerLength % 8 !== 0 || headAt + headerLength > bytes.length) {
    throw malformed(kind, 'the length of its header is impossible');
  }
  return headerLength;
}

function checkEntry(entry: unknown, available: number, index: number, kind: string): Entry {
  const wrong = (): never => {
    throw malformed(kind, `array ${index} is described wrongly`);
  };
  if (!isRecord(entry)) return wrong();
  const { type, length, offset } = entry;
  if (typeof type !== 'string' || !Object.hasOwn(bytesEach, type)) return wrong();
  if (!isCount(length) || !isCount(offset) || offset % 8 !== 0) return wrong();
  const known = type as StoredType;
  if (offset + length * bytesEach[known] > available) return wrong();
  return { type: known, length, offset };
}

/** Deeper data than this was not written by `writeArrayFile`. */
const mostDepth = 64;

function restore(value: unknown, arrays: readonly StoredArray[], kind: string, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > mostDepth) throw malformed(kind, 'its data is nested too deeply');
  if (Array.isArray(value)) return value.map((item: unknown) => restore(item, arrays, kind, depth + 1));
  const record = value as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(record, '@array')) {
    const array = arrays[record['@array'] as number];
    if (array === undefined) throw malformed(kind, 'it refers to an array that it does not have');
    return array;
  }
  if (Object.hasOwn(record, '@number')) return Number(record['@number']);
  return Object.fromEntries(
    Object.entries(record).map(([key, item]) => [key, restore(item, arrays, kind, depth + 1)] as const),
  );
}

function writeArray(view: DataView, array: StoredArray, type: StoredType): void {
  for (let i = 0; i < array.length; i++) {
    if (type === 'float32') view.setFloat32(i * 4, array[i]!, true);
    else if (type === 'float16') view.setUint16(i * 2, float16Bits(array[i]!), true);
    else if (type === 'uint32') view.setUint32(i * 4, array[i]!, true);
    else view.setFloat64(i * 8, array[i]!, true);
  }
}

function readArray(view: DataView, { type, length }: Entry): StoredArray {
  if (type === 'uint32') return Uint32Array.from({ length }, (_, i) => view.getUint32(i * 4, true));
  if (type === 'float64') return Float64Array.from({ length }, (_, i) => view.getFloat64(i * 8, true));
  const array = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    array[i] = type === 'float32' ? view.getFloat32(i * 4, true) : fromFloat16Bits(view.getUint16(i * 2, true));
  }
  return array;
}

function typeOf(array: StoredArray, inFloat16: (array: Float32Array) => boolean): StoredType {
  if (array instanceof Uint32Array) return 'uint32';
  if (array instanceof Float64Array) return 'float64';
  return inFloat16(array) ? 'float16' : 'float32';
}

function isStoredArray(value: unknown): value is StoredArray {
  return value instanceof Float32Array || value instanceof Float64Array || value instanceof Uint32Array;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
