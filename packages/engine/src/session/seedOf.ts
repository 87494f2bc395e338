import type { TrainerConfiguration } from '../core/trainer.js';
import type { JournalEntry } from '../run/journal.js';

/** The seed of a run's shuffles, as its journal left it. */
export function seedOf({ seed }: TrainerConfiguration, journal: readonly JournalEntry[]): number {
  return journal.reduce((latest, { change }) => (change.kind === 'seed' ? change.seed : latest), seed);
}
