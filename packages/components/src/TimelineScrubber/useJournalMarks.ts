import { useNetwork, type Hyperparameters, type TrainingSource } from '@neuroglow/engine';
import { useMemo, useSyncExternalStore } from 'react';
import { useRoot } from '../shared/Root.js';
import type { StepDomain } from '../shared/stepAxis/stepAxis.js';
import { journalMarks, type JournalMark } from './journalWords.js';
import type { TimelineScrubberMessages } from './messages.js';

/** CSS pixels between two marks, which is also the least width of something to press. */
const LEAST_DISTANCE = 24;

/** The changes by hand of the present run, those that would overlap as one. */
export function useJournalMarks(
  source: TrainingSource,
  [from, to]: StepDomain,
  width: number,
  words: TimelineScrubberMessages,
): readonly JournalMark[] {
  const { format } = useRoot();
  const network = useNetwork(source);
  const journal = useMemo(() => followJournal(source), [source]);
  const version = useSyncExternalStore(journal.subscribe, journal.version, journal.version);
  const distance = width > 0 ? (LEAST_DISTANCE / width) * (to - from) : 1;
  return useMemo(
    () =>
      version.endsWith(' 0')
        ? []
        : journalMarks(source.journal ?? [], { hyperparameters: journal.first(), network, words, format }, distance),
    [version, source, journal, network, words, format, distance],
  );
}

interface FollowedJournal {
  readonly subscribe: (listener: () => void) => () => void;
  /** Another text for another run or a longer journal: within its run, a journal only grows. */
  readonly version: () => string;
  /** The hyperparameters with which the run began; undefined if they are not known. */
  readonly first: () => Hyperparameters | undefined;
}

/** Follows a journal, and remembers what a run began with: a run after a reset begins with the hyperparameters of that moment. */
function followJournal(source: TrainingSource): FollowedJournal {
  const begin = source.getServerSnapshot();
  // A branch and a resumed run begin later, with changes made.
  let known = { runId: begin.runId, hyperparameters: begin.step === 0 ? begin.hyperparameters : undefined };
  const note = (): void => {
    const { runId, hyperparameters } = source.getSnapshot();
    if (runId !== known.runId) known = { runId, hyperparameters: source.journal?.length ? undefined : hyperparameters };
  };
  return {
    subscribe(listener) {
      note();
      return source.subscribe(() => {
        note();
        listener();
      });
    },
    version: () => `${source.getSnapshot().runId} ${source.journal?.length ?? 0}`,
    first: () => (known.runId === source.getSnapshot().runId ? known.hyperparameters : undefined),
  };
}
