import type { ReactElement, ReactNode } from 'react';
import { firingStudy, type StudyCase } from '../../data/firingStudy.js';
import { interval, number, percent, probability } from './words.js';
import './firing.css';

type Column = readonly [head: string, cell: (study: StudyCase) => string];

interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly studies: readonly StudyCase[];
}

function Table({ caption, columns, studies }: TableProps): ReactElement {
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">network</th>
            {columns.map(([head]) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {studies.map((study) => (
            <tr key={study.name}>
              <th scope="row">{study.name}</th>
              {columns.map(([head, cell]) => (
                <td key={head}>{cell(study)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Wide tables scroll in their own box, which the keyboard reaches. */
function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="study__table" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

const { cases } = firingStudy;
const withDrops = cases.filter(({ hidden }) => hidden.runs > 0);
const tested = cases.filter(({ hidden }) => hidden.runs >= 8);

/** How often there is a drop at all. */
export function DropTable(): ReactElement {
  return (
    <Table
      caption="Drops: how often, how large"
      studies={cases}
      columns={[
        ['runs', ({ runs }) => String(runs)],
        ['without a drop', ({ runsWithoutDrops }) => String(runsWithoutDrops)],
        ['of these, from the start', ({ runsWithStartOnly }) => String(runsWithStartOnly)],
        ['drops per run', ({ dropsPerRun }) => interval(dropsPerRun)],
        ['of the fall', ({ fallInDrops }) => percent(fallInDrops.value)],
        ['of the steps', ({ hidden }) => percent(hidden.stepShare.value)],
        ['median length, steps', ({ medianDropLength }) => number(medianDropLength, 0)],
      ]}
    />
  );
}

/** The primary test. */
export function TestTable(): ReactElement {
  return (
    <Table
      caption="Firing events in drops ÷ expected from movement, hidden neurons"
      studies={withDrops}
      columns={[
        ['runs in the test', ({ hidden }) => String(hidden.runs)],
        ['events', ({ hidden }) => String(hidden.events)],
        ['own drops', ({ hidden }) => interval(hidden.ratio)],
        ['nearest run’s drops', ({ hidden }) => interval(hidden.neighbourRatio)],
        ['excess, points', ({ hidden }) => interval(scaled(hidden.excess), 1)],
        ['p', ({ hidden }) => probability(hidden.p)],
        ['p, permuted', ({ hidden }) => probability(hidden.permutationP)],
        ['output neurons', ({ output }) => interval(output.ratio)],
        ['p, output', ({ output }) => probability(output.p)],
      ]}
    />
  );
}

const scaled = ({ value, low, high }: StudyCase['hidden']['excess']) => ({
  value: value === null ? null : value * 100,
  low: low === null ? null : low * 100,
  high: high === null ? null : high * 100,
});

/** How far the tests can be trusted. */
export function TrustTable(): ReactElement {
  return (
    <Table
      caption="False positives on unrelated runs, and power"
      studies={tested}
      columns={[
        ['nearest onset', ({ falsePositives }) => percent(falsePositives.nearest)],
        ['permutation', ({ falsePositives }) => percent(falsePositives.permutation)],
        ['against steps', ({ falsePositives }) => percent(falsePositives.againstSteps)],
        ['circular shift', ({ falsePositives }) => percent(falsePositives.circularShift)],
        ['overlap with nearest', ({ hidden }) => percent(hidden.overlap)],
        ['power, nearest', ({ hidden }) => number(hidden.powerTenth)],
        ['power, permutation', ({ hidden }) => number(hidden.permutationPowerTenth)],
      ]}
    />
  );
}

/** Activation against bias. */
export function ColourTable(): ReactElement {
  return (
    <Table
      caption="Net change of a hidden neuron’s colour, on a scale of 1"
      studies={withDrops}
      columns={[
        ['in a drop: activation', ({ inside }) => interval(inside.activation, 3)],
        ['σ(bias)', ({ inside }) => interval(inside.bias, 3)],
        ['p', ({ colourP }) => probability(colourP)],
        ['as long before: activation', ({ before }) => number(before.activation.value, 3)],
        ['before: σ(bias)', ({ before }) => number(before.bias.value, 3)],
        ['at the end: activation', ({ end }) => number(end.activation.value, 3)],
        ['end: σ(bias)', ({ end }) => number(end.bias.value, 3)],
      ]}
    />
  );
}

/** What carried the drops. */
export function CarrierTable(): ReactElement {
  return (
    <Table
      caption="Shares of a drop’s fall, last hidden layer"
      studies={withDrops}
      columns={[
        ['drops', ({ carriers }) => String(carriers.drops)],
        ['neurons that switched', ({ carriers }) => interval(carriers.switched)],
        ['other neurons', ({ carriers }) => interval(carriers.others)],
        ['outgoing weights', ({ carriers }) => interval(carriers.outgoing)],
        ['top neuron had not switched', ({ carriers }) => `${carriers.topNotSwitched} of ${carriers.drops}`],
        ['|correlation| before', ({ correlation }) => number(correlation.before.value)],
        ['after', ({ correlation }) => number(correlation.after.value)],
      ]}
    />
  );
}

/** Random thresholds in place of z = 0. */
export function ThresholdTable(): ReactElement {
  return (
    <Table
      caption="Is the threshold special? Events at z = 0 against events at random thresholds"
      studies={tested}
      columns={[
        ['ratio, z = 0', ({ hidden }) => interval(hidden.ratio)],
        ['ratio, random', ({ randomRatio }) => interval(randomRatio)],
        ['excess, random, points', ({ randomExcess }) => interval(scaled(randomExcess), 1)],
        ['z = 0 less random, points', ({ excessDifference }) => interval(scaled(excessDifference), 1)],
        ['p', ({ excessP }) => probability(excessP)],
      ]}
    />
  );
}

/** One setting changed at a time. */
export function RobustnessTable(): ReactElement {
  const rows = tested.filter(({ varies }) => varies === null);
  const settings = rows[0]?.robustness.map(({ changed }) => changed) ?? [];
  const all = cases.flatMap(({ robustness, verdict }) => robustness.map((row) => row.verdict !== verdict));
  const cell = (study: StudyCase, setting: string): string => {
    const { runs, withoutDrops, ratio, p, verdict } = study.robustness.find(({ changed }) => changed === setting)!;
    const changes = verdict === study.verdict ? '' : ` → ${verdict}`;
    return `${number(ratio.value)}, p ${probability(runs === 0 ? null : p)}, ${withoutDrops} without${changes}`;
  };
  return (
    <>
      <Table
        caption="One setting changed at a time: ratio in own drops, p, runs without a drop; an arrow where the verdict changes"
        studies={rows}
        columns={settings.map((setting): Column => [setting, (study) => cell(study, setting)])}
      />
      <p>
        Over all networks, the verdict changes in {all.filter(Boolean).length} of {all.length} variations.
      </p>
    </>
  );
}
