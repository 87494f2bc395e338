import { useNetwork, type TrainingSource } from '@neuroglow/engine';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
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
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  // A journal only grows within its run.
  const read = (): string => `${source.getSnapshot().runId} ${source.journal?.length ?? 0}`;
  const version = useSyncExternalStore(subscribe, read, read);
  const distance = width > 0 ? (LEAST_DISTANCE / width) * (to - from) : 1;
  return useMemo(() => {
    const { hyperparameters } = source.getServerSnapshot();
    return version.endsWith(' 0')
      ? []
      : journalMarks(source.journal ?? [], { hyperparameters, network, words, format }, distance);
  }, [version, source, network, words, format, distance]);
}
