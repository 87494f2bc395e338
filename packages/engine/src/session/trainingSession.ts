import type { HostLink } from '../hosting/hostLink.js';
import type { NetworkOptions } from '../core/createNetwork.js';
import type { Network, NetworkDescription } from '../core/network.js';
import type { RunCollection } from '../source/trainingSource.js';
import type { BranchOptions } from './branch.js';
import type { SessionState } from './sessionState.js';
import type { JournalEntry } from '../run/journal.js';
import type { Timeline } from '../source/timeline.js';
import type { Snapshot, SourceControls, TrainingSource } from '../source/trainingSource.js';

/** Resources in use, for tests and debugging. */
export interface SessionDiagnostics {
  /** Where its run is hosted now; null if nowhere. */
  readonly place: HostLink['place'] | null;
  /** Frames computed by the run's current host, as of its latest answer. */
  readonly framesComputed: number;
}

/** The snapshot of a session, with every field present. */
export type SessionSnapshot = Required<Snapshot>;

/** A source that owns runs of this engine, and its commands. */
export interface TrainingSession extends TrainingSource, SourceControls<SessionSnapshot> {
  readonly network: NetworkDescription;
  getSnapshot(): SessionSnapshot;
  getServerSnapshot(): SessionSnapshot;
  /** The same commands, as other sources offer them. */
  readonly controls: SourceControls<SessionSnapshot>;
  readonly data: { readonly training: number; readonly validation: number; readonly probes: number };
  /** Earlier runs, each of which can be opened as a source; a session shows one run at a time. At most 32; the oldest are dropped first. */
  readonly runs: RunCollection;
  /** The network as it stands, with a copy of its parameters. */
  readNetwork(): Promise<Network>;
  /**
   * A new run that starts from a network, for example one read from a file. It rejects with `invalid-network` or `invalid-cost` for one
   * that does not fit the session's data and cost; the present run then goes on.
   * @example await session.load(readWeightsJson(text))
   */
  load(network: Network): Promise<SessionSnapshot>;
  /**
   * A new run with another network on the same data: layers added, removed or resized.
   * @param options.keepWeights whether neurons that stay keep their weights and biases. @default true
   * @example await session.setNetwork({ layers: [2, 8, 4, 1], activation: 'tanh' })
   */
  setNetwork(network: Network | NetworkOptions, options?: { readonly keepWeights?: boolean }): Promise<SessionSnapshot>;
  /**
   * Everything needed to go on training with the same bits, as plain data: `createTraining({ state })`.
   * @param options.data whether to include the data; without it, pass `dataset` together with `state`. @default true
   * @param options.at an earlier step, to go on from there; `step-not-kept` if it cannot be shown. Of more than 32,768 steps, the older
   * part of the cost history is then as exact as pictures of it are. @default the latest step
   */
  saveState(options?: { readonly data?: boolean; readonly at?: number }): Promise<SessionState>;
  /**
   * Another session, which shares the past of the present run up to a step and goes its own way from there. What is different is written in
   * its journal. Its timeline and its series include the past, and its snapshot's `branchedFrom` says where it left. Dispose of it yourself.
   * @throws `step-not-kept` for a step that cannot be shown; `invalid-option`, `invalid-parameters` or `not-finite` for other changes
   * @example
   * const slower = await session.branch({ at: 1_200, hyperparameters: { learningRate: 0.01 } })
   * await slower.start({ step: 5_000 })
   */
  branch(options: BranchOptions): Promise<TrainingSession>;
  /** The steps that can be shown: every one of the present run, unless it was created with `timeline: false`. */
  readonly timeline: Timeline;
  /** Changes by hand in the current run. */
  readonly journal: readonly JournalEntry[];
  readonly diagnostics: SessionDiagnostics;
  /** Ends the run and frees everything at once. Commands are refused from then on, as `disposed`. */
  dispose(): void;
}
