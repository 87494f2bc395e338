import type { NetworkDescription } from '../core/network.js';
import type { NeuroglowError } from '../core/error.js';
import type { View } from '../views/view.js';
import type { SnapshotStore } from '../source/snapshotStore.js';
import type { TimelineSnapshot } from '../source/timeline.js';
import type { RunSummary, TrainingSource } from '../source/trainingSource.js';
import type { WatchList } from '../source/watchList.js';
import type { NewRun } from './newRun.js';
import type { SessionSnapshot } from './trainingSession.js';
import type { TrainingSetup } from './trainingSetup.js';

/** What the runs of a session read of it and change in it. */
export interface SessionParts {
  readonly setup: TrainingSetup;
  readonly first: NewRun;
  readonly snapshots: SnapshotStore<SessionSnapshot>;
  readonly watched: WatchList;
  /** Requests a displayed frame. */
  readonly wake: () => void;
  /** What is recorded of the current run may have changed. */
  readonly onTimeline: () => void;
  readonly onEarlierRuns: (summaries: readonly RunSummary[]) => void;
  /** The new run has another network than the one before. */
  readonly onNetwork: (network: NetworkDescription) => void;
  readonly refuseView: (view: View) => NeuroglowError | null;
  /** Throws after the session was disposed of. */
  readonly assertAlive: () => void;
  /** Whether someone listens, so that progress is to be reported even if no view is watched. */
  readonly isFollowed: () => boolean;
  /** Whether a step of the current run can be computed again. */
  readonly keeps: (step: number) => boolean;
  readonly timelineSnapshot: () => TimelineSnapshot;
  readonly readParameters: () => Promise<Float32Array>;
  /** Another session of this window, without its commands. */
  readonly openSource: (setup: TrainingSetup) => TrainingSource;
}
