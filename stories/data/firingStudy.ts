import type { LearningTraceValues } from '@neuroglow/components';
import type { Drop } from '@neuroglow/engine';
import study from './firing-study.json' with { type: 'json' };

/** An estimate with its 95 % interval over runs; null where there was nothing to estimate. */
export interface Interval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The primary test of one group of neurons. */
export interface RatioResult {
  readonly runs: number;
  readonly withoutDrops: number;
  readonly withoutEvents: number;
  readonly events: number;
  readonly eventShare: Interval;
  readonly movementShare: Interval;
  readonly stepShare: Interval;
  readonly ratio: Interval;
  readonly neighbourRatio: Interval;
  readonly switcherRatio: Interval;
  readonly switcherNeighbourRatio: Interval;
  readonly overlap: number | null;
  readonly excess: Interval;
  readonly p: number | null;
  readonly permutationP: number | null;
  readonly powerTenth: number | null;
  readonly permutationPowerTenth: number | null;
}

interface ColourRow {
  readonly activation: Interval;
  readonly bias: Interval;
}

/** One network of the study, as `npm run study -- firing` writes it. */
export interface StudyCase {
  readonly name: string;
  readonly varies: string | null;
  readonly runs: number;
  readonly dropsPerRun: Interval;
  readonly runsWithoutDrops: number;
  readonly runsWithStartOnly: number;
  readonly fallInDrops: Interval;
  readonly hidden: RatioResult;
  readonly output: RatioResult;
  readonly verdict: string;
  readonly falsePositives: {
    readonly trials: number;
    readonly nearest: number | null;
    readonly permutation: number | null;
    readonly againstSteps: number | null;
    readonly circularShift: number | null;
  };
  readonly eventsPerDrop: Interval;
  readonly dropsWithEvents: Interval;
  readonly medianDelay: number | null;
  readonly medianDropLength: number | null;
  readonly startInside: number;
  readonly randomRatio: Interval;
  readonly randomExcess: Interval;
  readonly excessDifference: Interval;
  readonly excessP: number | null;
  readonly biasMovementShare: Interval;
  readonly inside: ColourRow;
  readonly before: ColourRow;
  readonly end: ColourRow;
  readonly colourP: number | null;
  readonly carriers: {
    readonly drops: number;
    readonly topNotSwitched: number;
    readonly switched: Interval;
    readonly others: Interval;
    readonly outgoing: Interval;
  };
  readonly correlation: { readonly before: Interval; readonly after: Interval };
  readonly robustness: readonly {
    readonly changed: string;
    readonly runs: number;
    readonly withoutDrops: number;
    readonly ratio: Interval;
    readonly p: number | null;
    readonly verdict: string;
  }[];
  readonly aligned: {
    readonly drops: number;
    readonly cost: readonly number[];
    readonly activation: readonly number[];
    readonly bias: readonly number[];
    readonly events: readonly number[];
  } | null;
}

/** A run to look at, and what it was. */
export interface StudyExample extends LearningTraceValues {
  readonly name: string;
  readonly seed: number;
  readonly activation: string;
  readonly probe: readonly number[];
  readonly drops: readonly Drop[];
}

interface Study {
  readonly made: { readonly command: string; readonly engine: string; readonly revision: number };
  readonly cases: readonly StudyCase[];
  readonly examples: readonly StudyExample[];
}

/** The results of the study of firing in drops: what `npm run study -- firing` wrote. */
export const firingStudy: Study = study;

/** The case of that name. */
export function caseOf(name: string): StudyCase {
  const found = firingStudy.cases.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case “${name}” in the study.`);
  return found;
}
