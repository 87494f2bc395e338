import type { LayerDescription } from '@neuroglow/engine';
import { showsShares } from '../beside/beside.js';
import type { PassStage } from '../pass/pass.js';
import type { GraphNumbers } from '../quantities/numbers.js';

/** What outputs that compete say, and what would be right. −1 for none. */
export interface Answer {
  /** The output with the largest activation. */
  readonly winner: number;
  /** The output that the row's target asks for. */
  readonly truth: number;
}

/** The answer of a network whose outputs compete. */
export function answerOf(layers: readonly LayerDescription[], numbers: GraphNumbers): Answer {
  const last = layers.length - 1;
  const outputs = numbers.activations?.[last];
  if (last < 1 || !outputs || outputs.length < 2 || !showsShares(layers[last])) return noAnswer;
  let winner = -1;
  outputs.forEach((output, neuron) => {
    if (output > (outputs[winner] ?? -Infinity)) winner = neuron;
  });
  return { winner, truth: truthOf(numbers.target, outputs.length) };
}

/** Whether a shown pass has still to come to the outputs: then there is no answer yet. */
export function isAnswerAhead(stage: PassStage | null, layers: readonly LayerDescription[]): boolean {
  return stage?.phase === 'forward' && stage.layer < layers.length - 1;
}

/** Nothing has been answered. */
export const noAnswer: Answer = { winner: -1, truth: -1 };

/** The only 1 among zeros: other targets name no class. */
function truthOf(target: Float32Array | null, outputs: number): number {
  if (target?.length !== outputs) return -1;
  const truth = target.indexOf(1);
  return truth >= 0 && target.every((value, neuron) => value === (neuron === truth ? 1 : 0)) ? truth : -1;
}

/** ✓ at an answer that is right, ✗ at one that is wrong; nothing elsewhere, and where no right one is known. */
export function signOf({ winner, truth }: Answer, neuron: number): string {
  if (neuron !== winner || truth < 0) return '';
  return winner === truth ? '✓' : '✗';
}
