import { LearningTrace, TrainingControls } from '@neuroglow/components';
import {
  createConfiguration,
  createNetwork,
  createRun,
  dropCarriers,
  logicGateDataset,
  NeuroglowProvider,
  sgd,
  useTraining,
  type Drop,
  type Network,
} from '@neuroglow/engine';
import { useMemo, useState, type ReactElement } from 'react';
import { findDrops } from '@neuroglow/engine';
import './live-trace.css';

const networks = { 'xor 2-2-1': [2, 2, 1], 'xor 2-4-1': [2, 4, 1] } as const;
type Name = keyof typeof networks;
const lastStep = 12_000;
const data = logicGateDataset('xor');
const inputs = ['(0, 0)', '(0, 1)', '(1, 0)', '(1, 1)'];

function networkOf(name: Name, seed: number): Network {
  return createNetwork({ layers: networks[name], initializer: { kind: 'uniform', low: -1, high: 1 }, seed });
}

/** A run to watch: network, seed and input are yours to choose; what carried each of its drops is shown below. */
export function LiveTrace(): ReactElement {
  const [name, setName] = useState<Name>('xor 2-2-1');
  const [seed, setSeed] = useState(1);
  const [row, setRow] = useState(3);
  const session = useTraining(
    () => ({
      network: networkOf(name, seed),
      dataset: data,
      optimizer: sgd({ learningRate: 1 }),
      batchSize: 4,
      shuffle: false,
      until: { step: lastStep },
    }),
    [name, seed],
  );
  return (
    <NeuroglowProvider source={session}>
      <div className="live-trace">
        <div className="live-trace__choices">
          <label>
            Network
            <select value={name} onChange={(event) => setName(event.target.value as Name)}>
              {Object.keys(networks).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            Seed
            <input
              type="number"
              min={1}
              max={999}
              value={seed}
              onChange={(event) => setSeed(Math.min(999, Math.max(1, Math.floor(Number(event.target.value)) || 1)))}
            />
          </label>
          <label>
            Input
            <select value={row} onChange={(event) => setRow(Number(event.target.value))}>
              {inputs.map((text, index) => (
                <option key={text} value={index}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        </div>
        <TrainingControls />
        <LearningTrace input={{ sample: row }} />
        <Carriers name={name} seed={seed} />
      </div>
    </NeuroglowProvider>
  );
}

/** One row of what carried a drop. */
interface Share {
  readonly who: string;
  readonly share: number;
}

/** The same run again, at full speed: its evaluation cost at every step, its drops, and the network at a drop's two ends. */
function makeAgain(name: Name, seed: number): { drops: readonly Drop[]; sharesOf: (drop: Drop) => Share[] } {
  const network = networkOf(name, seed);
  const configuration = createConfiguration({
    network,
    optimizer: sgd({ learningRate: 1 }),
    batchSize: 4,
    shuffle: false,
  });
  const start = () => createRun({ configuration, training: data });
  const run = start();
  const costs: number[] = [];
  // The cost of a full batch is that of the step before its update.
  for (let step = 0; step <= lastStep; step++) {
    run.advance(1);
    costs.push(run.latestCost!);
  }
  run.dispose();
  const drops = findDrops(
    costs.map((_, step) => step),
    costs,
    { window: 5 },
  );
  return {
    drops,
    sharesOf({ from, to }) {
      const again = start();
      again.advance(from);
      const before = again.readNetwork();
      again.advance(to - from);
      const after = again.readNetwork();
      again.dispose();
      const { fall, neurons, outgoing } = dropCarriers({
        before,
        after,
        layer: 1,
        batch: data,
        cost: 'meanSquaredError',
      });
      return [
        ...Array.from(neurons, (share, i) => ({ who: `neuron ${i + 1}`, share: share / fall })),
        { who: 'outgoing weights', share: outgoing / fall },
      ].sort((a, b) => b.share - a.share);
    },
  };
}

function Carriers({ name, seed }: { readonly name: Name; readonly seed: number }): ReactElement {
  const again = useMemo(() => makeAgain(name, seed), [name, seed]);
  const [chosen, setChosen] = useState(0);
  const drop = again.drops[chosen] ?? again.drops[0];
  const shares = useMemo(() => (drop ? again.sharesOf(drop) : []), [again, drop]);
  if (!drop) return <p>No drop in this run: try another seed.</p>;
  return (
    <section className="live-trace__carriers" aria-label="What carried the drop">
      <h3>What carries this run’s drop</h3>
      <p>
        Choose a drop; each bar is a share of its fall (Shapley): of a hidden neuron’s activations, or of the weights
        behind them.
      </p>
      <div className="live-trace__choices">
        {again.drops.map(({ from, to, fromStart }, index) => (
          <button key={from} type="button" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
            {`steps ${from} to ${to}${fromStart ? ' (from the start)' : ''}`}
          </button>
        ))}
      </div>
      <dl>
        {shares.map(({ who, share }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>
              <span
                className="live-trace__bar"
                data-negative={share < 0 || undefined}
                style={{ inlineSize: `${Math.min(100, Math.abs(share) * 100).toFixed(1)}%` }}
              />
              {`${Math.round(share * 100)} %`.replace('-', '−')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
