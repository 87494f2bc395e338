import type { FloatArray } from './floatArray.js';

/** How rows are judged: by the winner among the outputs, or by every output being on the right side of ½. */
export type Judgement = 'winner' | 'threshold';

/**
 * How a data set's rows are judged: by the winner where there are several outputs and every row is one-hot, by ½ where targets
 * are all 0 or 1 otherwise, and not at all (null) if the targets are not classes.
 */
export function judgementFor(targets: ArrayLike<number>, outputs: number): Judgement | null {
  let oneHot = outputs > 1;
  for (let from = 0; from < targets.length; from += outputs) {
    let ones = 0;
    for (let j = 0; j < outputs; j++) {
      const target = targets[from + j]!;
      if (target === 1) ones++;
      else if (target !== 0) return null;
    }
    if (ones !== 1) oneHot = false;
  }
  return oneHot ? 'winner' : 'threshold';
}

/** The index of the largest of `outputs` values from `offset` on; the first of equals. */
export function winnerOf(values: ArrayLike<number>, offset: number, outputs: number): number {
  let winner = 0;
  for (let j = 1; j < outputs; j++) if (values[offset + j]! > values[offset + winner]!) winner = j;
  return winner;
}

/** How many of the rows are answered rightly. An output of exactly ½ says 1. NaN is never right. */
export function countRight(
  judgement: Judgement,
  answers: FloatArray,
  targets: FloatArray,
  rows: number,
  outputs: number,
): number {
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * outputs;
    if (judgement === 'winner') {
      const winner = winnerOf(answers, from, outputs);
      if (targets[from + winner] === 1 && answers[from + winner] === answers[from + winner]) right++;
    } else {
      let wrong = 0;
      for (let j = 0; j < outputs; j++) {
        const answer = answers[from + j]!;
        if (!(targets[from + j] === 1 ? answer >= 0.5 : answer < 0.5)) wrong++;
      }
      if (wrong === 0) right++;
    }
  }
  return right;
}
