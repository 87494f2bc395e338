import type { Case } from './cases.js';
import { falsePositives, ratioTest, type FalsePositives, type RatioResult, type Timed } from './ratioTest.js';
import { bootstrap, mean, nearestOther, quantile, signFlip, type Interval } from './statistics.js';
import { between } from './colour.js';
import {
  alignedPoints,
  type Aligned,
  type BandName,
  type Cumulative,
  type DropSetting,
  type DropSummary,
  type RunSummary,
} from './summary.js';

/** Whether events gather in drops: more or less than movement predicts, or as it predicts. */
export type Verdict = 'more' | 'less' | 'as movement predicts' | 'too few runs';

export interface RobustnessRow {
  readonly changed: string;
  readonly runs: number;
  readonly withoutDrops: number;
  readonly ratio: Interval;
  readonly p: number;
  readonly verdict: Verdict;
}

/** The net change of colour between two steps, activation and bias beside each other. */
interface ColourRow {
  readonly activation: Interval;
  readonly bias: Interval;
}

export interface CaseResult {
  readonly name: string;
  readonly network: string;
  readonly varies: string | null;
  readonly runs: number;
  readonly diverged: number;
  readonly accuracy: number | null;
  /** Drops per run: those after a plateau, and those from the start. */
  readonly dropsPerRun: Interval;
  readonly dropsFromStart: number;
  readonly runsWithoutDrops: number;
  readonly runsWithStartOnly: number;
  /** Of the cost's range in the run's drops, and of its steps: over runs with drops. */
  readonly fallInDrops: Interval;
  readonly hidden: RatioResult;
  readonly output: RatioResult;
  readonly verdict: Verdict;
  readonly falsePositives: FalsePositives;
  /** Events of hidden neurons per drop, and the share of drops with at least one. */
  readonly eventsPerDrop: Interval;
  readonly dropsWithEvents: Interval;
  readonly medianDelay: number;
  readonly medianDropLength: number;
  readonly startInside: number;
  /** Observed ÷ expected with random thresholds; and actual less random, over runs, with its p. */
  readonly randomRatio: Interval;
  /** The excess of the primary test, own drops less the neighbour's, with random thresholds; and actual less random, with its p. */
  readonly randomExcess: Interval;
  readonly excessDifference: Interval;
  readonly excessP: number;
  readonly randomDifference: Interval;
  readonly randomP: number;
  /** Shares of movement that lie in drops, in σ(b) and in activation. */
  readonly biasMovementShare: Interval;
  readonly inside: ColourRow;
  readonly before: ColourRow;
  readonly end: ColourRow;
  readonly colourP: number;
  readonly carriers: {
    readonly drops: number;
    readonly topNotSwitched: number;
    readonly switched: Interval;
    readonly others: Interval;
    readonly outgoing: Interval;
  };
  readonly correlation: { readonly before: Interval; readonly after: Interval };
  readonly robustness: readonly RobustnessRow[];
  readonly aligned: {
    readonly drops: number;
    readonly cost: number[];
    readonly activation: number[];
    readonly bias: number[];
    readonly events: number[];
  } | null;
}

type Group = 'hidden' | 'output';
interface Choice {
  readonly setting?: DropSetting;
  readonly band?: BandName;
  readonly movement?: 'movement' | 'movementHalf' | 'movementDouble';
}

function timed(
  run: RunSummary,
  group: Group,
  { setting = 'base', band = 'base', movement = 'movement' }: Choice = {},
): Timed {
  const summary = run[group];
  return {
    events: summary.events[band],
    movement: summary[movement],
    switcherMovement: summary.switcherMovement,
    drops: run.drops[setting].filter(({ fromStart }) => !fromStart),
    lastStep: run.lastStep,
  };
}

function verdictOf({ runs, p, excess }: RatioResult): Verdict {
  if (runs < 8) return 'too few runs';
  if (p >= 0.05) return 'as movement predicts';
  return excess.value > 0 ? 'more' : 'less';
}

const variations: readonly (readonly [string, Choice])[] = [
  ['band half', { band: 'half' }],
  ['band double', { band: 'double' }],
  ['window half', { setting: 'window half', movement: 'movementHalf' }],
  ['window double', { setting: 'window double', movement: 'movementDouble' }],
  ['share 0.05', { setting: 'share 0.05' }],
  ['share 0.2', { setting: 'share 0.2' }],
  ['prior 0.25', { setting: 'prior 0.25' }],
  ['prior 0.75', { setting: 'prior 0.75' }],
];

/** Every statistic of one case. */
export function analyse(study: Case, runs: readonly RunSummary[]): CaseResult {
  const own = (run: RunSummary): readonly DropSummary[] => run.dropSummaries;
  const withDrops = runs.filter((run) => own(run).length > 0);
  const drops = withDrops.flatMap(own);
  const over = (of: (drop: DropSummary) => number): Interval =>
    bootstrap(withDrops, (some) => mean(some.map((run) => mean(own(run).map(of)))));
  const hiddenRuns = runs.map((run) => timed(run, 'hidden'));
  const hidden = ratioTest(hiddenRuns, { trials: 100 });
  const random = randomThresholds(withDrops);
  const colour = (at: 'inside' | 'before' | 'end'): ColourRow => ({
    activation: over((drop) => drop[at].activation),
    bias: over((drop) => drop[at].bias),
  });
  const delays = runs.flatMap((run) => Array.from(run.hidden.delays));
  return {
    name: study.name,
    network: study.network,
    varies: study.varies ?? null,
    runs: runs.length,
    diverged: runs.filter(({ diverged }) => diverged).length,
    accuracy: runs.some(({ accuracy }) => accuracy === null) ? null : mean(runs.map(({ accuracy }) => accuracy!)),
    dropsPerRun: bootstrap(runs, (some) => mean(some.map((run) => own(run).length))),
    dropsFromStart: runs.reduce((sum, run) => sum + run.drops.base.filter(({ fromStart }) => fromStart).length, 0),
    runsWithoutDrops: runs.length - withDrops.length,
    runsWithStartOnly: runs.filter((run) => own(run).length === 0 && run.drops.base.length > 0).length,
    fallInDrops: bootstrap(withDrops, (some) =>
      mean(some.map((run) => own(run).reduce((sum, { share }) => sum + share, 0))),
    ),
    hidden,
    output: ratioTest(runs.map((run) => timed(run, 'output'))),
    verdict: verdictOf(hidden),
    falsePositives: falsePositives(hiddenRuns),
    eventsPerDrop: over(({ hiddenEvents }) => hiddenEvents),
    dropsWithEvents: over(({ hiddenEvents }) => Number(hiddenEvents > 0)),
    medianDelay: delays.length === 0 ? NaN : quantile(delays, 0.5),
    medianDropLength:
      drops.length === 0
        ? NaN
        : quantile(
            drops.map(({ from, to }) => to - from),
            0.5,
          ),
    startInside: mean(runs.map(({ hidden: { startInside, pairs } }) => startInside / pairs)),
    ...random,
    biasMovementShare: bootstrap(withDrops, (some) =>
      mean(some.map((run) => shareInDrops(run.biasMovement, own(run)))),
    ),
    inside: colour('inside'),
    before: colour('before'),
    end: colour('end'),
    colourP: signFlip(withDrops.map((run) => mean(own(run).map(({ inside }) => inside.activation - inside.bias)))),
    carriers: {
      drops: drops.length,
      topNotSwitched: drops.filter(({ carriers }) => !carriers.topSwitched).length,
      switched: over(({ carriers }) => carriers.switched),
      others: over(({ carriers }) => carriers.others),
      outgoing: over(({ carriers }) => carriers.outgoing),
    },
    correlation: {
      before: finiteMean(withDrops, ({ correlation }) => correlation[0]),
      after: finiteMean(withDrops, ({ correlation }) => correlation[1]),
    },
    robustness: variations.map(([changed, choice]) => {
      const result = ratioTest(runs.map((run) => timed(run, 'hidden', choice)));
      const { withoutDrops, ratio, p } = result;
      return { changed, runs: result.runs, withoutDrops, ratio, p, verdict: verdictOf(result) };
    }),
    aligned: alignedMean(drops.map(({ aligned }) => aligned)),
  };
}

/** The same ratio for thresholds drawn from each neuron and probe's range of z, against the actual ones, run by run. */
function randomThresholds(
  runs: readonly RunSummary[],
): Pick<CaseResult, 'randomRatio' | 'randomExcess' | 'excessDifference' | 'excessP' | 'randomDifference' | 'randomP'> {
  const rows = runs.map((run) => {
    const { hidden, dropSummaries } = run;
    const share = shareInDrops(hidden.movement, dropSummaries);
    const inside = (events: Float64Array): number => events.filter((step) => isInside(step, dropSummaries)).length;
    const count = mean(hidden.randomEvents.map(({ length }) => length));
    const observed = mean(hidden.randomEvents.map(inside));
    const actual = hidden.events.base;
    const excess = actual.length === 0 || count === 0 ? null : inside(actual) / actual.length - observed / count;
    return { count, observed, share, excess };
  });
  const nearest = nearestOther(runs.map(({ dropSummaries }) => dropSummaries[0]!.from));
  const excesses = runs.flatMap((run, i) => {
    const other = runs[nearest[i]!];
    if (other === undefined || run.hidden.events.base.length === 0) return [];
    const specific = (events: Float64Array): number | null =>
      events.length === 0
        ? null
        : events.filter((step) => isInside(step, run.dropSummaries)).length / events.length -
          events.filter((step) => isInside(step, other.dropSummaries)).length / events.length;
    const movement =
      shareInDrops(run.hidden.movement, run.dropSummaries) - shareInDrops(run.hidden.movement, other.dropSummaries);
    const drawn = run.hidden.randomEvents.map(specific).filter((value) => value !== null);
    if (drawn.length === 0) return [];
    return [{ actual: specific(run.hidden.events.base)! - movement, random: mean(drawn) - movement }];
  });
  const specificity = excesses.map(({ actual, random }) => actual - random);
  const differences = rows.flatMap(({ excess }) => (excess === null ? [] : [excess]));
  return {
    randomRatio: bootstrap(rows, (some) => {
      const expected = some.reduce((sum, { count, share }) => sum + count * share, 0);
      return some.reduce((sum, { observed }) => sum + observed, 0) / expected;
    }),
    randomExcess: bootstrap(
      excesses.map(({ random }) => random),
      mean,
    ),
    excessDifference: bootstrap(specificity, mean),
    excessP: signFlip(specificity),
    randomDifference: bootstrap(differences, mean),
    randomP: signFlip(differences),
  };
}

type Stretch = Pick<DropSummary, 'from' | 'to'>;

const isInside = (step: number, drops: readonly Stretch[]): boolean =>
  drops.some(({ from, to }) => step > from && step <= to);

const shareInDrops = (movement: Cumulative, drops: readonly Stretch[]): number =>
  drops.reduce((sum, { from, to }) => sum + between(movement, from, to), 0) / movement.sums.at(-1)!;

function finiteMean(runs: readonly RunSummary[], of: (drop: DropSummary) => number): Interval {
  const values = runs.flatMap((run) => {
    const finite = run.dropSummaries.map(of).filter(Number.isFinite);
    return finite.length === 0 ? [] : [mean(finite)];
  });
  return bootstrap(values, mean);
}

function alignedMean(all: readonly Aligned[]): CaseResult['aligned'] {
  if (all.length === 0) return null;
  const average = (of: keyof Aligned, length: number): number[] =>
    Array.from({ length }, (_, i) => mean(all.map((one) => one[of][i]!).filter(Number.isFinite)));
  return {
    drops: all.length,
    cost: average('cost', alignedPoints),
    activation: average('activation', alignedPoints - 1),
    bias: average('bias', alignedPoints - 1),
    events: average('events', alignedPoints - 1),
  };
}
