import type { HostLink } from '../hosting/hostLink.js';
import type { NetworkDescription } from '../core/network.js';
import type { JournalEntry } from '../run/journal.js';
import type { Snapshot, SourceControls, TrainingSource } from '../source/trainingSource.js';

/** What a session costs, for tests and the curious. */
export interface SessionDiagnostics {
  /** Where its run is hosted now; null: nowhere. */
  readonly place: HostLink['place'] | null;
  /** Frames computed in the run's present host, as of its latest answer. */
  readonly framesComputed: number;
}

/** The snapshot of a session, which has everything that a snapshot can say. */
export type SessionSnapshot = Required<Snapshot>;

/** A source that owns runs of our own engine, and its commands. */
export interface TrainingSession extends TrainingSource, SourceControls<SessionSnapshot> {
  readonly network: NetworkDescription;
  getSnapshot(): SessionSnapshot;
  getServerSnapshot(): SessionSnapshot;
  /** The same commands, as other sources offer them. */
  readonly controls: SourceControls<SessionSnapshot>;
  readonly data: { readonly training: number; readonly validation: number; readonly probes: number };
  /** What was changed by hand in the present run. */
  readonly journal: readonly JournalEntry[];
  readonly diagnostics: SessionDiagnostics;
  /** Ends the run and frees everything at once. Commands are refused from then on, as `disposed`. */
  dispose(): void;
}
