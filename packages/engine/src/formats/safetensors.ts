import { checkFinite, checkOptions } from '../core/check.js';
import { parameterLayout } from '../core/describe.js';
import { checkNetwork } from '../core/forward.js';
import type { Network, NetworkDescription } from '../core/network.js';
import { checkDescription } from '../core/validateNetwork.js';
import { bytesOf, foreign, malformed, tooLarge, truncated, type FileContent } from './content.js';
import { fromBfloat16Bits, fromFloat16Bits } from './halfPrecision.js';
import { parseJson, storedDescription, storedNetwork } from './storedNetwork.js';

const kind = 'a safetensors file';
const mostBytes = 0x4000_0000;
const mostHeaderBytes = 0x100_0000;
const metadataKey = 'neuroglow';
const bytesEach: Readonly<Record<string, number>> = { F16: 2, BF16: 2, F32: 4, F64: 8 };

interface Tensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * A network as a safetensors file, the format of Hugging Face: tensors `layers.1.weights` [inputs, neurons] and `layers.1.biases` [neurons]
 * for each layer after the input, F32 little-endian, bit for bit; the network's description as JSON under `neuroglow` in
 * `__metadata__`.
 * @throws `invalid-network`; `not-finite` where a parameter is not
 */
export function writeSafetensors(network: Network): Uint8Array<ArrayBuffer> {
  checkNetwork(network);
  checkFinite(network.parameters, 'parameters');
  const header: Record<string, unknown> = {
    __metadata__: { [metadataKey]: JSON.stringify(checkDescription(network)) },
  };
  // The flat parameters already lie as the tensors do, one after another.
  for (const [l, { weights, biases }] of parameterLayout(network).layers.entries()) {
    if (l === 0) continue;
    const shape = [network.layers[l - 1]!.neurons, network.layers[l]!.neurons];
    for (const [name, dimensions, { offset, length }] of [
      ['weights', shape, weights],
      ['biases', shape.slice(1), biases],
    ] as const) {
      const offsets = [offset * 4, (offset + length) * 4];
      header[`layers.${l}.${name}`] = { dtype: 'F32', shape: dimensions, data_offsets: offsets };
    }
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(8 + padded + network.parameters.length * 4);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  file.fill(0x20, 8, 8 + padded);
  file.set(text, 8);
  for (const [k, value] of network.parameters.entries()) view.setFloat32(8 + padded + k * 4, value, true);
  return file;
}

/**
 * The network of a safetensors file, from `writeSafetensors` or from elsewhere: then pass the description that its tensors fit. Tensors are
 * named as `writeSafetensors` names them, F16, BF16, F32 or F64 (rounded to float32); others are ignored.
 * @param content at most 1 GiB, its header at most 16 MiB
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`; `invalid-network` for `options.network`
 */
export function readSafetensors(
  content: FileContent,
  options: { readonly network?: NetworkDescription } = {},
): Network {
  const bytes = bytesOf(content, kind, mostBytes);
  checkOptions(options, 'options', ['network']);
  const { header, data } = splitFile(bytes);
  const description = describe(header, options.network);
  const { layers, parameterCount } = parameterLayout(description);
  const tensors = layers.flatMap((layout, l) => {
    if (l === 0) return [];
    const shape = [description.layers[l - 1]!.neurons, description.layers[l]!.neurons];
    return [
      { ...layout.weights, tensor: tensorOf(header, `layers.${l}.weights`, shape, data.byteLength) },
      { ...layout.biases, tensor: tensorOf(header, `layers.${l}.biases`, shape.slice(1), data.byteLength) },
    ];
  });
  // Every tensor was found in the file by now, so this allocates no more than the file is long.
  const parameters = new Float32Array(parameterCount);
  for (const { offset, length, tensor } of tensors) {
    for (let k = 0; k < length; k++) {
      parameters[offset + k] = valueAt(data, tensor, k);
    }
  }
  return storedNetwork(description, parameters, kind);
}

function valueAt(data: DataView, { dtype, from }: Tensor, k: number): number {
  switch (dtype) {
    case 'F16':
      return fromFloat16Bits(data.getUint16(from + k * 2, true));
    case 'BF16':
      return fromBfloat16Bits(data.getUint16(from + k * 2, true));
    case 'F32':
      return data.getFloat32(from + k * 4, true);
    default:
      return data.getFloat64(from + k * 8, true);
  }
}

function splitFile(bytes: Uint8Array): { header: Readonly<Record<string, unknown>>; data: DataView } {
  if (bytes.length < 8) throw truncated(kind, '8 bytes that give the length of its header', `${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const stated = view.getBigUint64(0, true);
  if (bytes.length > 8 && bytes[8] !== 0x7b) throw foreign(kind, 'a header of JSON after 8 bytes', 'something else');
  if (stated > BigInt(mostHeaderBytes)) {
    throw tooLarge(kind, `a header of at most ${mostHeaderBytes} bytes`, String(stated));
  }
  const length = Number(stated);
  if (length < 2) throw foreign(kind, 'a header of JSON', `one of ${length} bytes`);
  if (8 + length > bytes.length) throw truncated(kind, `a header of ${length} bytes`, `${bytes.length - 8}`);
  const text = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  const header = parseJson(text, kind);
  if (!isRecord(header)) throw malformed(kind, 'its header is no object');
  return { header, data: new DataView(bytes.buffer, bytes.byteOffset + 8 + length, bytes.length - 8 - length) };
}

function describe(
  header: Readonly<Record<string, unknown>>,
  given: NetworkDescription | undefined,
): NetworkDescription {
  if (given !== undefined) return checkDescription(given);
  const metadata = header['__metadata__'];
  const text = isRecord(metadata) ? metadata[metadataKey] : undefined;
  if (typeof text === 'string') return storedDescription(parseJson(text, kind), kind);
  throw foreign(
    kind,
    `one with the network's description under "${metadataKey}" in __metadata__, or else the option \`network\``,
    'one without',
  );
}

function tensorOf(
  header: Readonly<Record<string, unknown>>,
  name: string,
  shape: readonly number[],
  available: number,
): Tensor {
  const entry = Object.hasOwn(header, name) ? header[name] : undefined;
  if (!isRecord(entry)) throw malformed(kind, `it has no tensor "${name}"`);
  const { dtype, shape: stated, data_offsets: offsets } = entry;
  const size = typeof dtype === 'string' && Object.hasOwn(bytesEach, dtype) ? bytesEach[dtype] : undefined;
  if (typeof dtype !== 'string' || size === undefined) {
    throw malformed(kind, `tensor "${name}" is of a type other than F16, BF16, F32 and F64`);
  }
  if (!isNumbers(stated) || stated.length !== shape.length || !stated.every((side, i) => side === shape[i])) {
    throw malformed(kind, `tensor "${name}" has another shape than [${shape.join(', ')}]`);
  }
  const [from, to] = isNumbers(offsets) && offsets.length === 2 ? offsets : [];
  const needed = shape.reduce((product, side) => product * side, size);
  if (from === undefined || to === undefined || !Number.isInteger(from) || from < 0 || to - from !== needed) {
    throw malformed(kind, `tensor "${name}" has offsets that do not fit its shape`);
  }
  if (to > available) throw truncated(kind, `${to} bytes of tensors`, String(available));
  return { dtype, shape, from, to };
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
