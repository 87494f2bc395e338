import type { Dataset } from '../core/dataset.js';
import { bitsOf, isLit } from './lit.js';

/** Bytes of a batch's place in the table, of a column's head, and of an entry of its list. */
const placeBytes = 8;
const headBytes = 8;
const entryBytes = 8;

/** Bytes of a list that is filled up to an even number of entries. */
const listBytes = (length: number): number => (length + (length % 2)) * entryBytes;

/** Bytes that `writeColumns` will write. */
export function measureColumns({ inputs, rows }: Dataset, batchSize: number): number {
  const bits = bitsOf(inputs);
  const width = inputs.length / rows;
  const lengths = new Uint32Array(width);
  let bytes = Math.ceil(rows / batchSize) * placeBytes;
  for (let row = 0, k = 0; row < rows;) {
    lengths.fill(0);
    for (const end = Math.min(rows, row + batchSize); row < end; row++) {
      for (let i = 0; i < width; i++, k++) lengths[i]! += isLit(bits[k]!);
    }
    for (const length of lengths) if (length > 0) bytes += headBytes + listBytes(length);
  }
  return bytes;
}

/** Rows as lists of what is lit, as `writeLists` leaves them. */
export interface WrittenLists {
  readonly rows: number;
  /** Numbers in a whole row. */
  readonly width: number;
  /** Address of the rows' entries' addresses. */
  readonly starts: number;
  /** What an input's index was multiplied by. */
  readonly scale: number;
}

/**
 * Writes the columns of every batch from its rows' lists, as assembly/sparseColumns.ts reads them: first a table of where each
 * batch's columns begin and end. `stride` is the bytes between two rows of δ. What it writes to must be 0 before.
 */
export function writeColumns(
  buffer: ArrayBuffer,
  address: number,
  { rows, width, starts, scale }: WrittenLists,
  batchSize: number,
  stride: number,
): void {
  const words = new Uint32Array(buffer);
  const floats = new Float32Array(buffer);
  const lengths = new Uint32Array(width);
  const places = new Uint32Array(width);
  let place = address / 4;
  let at = address + Math.ceil(rows / batchSize) * placeBytes;

  /** Calls back for each lit input of some rows; what fills a list up is not lit. */
  const eachLit = (first: number, end: number, visit: (row: number, input: number, value: number) => void): void => {
    for (let row = first; row < end; row++) {
      const entriesEnd = words[starts / 4 + row + 1]! / 4;
      for (let entry = words[starts / 4 + row]! / 4; entry < entriesEnd; entry += 2) {
        const value = floats[entry + 1]!;
        if (value !== 0) visit(row - first, words[entry]! / scale, value);
      }
    }
  };

  for (let first = 0; first < rows; first += batchSize) {
    const end = Math.min(rows, first + batchSize);
    lengths.fill(0);
    eachLit(first, end, (_, input) => lengths[input]!++);
    // Lists of one length stand together.
    const lit = Uint32Array.from(lengths.keys())
      .filter((input) => lengths[input] !== 0)
      .sort((i, j) => lengths[i]! - lengths[j]!);
    let entry = at + lit.length * headBytes;
    words[place++] = at;
    words[place++] = entry;
    for (const input of lit) {
      const bytes = listBytes(lengths[input]!);
      words[at / 4] = input * scale;
      words[at / 4 + 1] = bytes;
      places[input] = entry / 4;
      at += headBytes;
      entry += bytes;
    }
    at = entry;
    eachLit(first, end, (row, input, value) => {
      const to = places[input]!;
      words[to] = row * stride;
      floats[to + 1] = value;
      places[input] = to + 2;
    });
  }
}
