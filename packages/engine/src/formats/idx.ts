import { bytesOf, foreign, malformed, truncated, type FileContent } from './content.js';
import { gunzip, isGzip } from './gunzip.js';

const kind = 'an IDX file';
const mostBytes = 0x1000_0000;
const mostDimensions = 8;

/** An array of any number of dimensions, as LeCun's IDX files hold it. */
export interface IdxArray {
  /** Length of each dimension, the slowest first: [images, rows, columns]. */
  readonly shape: readonly number[];
  readonly values: Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;
}

interface Element {
  readonly bytes: number;
  read(view: DataView, length: number, from: number): IdxArray['values'];
}

/** By the third byte of the file. Numbers are big-endian. */
const elements: Readonly<Record<number, Element>> = {
  0x08: { bytes: 1, read: (view, length, from) => new Uint8Array(view.buffer, view.byteOffset + from, length).slice() },
  0x09: { bytes: 1, read: (view, length, from) => new Int8Array(view.buffer, view.byteOffset + from, length).slice() },
  0x0b: { bytes: 2, read: (view, length, from) => Int16Array.from({ length }, (_, k) => view.getInt16(from + k * 2)) },
  0x0c: { bytes: 4, read: (view, length, from) => Int32Array.from({ length }, (_, k) => view.getInt32(from + k * 4)) },
  0x0d: {
    bytes: 4,
    read: (view, length, from) => Float32Array.from({ length }, (_, k) => view.getFloat32(from + k * 4)),
  },
  0x0e: {
    bytes: 8,
    read: (view, length, from) => Float64Array.from({ length }, (_, k) => view.getFloat64(from + k * 8)),
  },
};

/**
 * An IDX file, as MNIST and Fashion-MNIST come in, gzipped or not.
 * @param content at most 256 MiB, also once unpacked
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`
 */
export async function readIdx(content: FileContent): Promise<IdxArray> {
  const packed = bytesOf(content, kind, mostBytes);
  const bytes = isGzip(packed) ? await gunzip(packed, kind, mostBytes) : packed;
  if (bytes.length < 4) throw truncated(kind, '4 bytes of header', String(bytes.length));
  const element = elements[bytes[2]!];
  if (bytes[0] !== 0 || bytes[1] !== 0 || !element) {
    throw foreign(kind, 'two bytes of 0, a type and a number of dimensions', 'something else');
  }
  const dimensions = bytes[3]!;
  if (dimensions < 1 || dimensions > mostDimensions) {
    throw foreign(kind, `1 to ${mostDimensions} dimensions`, String(dimensions));
  }
  const start = 4 + dimensions * 4;
  if (bytes.length < start) throw truncated(kind, `${start} bytes of header`, String(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const shape = Array.from({ length: dimensions }, (_, k) => view.getUint32(4 + k * 4));
  const length = shape.reduce((product, side) => product * side, 1);
  const expected = start + length * element.bytes;
  if (bytes.length < expected) throw truncated(kind, `${expected} bytes`, String(bytes.length));
  if (bytes.length > expected) throw malformed(kind, `${bytes.length - expected} bytes follow its ${length} values`);
  return { shape, values: element.read(view, length, start) };
}
