import { type FrameLoop, frameLoopOf } from '../source/frameLoop.js';
import type { SessionParts } from './sessionParts.js';
import type { SessionRuns } from './sessionRuns.js';

export type MakeRuns = (parts: SessionParts) => SessionRuns;

/** Where sessions live; tests bring their own. */
export interface SessionWindow {
  readonly frames: FrameLoop;
  /** Makes the runs of a session: at once if the module is there, otherwise once it is fetched. */
  readonly runs: (worker: 'auto' | false) => MakeRuns | Promise<MakeRuns>;
}

const windows = new WeakMap<object, SessionWindow>();

/** This window (or Node process). */
export function thisWindow(): SessionWindow {
  const found = windows.get(globalThis);
  if (found !== undefined) return found;
  let fetched: MakeRuns | null = null;
  const created: SessionWindow = {
    frames: frameLoopOf(globalThis),
    runs: (worker) => fetched ?? fetchRuns(worker).then((make) => (fetched = make)),
  };
  windows.set(globalThis, created);
  return created;
}

/** Fetches what makes runs and, at the same time, what the first of them will need next. */
async function fetchRuns(worker: 'auto' | false): Promise<MakeRuns> {
  if (worker === 'auto' && typeof Worker !== 'undefined') {
    // A failure is met again, and handled, where the worker is started.
    import('../hosting/workerText.js').catch(() => undefined);
  }
  return (await import('./sessionRuns.js')).runsOfThisWindow;
}
