import { checkFunction, checkInteger, checkOptions } from '../core/check.js';
import type { View } from '../views/view.js';
import type { WatchOptions } from './trainingSource.js';

/** Checks how a view is to be watched, and completes it. @throws `invalid-option` */
export function checkWatchOptions<V extends View>(options: WatchOptions<V>): WatchOptions<V> & { at: 'live' | number } {
  checkOptions(options, 'watch options', ['at', 'onFrame', 'onError']);
  const { at = 'live', onFrame, onError } = options;
  checkAt(at);
  checkFunction(onFrame, 'onFrame');
  if (onError !== undefined) checkFunction(onError, 'onError');
  return { at, onFrame, ...(onError !== undefined && { onError }) };
}

/** Checks at which step a view is to be read: gives it. @throws `invalid-option` */
export function checkReadOptions(options: { readonly at?: 'live' | number }): 'live' | number {
  checkOptions(options, 'read options', ['at']);
  const { at = 'live' } = options;
  checkAt(at);
  return at;
}

function checkAt(at: unknown): asserts at is 'live' | number {
  if (at !== 'live') checkInteger(at, "at ('live' or a step)", 0, Number.MAX_SAFE_INTEGER);
}
