import type { TrainerState } from '../core/trainer.js';
import type { JournalEntry } from '../run/journal.js';

/** All that the steps after a step depend on, and the cost at it. Never changed, so runs and threads may share it. */
export interface Keyframe {
  /** Its `order` is shared by the keyframes of one epoch. */
  readonly trainer: TrainerState;
  /** Batch cost of the step; at step 0 that of the first batch. */
  readonly latestCost: number | null;
}

/** A keyframe on its way between threads: without its order if it is that of the keyframe sent before. */
export interface SentKeyframe {
  readonly trainer: Omit<TrainerState, 'order'> & { readonly order: Uint32Array | null };
  readonly latestCost: number | null;
}

/** What the objects of a keyframe take besides their numbers, roughly: ten objects. */
const overhead = 1024;

/** Bytes of a keyframe without its order. */
export function bytesOfKeyframe({ trainer }: Keyframe): number {
  return overhead + trainer.parameters.byteLength + trainer.optimizer.byteLength;
}

/** The buffers of a keyframe, to be moved between threads without a copy. */
export function keyframeTransferables({ trainer }: SentKeyframe): ArrayBuffer[] {
  const { parameters, optimizer, powers, generator, order } = trainer;
  const arrays = [parameters, optimizer, powers, generator, ...(order === null ? [] : [order])];
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

/** Where a state stands, as far as its order is concerned. */
type Place = Pick<TrainerState, 'step' | 'epoch' | 'position'>;

/** Whether two states of a run, the second the later one, have the same order of rows: then a copy of one serves both. */
export function sharesOrder(
  earlier: Place,
  later: Place,
  shuffles: boolean,
  journal: readonly JournalEntry[],
): boolean {
  if (!shuffles) return true;
  if (shufflesUntil(earlier) !== shufflesUntil(later)) return false;
  return !journal.some(({ step, change }) => change.kind === 'seed' && step >= earlier.step && step <= later.step);
}

/** How many shuffles led to a state: an epoch's is made with its first step. */
function shufflesUntil({ epoch, position }: Place): number {
  return position === 0 ? epoch : epoch + 1;
}
