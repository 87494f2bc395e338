import { checkInteger, checkObject, isNumberList } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** Latest steps whose costs are kept one by one. */
export const exactCosts: number = 32_768;
/** Most buckets. */
export const bucketCount: number = 32_768;

/** Buckets of a history; without any, `width` is 1. Arrays have an entry per bucket. */
export interface BucketState {
  /** Steps per bucket, a power of two. */
  readonly width: number;
  readonly lows: Float32Array;
  readonly highs: Float32Array;
  /** Places of minima and maxima within their buckets, 0 to width − 1. */
  readonly lowOffsets: Uint32Array;
  readonly highOffsets: Uint32Array;
  readonly sums: Float64Array;
  /** How many costs are 0 or less. */
  readonly notPositive: Uint32Array;
}

/** The state of a history, as plain data. */
export interface CostHistoryState extends BucketState {
  /** The first recorded step, and the latest; first − 1 if there is none. */
  readonly first: number;
  readonly latest: number;
  /** The costs of the latest steps, ascending; at most 32,768. */
  readonly recent: Float32Array;
}

/** All arrays of a history. */
export function historyArrays(state: CostHistoryState): readonly (Float32Array | Float64Array | Uint32Array)[] {
  return [state.recent, ...bucketArrays.map((name) => state[name])];
}

const code = 'invalid-parameters';
const bucketArrays = ['lows', 'highs', 'lowOffsets', 'highOffsets', 'sums', 'notPositive'] as const;

/** Throws `invalid-parameters` for anything but the result of `save`. */
export function checkHistory(state: CostHistoryState): void {
  checkObject(state, 'state.costs', code);
  const { first, latest, width, recent } = state;
  checkInteger(first, 'state.costs.first', 1, Number.MAX_SAFE_INTEGER, code);
  checkInteger(latest, 'state.costs.latest', first - 1, Number.MAX_SAFE_INTEGER - 1, code);
  checkInteger(width, 'state.costs.width', 1, 4_294_967_296, code);
  const length = latest + 1 - first;
  checkLength(recent, 'recent', Math.min(length, exactCosts));
  if (width !== widthOf(length)) {
    throw damaged(`a width of ${widthOf(length)} for ${length} steps, got ${width}`);
  }
  const buckets = width === 1 ? 0 : Math.ceil(length / width);
  for (const name of bucketArrays) checkLength(state[name], name, buckets);
  for (const name of ['lowOffsets', 'highOffsets'] as const) {
    const wrong = state[name].findIndex((offset) => offset >= width);
    if (wrong >= 0) throw damaged(`${name} below the width of ${width}, got ${state[name][wrong]}`);
  }
}

/** Steps per bucket of a history of that many steps: twice as many whenever the buckets are full. */
function widthOf(length: number): number {
  if (length <= exactCosts) return 1;
  let width = 2;
  while (length > width * bucketCount) width *= 2;
  return width;
}

function checkLength(list: unknown, name: string, length: number): void {
  if (isNumberList(list) && list.length === length) return;
  const found = isNumberList(list) ? `${list.length}` : show(list);
  throw damaged(`${length} numbers in ${name}, got ${found}`);
}

function damaged(expected: string): NeuroglowError {
  return new NeuroglowError(code, `state.costs: expected ${expected}; load a state saved from a run.`);
}
