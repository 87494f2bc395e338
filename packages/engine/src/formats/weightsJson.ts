import { checkFinite } from '../core/check.js';
import { parameterLayout, type Stretch } from '../core/describe.js';
import { checkNetwork } from '../core/forward.js';
import type { Network } from '../core/network.js';
import { checkDescription } from '../core/validateNetwork.js';
import { foreign, malformed, textOf, truncated, type FileContent } from './content.js';
import { parseJson, storedDescription, storedNetwork } from './storedNetwork.js';

const kind = 'a Neuroglow weights file';
const format = 'neuroglow-weights';
const version = 1;
const mostBytes = 0x1000_0000;

/**
 * A network as JSON text: `{ format: "neuroglow-weights", version: 1, network: { layers }, parameters: [{ weights, biases }, …] }`, one entry of
 * parameters per layer after the input, weights row-major [inputs × neurons]. Nine significant digits name every float32, so
 * that `readWeightsJson` gives the same bits back, −0 included.
 * @throws `invalid-network`; `not-finite` where a parameter is not
 */
export function writeWeightsJson(network: Network): string {
  checkNetwork(network);
  checkFinite(network.parameters, 'parameters');
  const numbers = ({ offset, length }: Stretch): string =>
    `[${Array.from(network.parameters.subarray(offset, offset + length), shortest).join(',')}]`;
  const layers = parameterLayout(network)
    .layers.slice(1)
    .map(({ weights, biases }) => `    { "weights": ${numbers(weights)}, "biases": ${numbers(biases)} }`);
  const description = JSON.stringify(checkDescription(network), null, 2).replaceAll('\n', '\n  ');
  return `{
  "format": "${format}",
  "version": ${version},
  "network": ${description},
  "parameters": [
${layers.join(',\n')}
  ]
}
`;
}

/**
 * The network that `writeWeightsJson` wrote.
 * @param content text, or its bytes; at most 256 MiB
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`
 */
export function readWeightsJson(content: string | FileContent): Network {
  const text = textOf(content, kind, mostBytes).trim();
  if (!text.startsWith('{')) throw foreign(kind, 'JSON that starts with {', 'something else');
  if (!text.endsWith('}')) throw truncated(kind, 'a closing }', 'none');
  const file = parseJson(text, kind);
  if (!isRecord(file) || file['format'] !== format) {
    throw foreign(kind, `JSON with "format": "${format}"`, 'other JSON');
  }
  if (file['version'] !== version) throw malformed(kind, `its version is not ${version}`);
  const description = storedDescription(file['network'], kind);
  const { layers, parameterCount } = parameterLayout(description);
  const given = file['parameters'];
  if (!Array.isArray(given) || given.length !== layers.length - 1) {
    throw malformed(
      kind,
      `"parameters" is no array of ${layers.length - 1} entries, one for each layer after the input`,
    );
  }
  // Every array's length is compared before anything of the described size is allocated.
  const parts = layers.slice(1).flatMap((layout, index) => {
    const entry: unknown = given[index];
    if (!isRecord(entry)) throw malformed(kind, `parameters[${index}] is no object`);
    return (['weights', 'biases'] as const).map((name) => ({
      ...layout[name],
      values: numbersOf(entry[name], layout[name].length, `parameters[${index}].${name}`),
    }));
  });
  const parameters = new Float32Array(parameterCount);
  for (const { offset, values } of parts) parameters.set(values, offset);
  return storedNetwork(description, parameters, kind);
}

function numbersOf(values: unknown, length: number, name: string): number[] {
  if (!Array.isArray(values) || values.length !== length || !values.every((value) => typeof value === 'number')) {
    throw malformed(kind, `${name} is no array of ${length} numbers`);
  }
  return values;
}

function shortest(value: number): string {
  return Object.is(value, -0) ? '-0' : String(Number(value.toPrecision(9)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
