import {
  ActivationHeatmap,
  CostPlot,
  NetworkGraph,
  TimelineScrubber,
  type NetworkGraphElement,
} from '@neuroglow/components';
import {
  createNetwork,
  logicGateDataset,
  NeuroglowProvider,
  sgd,
  useActivations,
  useTraining,
} from '@neuroglow/engine';
import { useRef, type ReactElement } from 'react';
import { Demo, DemoPanel } from './Demo.js';
import { useUrlNumber } from './useUrlState.js';
import './xor.css';

/** Starts of the smallest network, by what comes of them, and the row to look at first: one that is answered wrong. */
const starts = [
  { name: '2 neurons, learns', hidden: 2, seed: 12, opens: 3 },
  { name: '2 neurons, stuck', hidden: 2, seed: 5, opens: 3 },
  { name: '4 neurons, learns fast', hidden: 4, seed: 8, opens: 1 },
] as const;

const words = [
  'Nothing seems to happen for a thousand steps. Then the cost falls within a few hundred, and both hidden maps turn a corner.',
  'From this start, two of the four rows look the same to both hidden neurons, so it answers ½ for them forever.',
  'With two neurons to spare it learns from nearly every start, and faster.',
] as const;

/** The smallest thing one neuron cannot learn: 1 where exactly one input is 1. */
export function XorDemo(): ReactElement {
  const [start, setStart] = useUrlNumber('start', 0, 0, starts.length - 1);
  const { hidden, seed, opens } = starts[start]!;
  const [row, setRow] = useUrlNumber('row', opens, 0, 3);
  const graph = useRef<NetworkGraphElement>(null);
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 2, labels: ['x', 'y'] }, hidden, { neurons: 1, labels: ['x ≠ y'] }],
        activation: 'sigmoid',
        outputActivation: 'sigmoid',
        initializer: { kind: 'uniform', low: -1, high: 1 },
        seed,
      }),
      dataset: logicGateDataset('xor'),
      cost: 'meanSquaredError',
      optimizer: sgd({ learningRate: 1 }),
      batchSize: 4,
      shuffle: false,
      seed,
    }),
    [hidden, seed],
  );
  return (
    <NeuroglowProvider
      source={session}
      input={{ sample: row }}
      onInputChange={(input) => {
        if (input && 'sample' in input) setRow(input.sample);
      }}
    >
      <Demo
        title="XOR"
        watch={words[start]}
        graph={graph}
        below={<TimelineScrubber />}
        settings={
          <select
            className="demo__button"
            aria-label="Start"
            value={start}
            onChange={(event) => {
              setStart(Number(event.target.value));
            }}
          >
            {starts.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        }
      >
        <div className="demo__graph">
          <NetworkGraph ref={graph} aspect={1.4} />
        </div>
        <div className="demo__side">
          <DemoPanel title="Answers" note="choose the row that the pictures show">
            <div className="xor__table" role="radiogroup" aria-label="Row to look at">
              {truth.map((_, index) => (
                <Row key={index} row={index} isChosen={index === row} onChoose={setRow} />
              ))}
            </div>
          </DemoPanel>
          <DemoPanel title="What each neuron answers, for every x and y">
            <div className="xor__maps">
              <ActivationHeatmap
                mode="responseMaps"
                aspect={hidden === 2 ? 1.8 : 0.95}
                legend={false}
                aria-label="Activation of the hidden neurons"
              />
              <ActivationHeatmap
                mode="responseMaps"
                layer={2}
                aspect={0.95}
                legend={false}
                aria-label="Activation of the output"
              />
            </div>
          </DemoPanel>
          <DemoPanel title="Cost" note="mean squared error of the four rows" className="demo__panel--plot">
            <CostPlot aspect={2} />
          </DemoPanel>
        </div>
      </Demo>
    </NeuroglowProvider>
  );
}

interface RowProps {
  readonly row: number;
  readonly isChosen: boolean;
  readonly onChoose: (row: number) => void;
}

/** One row of the truth table with the network's answer as a number and a bar, live. */
function Row({ row, isChosen, onChoose }: RowProps): ReactElement {
  const { frame } = useActivations({ input: { sample: row } });
  const [x, y, target] = truth[row]!;
  const answer = frame?.activations.at(-1)?.[0];
  const isRight = answer !== undefined && answer >= 0.5 === (target === 1);
  return (
    <label className="xor__row" data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name="xor-row"
        checked={isChosen}
        onChange={() => {
          onChoose(row);
        }}
      />
      <span>
        {x} xor {y} = <b>{target}</b>
      </span>
      <span className="xor__bar" aria-hidden="true">
        <span style={{ inlineSize: `${String(100 * (answer ?? 0))}%` }} />
      </span>
      <span className={isRight ? 'demo__right' : 'demo__wrong'}>
        {answer === undefined ? '–' : `${answer.toFixed(2)} ${isRight ? '✓' : '✗'}`}
      </span>
    </label>
  );
}

const truth = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const;
