import type { CaseResult } from './analyse.js';
import type { Interval } from './statistics.js';

const number = (value: number, digits = 2): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const interval = ({ value, low, high }: Interval, digits = 2): string =>
  `${number(value, digits)} [${number(low, digits)}, ${number(high, digits)}]`;
const probability = (p: number): string => (p < 0.001 ? '<0.001' : number(p, 3));
const percent = (value: number): string => (Number.isFinite(value) ? `${Math.round(value * 100)} %` : '–');

type Column = readonly [head: string, cell: (result: CaseResult) => string];

const tables: readonly (readonly [title: string, columns: readonly Column[]])[] = [
  [
    'Drops',
    [
      ['runs', ({ runs }) => String(runs)],
      ['no drop', ({ runsWithoutDrops }) => String(runsWithoutDrops)],
      ['from start only', ({ runsWithStartOnly }) => String(runsWithStartOnly)],
      ['drops per run', ({ dropsPerRun }) => interval(dropsPerRun)],
      ['of the fall', ({ fallInDrops }) => percent(fallInDrops.value)],
      ['of the steps', ({ hidden }) => percent(hidden.stepShare.value)],
      ['median length', ({ medianDropLength }) => number(medianDropLength, 0)],
      ['accuracy', ({ accuracy }) => (accuracy === null ? '–' : percent(accuracy))],
    ],
  ],
  [
    'Firing events of hidden neurons: observed ÷ expected from movement',
    [
      ['in test', ({ hidden }) => String(hidden.runs)],
      ['no events', ({ hidden }) => String(hidden.withoutEvents)],
      ['events', ({ hidden }) => String(hidden.events)],
      ['own drops', ({ hidden }) => interval(hidden.ratio)],
      ['nearest run’s', ({ hidden }) => interval(hidden.neighbourRatio)],
      ['excess', ({ hidden }) => interval(hidden.excess, 3)],
      ['p', ({ hidden }) => probability(hidden.p)],
      ['p permuted', ({ hidden }) => probability(hidden.permutationP)],
      ['verdict', ({ verdict }) => verdict],
    ],
  ],
  [
    'Contrast and power; expected from the movement of the pairs that switch',
    [
      ['overlap with nearest', ({ hidden }) => percent(hidden.overlap)],
      ['power: a tenth planted', ({ hidden }) => number(hidden.powerTenth)],
      ['by permutation', ({ hidden }) => number(hidden.permutationPowerTenth)],
      ['excess seen', ({ hidden }) => number(hidden.powerSeen)],
      ['ratio, switchers', ({ hidden }) => interval(hidden.switcherRatio)],
      ['nearest run’s', ({ hidden }) => interval(hidden.switcherNeighbourRatio)],
    ],
  ],
  [
    'Output neurons; shares in drops',
    [
      ['output ratio', ({ output }) => interval(output.ratio)],
      ['p', ({ output }) => probability(output.p)],
      ['events in drops', ({ hidden }) => percent(hidden.eventShare.value)],
      ['movement', ({ hidden }) => percent(hidden.movementShare.value)],
      ['bias movement', ({ biasMovementShare }) => percent(biasMovementShare.value)],
      ['steps', ({ hidden }) => percent(hidden.stepShare.value)],
      ['events per drop', ({ eventsPerDrop }) => interval(eventsPerDrop)],
      ['drops with events', ({ dropsWithEvents }) => percent(dropsWithEvents.value)],
      ['median delay', ({ medianDelay }) => number(medianDelay, 0)],
      ['start in band', ({ startInside }) => percent(startInside)],
    ],
  ],
  [
    'False positives: share of p < 0.05 on events of one run with drops of another',
    [
      ['trials', ({ falsePositives }) => String(falsePositives.trials)],
      ['nearest onset', ({ falsePositives }) => percent(falsePositives.nearest)],
      ['permutation', ({ falsePositives }) => percent(falsePositives.permutation)],
      ['(against steps)', ({ falsePositives }) => percent(falsePositives.againstSteps)],
      ['(circular shift)', ({ falsePositives }) => percent(falsePositives.circularShift)],
    ],
  ],
  [
    'Is the threshold special? Random thresholds',
    [
      ['ratio, random', ({ randomRatio }) => interval(randomRatio)],
      ['ratio, actual', ({ hidden }) => interval(hidden.ratio)],
      ['difference of shares', ({ randomDifference }) => interval(randomDifference, 3)],
      ['p', ({ randomP }) => probability(randomP)],
      ['excess, random', ({ randomExcess }) => interval(randomExcess, 3)],
      ['actual − random', ({ excessDifference }) => interval(excessDifference, 3)],
      ['p', ({ excessP }) => probability(excessP)],
    ],
  ],
  [
    'Net change of colour: activation and σ(bias), hidden neurons',
    [
      ['in drop: activation', ({ inside }) => interval(inside.activation, 3)],
      ['bias', ({ inside }) => interval(inside.bias, 3)],
      ['p', ({ colourP }) => probability(colourP)],
      ['before: activation', ({ before }) => number(before.activation.value, 3)],
      ['bias', ({ before }) => number(before.bias.value, 3)],
      ['end: activation', ({ end }) => number(end.activation.value, 3)],
      ['bias', ({ end }) => number(end.bias.value, 3)],
    ],
  ],
  [
    'What carried the drops: shares of the fall, last hidden layer',
    [
      ['drops', ({ carriers }) => String(carriers.drops)],
      ['switched neurons', ({ carriers }) => interval(carriers.switched)],
      ['other neurons', ({ carriers }) => interval(carriers.others)],
      ['outgoing weights', ({ carriers }) => interval(carriers.outgoing)],
      ['top not switched', ({ carriers }) => String(carriers.topNotSwitched)],
      ['|correlation| before', ({ correlation }) => number(correlation.before.value)],
      ['after', ({ correlation }) => number(correlation.after.value)],
    ],
  ],
];

/** The results as text, a table per question. */
export function report(results: readonly CaseResult[]): string {
  const parts = tables.map(([title, columns]) =>
    table(
      title,
      ['', ...columns.map(([head]) => head)],
      results.map((result) => [result.name, ...columns.map(([, cell]) => cell(result))]),
    ),
  );
  const robustness = results.map((result) =>
    table(
      `Robustness: ${result.name} (verdict: ${result.verdict})`,
      ['changed', 'runs', 'no drop', 'ratio', 'p', 'verdict'],
      result.robustness.map(({ changed, runs, withoutDrops, ratio, p, verdict }) => [
        changed,
        String(runs),
        String(withoutDrops),
        interval(ratio),
        probability(p),
        verdict,
      ]),
    ),
  );
  const rows = results.flatMap(({ robustness: all, verdict }) => all.map((row) => row.verdict !== verdict));
  const changes = rows.filter(Boolean).length;
  return [...parts, ...robustness, `The verdict changes in ${changes} of ${rows.length} variations.\n`].join('\n');
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [title, line(head), ...rows.map(line), ''].join('\n');
}
