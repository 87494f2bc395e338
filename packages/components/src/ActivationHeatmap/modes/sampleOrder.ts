import type { SampleActivationsFrame } from '@neuroglow/engine';

/** Neighbouring columns of one class. */
export interface ClassRun {
  readonly of: number;
  readonly start: number;
  readonly count: number;
}

export function classRuns(classes: ArrayLike<number>): readonly ClassRun[] {
  const runs: ClassRun[] = [];
  for (let start = 0, at = 1; at <= classes.length; at++) {
    if (at < classes.length && classes[at] === classes[start]) continue;
    runs.push({ of: classes[start] ?? 0, start, count: at - start });
    start = at;
  }
  return runs;
}

/** The order of rows: by index; by the mean of |value|, or by selectivity η², the largest first. What is not a number comes last. */
export function orderRows(
  { values, neurons, rows, selectivity }: Pick<SampleActivationsFrame, 'values' | 'neurons' | 'rows' | 'selectivity'>,
  order: 'index' | 'magnitude' | 'selectivity',
): Uint32Array {
  const indices = Uint32Array.from({ length: neurons }, (_, neuron) => neuron);
  if (order === 'index' || (order === 'selectivity' && !selectivity)) return indices;
  const scores =
    order === 'selectivity' && selectivity
      ? selectivity
      : Float64Array.from({ length: neurons }, (_, neuron) => meanMagnitude(values, neuron * rows.length, rows.length));
  const scoreOf = (neuron: number): number => {
    const score = scores[neuron] ?? NaN;
    return Number.isNaN(score) ? -Infinity : score;
  };
  return indices.sort((one, other) => {
    const [first, second] = [scoreOf(one), scoreOf(other)];
    return first === second ? one - other : second > first ? 1 : -1;
  });
}

function meanMagnitude(values: Float32Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += Math.abs(values[at] ?? NaN);
  return sum / count;
}
