import { NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import {
  createNetwork,
  logicGateDataset,
  NeuroglowProvider,
  sgd,
  useTraining,
  useTrainingState,
  type TrainingSession,
} from '@neuroglow/engine';
import { useRef, type ReactElement } from 'react';
import { Demo, DemoPanel } from '../Demo.js';
import { useUrlNumber } from '../useUrlState.js';
import { ChainRulePanel } from './ChainRulePanel.js';
import { parametersOf } from './chainRule.js';
import './learning.css';

const rows = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const options = {
  network: createNetwork({
    layers: [{ neurons: 2, labels: ['x', 'y'] }, 2, { neurons: 1, labels: ['x ≠ y'] }],
    activation: 'sigmoid',
    outputActivation: 'sigmoid',
    initializer: { kind: 'uniform', low: -1, high: 1 },
    seed: 12,
  }),
  dataset: logicGateDataset('xor'),
  cost: 'meanSquaredError',
  optimizer: sgd({ learningRate: 1 }),
  // One row per step, in order: a step is then what can be written down for that row.
  batchSize: 1,
  shuffle: false,
} as const;

/** The smallest network that has a hidden layer, and every number of one step of its learning. */
export function LearningDemo(): ReactElement {
  const session = useTraining(options);
  const graph = useRef<NetworkGraphElement>(null);
  const next = useTrainingState(({ step }) => step % rows.length, Object.is, session);
  const [chosen, setChosen] = useUrlNumber('parameter', 6, 0, parametersOf(session.network).length - 1);
  return (
    <NeuroglowProvider source={session} input={{ sample: next }}>
      <Demo
        title="How a network learns"
        watch="Press Next to send one row forward and its error back; then press Step, and each weight becomes what the chain rule says."
        graph={graph}
        menu={['learningRate', 'speed']}
      >
        <div className="learning__pictures">
          <div className="demo__graph">
            <NetworkGraph ref={graph} pass="training" editable legend={false} aspect={1.3} />
          </div>
          <p className="learning__key">
            Neuron: activation, from 0 to 1. Ring: bias. Line: weight, the stronger the larger; dashed: negative.
          </p>
          <DemoPanel title="Bias and activation are not the same" className="learning__colours">
            <p>
              From row to row, biases keep their colours, and activations change: a bias belongs to the neuron alone.
            </p>
            <div className="learning__pairs">
              <Pair session={session} row={1} />
              <Pair session={session} row={3} />
            </div>
          </DemoPanel>
        </div>
        <div className="demo__side">
          <p className="learning__row">
            The next step learns from row {next + 1} of 4: <b>{rowWords(next)}</b>
          </p>
          <ChainRulePanel network={session.network} chosen={chosen} onChoose={setChosen} />
        </div>
      </Demo>
    </NeuroglowProvider>
  );
}

function rowWords(row: number): string {
  const [x, y] = rows[row] ?? rows[0];
  return `x = ${String(x)}, y = ${String(y)}, and the answer should be ${x === y ? '0' : '1'}`;
}

/** The same network for one row, its neurons coloured by bias and by activation. */
function Pair({ session, row }: { readonly session: TrainingSession; readonly row: number }): ReactElement {
  const [x, y] = rows[row] ?? rows[0];
  const name = `x = ${String(x)}, y = ${String(y)}`;
  return (
    <NeuroglowProvider source={session} input={{ sample: row }}>
      <div className="learning__pair" role="group" aria-label={`Row ${name}`}>
        {(['bias', 'activation'] as const).map((color) => (
          <figure key={color}>
            <NetworkGraph
              neuronColor={color}
              aspect={1.7}
              legend={false}
              labels={false}
              beside={[]}
              motion={false}
              aria-label={`${color} for ${name}`}
            />
            <figcaption>
              {color}, {name}
            </figcaption>
          </figure>
        ))}
      </div>
    </NeuroglowProvider>
  );
}
