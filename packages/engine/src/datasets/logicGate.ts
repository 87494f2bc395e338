import { checkChoice } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';

const answers = {
  and: [0, 0, 0, 1],
  or: [0, 1, 1, 1],
  nand: [1, 1, 1, 0],
  nor: [1, 0, 0, 0],
  xor: [0, 1, 1, 0],
  xnor: [1, 0, 0, 1],
} as const;

/** A logic gate of two inputs. */
export type LogicGate = keyof typeof answers;

/** Every logic gate. */
export const logicGates: readonly LogicGate[] = ['and', 'or', 'nand', 'nor', 'xor', 'xnor'];

/**
 * The truth table of a logic gate: rows (0, 0), (0, 1), (1, 0), (1, 1), one target.
 * @throws `invalid-option`
 */
export function logicGateDataset(gate: LogicGate): Dataset {
  checkChoice(gate, 'gate', logicGates);
  return { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.from(answers[gate]), rows: 4 };
}
