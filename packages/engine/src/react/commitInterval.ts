import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** How often hooks that return values commit by default, per second. */
const defaultMaxFps = 10;

/**
 * The least time between two commits of a hook, in milliseconds.
 *
 * @param maxFps Most commits per second. @default 10
 * @throws NeuroglowError `invalid-option` unless it is a number greater than 0.
 */
export function commitInterval(maxFps: number = defaultMaxFps): number {
  if (typeof maxFps === 'number' && maxFps > 0) return 1000 / maxFps;
  throw new NeuroglowError(
    'invalid-option',
    `maxFps: expected a number greater than 0, got ${show(maxFps)}; leave it out for ${defaultMaxFps}.`,
  );
}
