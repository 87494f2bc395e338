import type { Dataset } from '../core/dataset.js';

/** Each input's smallest, largest and mean value over a data set. */
export interface InputRanges {
  readonly lows: Float32Array;
  readonly highs: Float32Array;
  readonly means: Float32Array;
}

const known = new WeakMap<Dataset, InputRanges>();

/** Reads all inputs once per data set. */
export function inputRanges(dataset: Dataset): InputRanges {
  let ranges = known.get(dataset);
  if (ranges === undefined) {
    ranges = findInputRanges(dataset);
    known.set(dataset, ranges);
  }
  return ranges;
}

function findInputRanges({ inputs, rows }: Dataset): InputRanges {
  const width = inputs.length / rows;
  const lows = inputs.slice(0, width);
  const highs = inputs.slice(0, width);
  const sums = new Float64Array(width);
  for (let k = 0, i = 0; k < inputs.length; k++, i = i + 1 === width ? 0 : i + 1) {
    const value = inputs[k]!;
    if (value < lows[i]!) lows[i] = value;
    if (value > highs[i]!) highs[i] = value;
    sums[i]! += value;
  }
  return { lows, highs, means: Float32Array.from(sums, (sum) => sum / rows) };
}
