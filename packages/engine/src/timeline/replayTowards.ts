import { NeuroglowError } from '../core/error.js';
import type { Trainer } from '../core/trainer.js';
import { applyChange, type JournalEntry } from '../run/journal.js';
import { sharesOrder, type Keyframe } from './keyframe.js';

export interface ReplayOptions {
  readonly trainer: Trainer;
  readonly journal: readonly JournalEntry[];
  /** Whether the configuration shuffles the rows. */
  readonly shuffles: boolean;
  /** The state that the trainer holds. */
  readonly from: Keyframe;
  /** The step to reach, at or after that state's. */
  readonly step: number;
  /** Whether there is time left; asked after every few steps. */
  readonly budget: () => boolean;
}

/** Most steps of one call of the trainer. */
const longest = 4096;

/**
 * Makes the steps of a run once more, with the same bits, until it stands at `step` or the time is used up. The trainer's step says how
 * far it got. Returns the cost there.
 */
export function replayTowards({ trainer, journal, shuffles, from, step, budget }: ReplayOptions): number | null {
  const costs = new Float32Array(Math.min(longest, Math.max(1, step - from.trainer.step)));
  let { latestCost } = from;
  let { hyperparameters } = from.trainer;
  let next = firstFrom(journal, from.trainer.step);
  const applyChanges = (): void => {
    for (; next < journal.length && journal[next]!.step <= trainer.step; next++) {
      hyperparameters = applyChange(trainer, journal[next]!.change, hyperparameters, shuffles);
    }
  };
  // Those of its own step may have been made since the state was saved; made twice they change nothing.
  applyChanges();
  let stride = 1;
  let inTime = true;
  while (trainer.step < step && inTime) {
    const until = Math.min(step, journal[next]?.step ?? step);
    const wanted = Math.min(stride, until - trainer.step, costs.length);
    if (trainer.train(wanted, costs) < wanted) {
      throw new NeuroglowError(
        'not-finite',
        `at: expected a step that the run reaches, got ${step}; it diverges after step ${trainer.step}; show that step or an earlier one.`,
      );
    }
    latestCost = costs[wanted - 1]!;
    applyChanges();
    stride = Math.min(stride * 2, longest);
    inTime = budget();
  }
  return latestCost;
}

/** The state that the trainer holds after a replay. */
export function keyframeOf(
  { trainer, journal, shuffles, from }: Omit<ReplayOptions, 'step' | 'budget'>,
  latestCost: number | null,
): Keyframe {
  const isShared = sharesOrder(from.trainer, trainer, shuffles, journal);
  return { trainer: trainer.saveState(isShared ? from.trainer.order : undefined), latestCost };
}

/** The index of the first entry at or after a step. */
function firstFrom(journal: readonly JournalEntry[], step: number): number {
  const index = journal.findIndex((entry) => entry.step >= step);
  return index < 0 ? journal.length : index;
}
