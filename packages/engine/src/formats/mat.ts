import { checkInteger, checkOptions } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { checkDataset } from '../core/checkDataset.js';
import { bytesOf, foreign, malformed, truncated, type FileContent } from './content.js';

const kind = 'a .mat file of nn.h';
const magic = 'nn.h.mat';
const headerBytes = 24;
const mostBytes = 0x4000_0000;

/**
 * The training table of a `.mat` file of nn.h's gym: the 8 bytes `nn.h.mat`, rows and columns as unsigned 64-bit little-endian, then
 * float32 little-endian, row after row. Inputs come first and targets after; the file does not say where targets begin.
 * @param content at most 1 GiB
 * @param options.inputs how many of the columns are inputs: the first number of the `.arch` file
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`; `invalid-option` where `inputs` leaves no target
 */
export function readMat(content: FileContent, options: { readonly inputs: number }): Dataset {
  const bytes = bytesOf(content, kind, mostBytes);
  checkOptions(options, 'options', ['inputs']);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, magic.length));
  if (!magic.startsWith(start)) throw foreign(kind, `the bytes "${magic}" first`, 'others');
  if (bytes.length < headerBytes) throw truncated(kind, `${headerBytes} bytes of header`, String(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rows = view.getBigUint64(8, true);
  const columns = view.getBigUint64(16, true);
  const expected = rows * columns * 4n + BigInt(headerBytes);
  if (expected > BigInt(bytes.length)) throw truncated(kind, `${expected} bytes`, String(bytes.length));
  if (expected < BigInt(bytes.length))
    throw malformed(kind, `its header says ${expected} bytes, and it has ${bytes.length}`);
  if (rows < 1n || columns < 2n) {
    throw malformed(kind, `a table of ${rows} rows and ${columns} columns cannot hold inputs and targets`);
  }
  return splitTable(view, Number(rows), Number(columns), options.inputs);
}

/**
 * A data set as a `.mat` file of nn.h's gym.
 * @throws `invalid-dataset`, `not-finite`
 */
export function writeMat(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const { inputs, outputs } = checkDataset(dataset);
  const columns = inputs + outputs;
  const file = new Uint8Array(headerBytes + dataset.rows * columns * 4);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(magic));
  view.setBigUint64(8, BigInt(dataset.rows), true);
  view.setBigUint64(16, BigInt(columns), true);
  for (let row = 0, at = headerBytes; row < dataset.rows; row++) {
    for (let i = 0; i < inputs; i++, at += 4) view.setFloat32(at, dataset.inputs[row * inputs + i]!, true);
    for (let j = 0; j < outputs; j++, at += 4) view.setFloat32(at, dataset.targets[row * outputs + j]!, true);
  }
  return file;
}

function splitTable(view: DataView, rows: number, columns: number, width: number): Dataset {
  checkInteger(width, 'inputs', 1, columns - 1);
  const outputs = columns - width;
  const inputs = new Float32Array(rows * width);
  const targets = new Float32Array(rows * outputs);
  for (let row = 0, at = headerBytes; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += 4) {
      const value = view.getFloat32(at, true);
      if (!Number.isFinite(value)) throw malformed(kind, `row ${row}, column ${column} holds ${value}`);
      if (column < width) inputs[row * width + column] = value;
      else targets[row * outputs + column - width] = value;
    }
  }
  return { inputs, targets, rows };
}
