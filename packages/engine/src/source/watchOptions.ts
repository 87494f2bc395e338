import { checkFunction, checkInteger, checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { View } from '../views/view.js';
import type { WatchAllOptions, WatchOptions } from './trainingSource.js';

/** Options with their defaults filled in. */
type Complete<O> = Omit<O, 'at' | 'onError'> & {
  readonly at: 'live' | number;
  readonly onError: (error: NeuroglowError) => void;
};

/** Checks the options of `watch` and fills in defaults. @throws `invalid-option` */
export function checkWatchOptions<V extends View>(options: WatchOptions<V>): Complete<WatchOptions<V>> {
  checkOptions(options, 'watch options', ['at', 'onFrame', 'onError']);
  const { onFrame } = options;
  checkFunction(onFrame, 'onFrame');
  return { ...checkStepAndError(options), onFrame };
}

/** The same for `watchAll`. @throws `invalid-option` */
export function checkWatchAllOptions<V extends readonly View[]>(
  options: WatchAllOptions<V>,
): Complete<WatchAllOptions<V>> {
  checkOptions(options, 'watch options', ['at', 'onFrames', 'onError']);
  const { onFrames } = options;
  checkFunction(onFrames, 'onFrames');
  return { ...checkStepAndError(options), onFrames };
}

/** Checks the options of `read`; returns the step. @throws `invalid-option` */
export function checkReadOptions(options: { readonly at?: 'live' | number }): 'live' | number {
  checkOptions(options, 'read options', ['at']);
  const { at = 'live' } = options;
  checkAt(at);
  return at;
}

function checkStepAndError(options: {
  readonly at?: 'live' | number;
  readonly onError?: (error: NeuroglowError) => void;
}): Complete<object> {
  const { at = 'live', onError = ignore } = options;
  checkAt(at);
  checkFunction(onError, 'onError');
  return { at, onError: (error) => onError(error) };
}

function ignore(): void {
  // Without an onError, errors are ignored.
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
