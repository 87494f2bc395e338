import { NeuroglowError } from '../core/error.js';
import type { Network } from '../core/network.js';
import { show } from '../core/show.js';
import type { Report, RunPlan } from '../hosting/protocol.js';
import type { RunTimeline } from '../hosting/runTimeline.js';
import type { JournalEntry } from '../run/journal.js';
import { historyArrays } from '../run/costHistoryState.js';
import type { RunState } from '../run/runState.js';
import type { RunSummary, TrainingSource } from '../source/trainingSource.js';

/** A run that a session has left. */
export interface EarlierRun {
  readonly summary: RunSummary;
  readonly plan: RunPlan;
  /** Where it began. */
  readonly network: Network;
  readonly journal: readonly JournalEntry[];
  readonly report: Report;
  /** Its final state, once received; null if it never began. */
  readonly state: Promise<RunState | null>;
  /** What was recorded of it. */
  readonly timeline: RunTimeline;
}

/** Most runs kept, and most bytes of their final states; the oldest are dropped first. */
const mostRuns = 32;
const mostBytes = 64e6;

/** The runs of a session besides the present one. Runs that never made a step are not kept. */
export class EarlierRuns {
  #runs: readonly EarlierRun[] = [];
  readonly #bytes = new Map<string, number>();
  readonly #sources = new Map<string, Promise<TrainingSource>>();
  readonly #open: (run: EarlierRun) => Promise<TrainingSource>;
  readonly #onChange: (summaries: readonly RunSummary[]) => void;

  /**
   * @param open makes a source of a run.
   * @param onChange takes the list when it has changed.
   */
  constructor(
    open: (run: EarlierRun) => Promise<TrainingSource>,
    onChange: (summaries: readonly RunSummary[]) => void,
  ) {
    this.#open = open;
    this.#onChange = onChange;
  }

  async open(id: string): Promise<TrainingSource> {
    const run = this.#runs.find(({ summary }) => summary.id === id);
    if (run === undefined) {
      const known = this.#runs.slice(-8).map(({ summary }) => show(summary.id));
      throw new NeuroglowError(
        'invalid-option',
        `id: expected the id of an earlier run (${known.join(', ') || 'there is none yet'}), got ${show(id)}; take one from runs.getSnapshot().`,
      );
    }
    const source = this.#sources.get(id) ?? this.#open(run);
    this.#sources.set(id, source);
    return source;
  }

  /** All of them with their final states, once those have been received; runs that never began are left out. */
  async all(): Promise<readonly (Omit<EarlierRun, 'state'> & { readonly state: RunState })[]> {
    const runs = await Promise.all(this.#runs.map(async (run) => ({ ...run, state: await run.state })));
    return runs.flatMap(({ state, ...run }) => (state === null ? [] : [{ ...run, state }]));
  }

  add(run: EarlierRun): void {
    this.#keep([...this.#runs, run].slice(-mostRuns));
    void run.state.then((state) => {
      this.#bytes.set(run.summary.id, state === null ? 0 : bytesOf(state));
      // Its latest step, of which the timeline may not have heard yet.
      if (state !== null) run.timeline.store?.add(state);
      this.#dropHeavy();
    });
  }

  #dropHeavy(): void {
    let bytes = 0;
    const first = this.#runs.findLastIndex(({ summary }) => (bytes += this.#bytes.get(summary.id) ?? 0) > mostBytes);
    if (first >= 0) this.#keep(this.#runs.slice(first + 1));
  }

  #keep(runs: readonly EarlierRun[]): void {
    for (const run of this.#runs) if (!runs.includes(run)) run.timeline.store?.release();
    this.#runs = runs;
    const summaries = runs.map(({ summary }) => summary);
    const kept = new Set(summaries.map(({ id }) => id));
    for (const map of [this.#sources, this.#bytes]) for (const id of map.keys()) if (!kept.has(id)) map.delete(id);
    this.#onChange(summaries);
  }
}

function bytesOf({ trainer, costs }: RunState): number {
  const { parameters, optimizer, order } = trainer;
  const arrays = [parameters, optimizer, order, ...historyArrays(costs)];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
