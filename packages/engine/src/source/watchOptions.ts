import { checkFunction, checkInteger, checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { View } from '../views/view.js';
import type { ReadOptions, WatchAllOptions, WatchOptions } from './trainingSource.js';

/** Checks how a view is to be watched, and completes it. @throws `invalid-option` */
export function checkWatchOptions<V extends View>(options: WatchOptions<V>): WatchOptions<V> & { at: 'live' | number } {
  checkOptions(options, 'watch options', ['at', 'onFrame', 'onError']);
  const { at = 'live', onFrame, onError } = options;
  checkAt(at);
  checkFunction(onFrame, 'onFrame');
  if (onError !== undefined) checkFunction(onError, 'onError');
  return { at, onFrame, ...(onError !== undefined && { onError }) };
}

/** The same of several views. @throws `invalid-option` */
export function checkWatchAllOptions<V extends readonly View[]>(
  options: WatchAllOptions<V>,
): WatchAllOptions<V> & { at: 'live' | number } {
  checkOptions(options, 'watch options', ['at', 'onFrames', 'onError']);
  const { at = 'live', onFrames, onError } = options;
  checkAt(at);
  checkFunction(onFrames, 'onFrames');
  if (onError !== undefined) checkFunction(onError, 'onError');
  return { at, onFrames, ...(onError !== undefined && { onError }) };
}

/** Checks at which step a view is to be read: gives it. @throws `invalid-option` */
export function checkReadOptions(options: ReadOptions): 'live' | number {
  checkOptions(options, 'read options', ['at']);
  const { at = 'live' } = options;
  checkAt(at);
  return at;
}

/** Throws `invalid-option` unless there is a list with a view in it. */
export function checkViews(views: unknown): void {
  if (Array.isArray(views) && views.length > 0) return;
  throw new NeuroglowError(
    'invalid-option',
    `views: expected a list of at least one view, got ${show(views)}; write for example [{ kind: 'parameters' }].`,
  );
}

function checkAt(at: unknown): asserts at is 'live' | number {
  if (at !== 'live') checkInteger(at, "at ('live' or a step)", 0, Number.MAX_SAFE_INTEGER);
}
