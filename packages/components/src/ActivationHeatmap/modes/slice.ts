import { featureNames, rawInputs, type InputReference, type NetworkDescription } from '@neuroglow/engine';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { PlaneProps } from '../types.js';

/** Fields of a view of a plane of two inputs. */
export function sliceOf(
  { plane: inputs = [0, 1], range, fixed = 'mean' }: PlaneProps,
  input: InputReference | null,
): {
  readonly inputs: readonly [number, number];
  readonly range?: PlaneProps['range'] & object;
  readonly fixed?: InputReference;
} {
  const at = fixed === 'mean' ? null : fixed === 'input' ? input : fixed;
  return { inputs, ...(range && { range }), ...(at && { fixed: at }) };
}

/** Says which two inputs span the plane, and what becomes of the others. */
export function sliceWords(
  { plane: [x, y] = [0, 1], fixed = 'mean' }: PlaneProps,
  network: NetworkDescription,
  words: ActivationHeatmapMessages,
): string {
  const [input] = network.layers;
  const raw = rawInputs(network);
  // As features call them: the plane is one of raw inputs, whatever the input layer makes of them.
  const names = input?.kind === 'input' && input.features ? rawNames(raw) : input?.labels;
  const nameOf = (index: number): string => names?.[index] ?? words.inputNumber(index + 1);
  return words.plane(nameOf(x), nameOf(y), raw - 2, fixed === 'mean' ? 'mean' : 'input');
}

function rawNames(count: number): readonly string[] {
  return featureNames(Array.from({ length: count }, (_, of) => ({ term: 'value', of })));
}
