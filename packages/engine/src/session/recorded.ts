import type { Network } from '../core/network.js';
import type { Report, RunPlan } from '../hosting/protocol.js';
import type { RunTimeline } from '../hosting/runTimeline.js';
import type { RunState } from '../run/runState.js';
import type { Keyframe } from '../timeline/keyframe.js';
import { stateOf } from './savedState.js';
import type { SavedData, SessionState } from './sessionState.js';
import type { TrainingSetup } from './trainingSetup.js';

/** A run and what was recorded of it. */
export interface RecordedRun {
  readonly id: string;
  /** The first step that can be shown. */
  readonly first: number;
  /** As it stands, without data. */
  readonly state: SessionState;
  /** Ascending by step. */
  readonly keyframes: readonly Keyframe[];
}

/** Everything that a session has recorded. Not copied. */
export interface Recorded {
  /** Oldest first; the last is the current one. */
  readonly runs: readonly RecordedRun[];
  readonly data: SavedData;
}

/** A run of a session, as a recording keeps it. */
export function recordedRun(
  { network, plan, timeline }: { readonly network: Network; readonly plan: RunPlan; readonly timeline: RunTimeline },
  { state, report }: { readonly state: RunState; readonly report: Report },
  { pace, until }: Pick<TrainingSetup, 'pace' | 'until'>,
): RecordedRun {
  return {
    id: plan.runId,
    first: timeline.first,
    state: stateOf({ network, plan, run: state, report, pace, until, withData: false }),
    keyframes: (timeline.store?.all() ?? []).filter(({ trainer }) => trainer.step <= state.trainer.step),
  };
}
