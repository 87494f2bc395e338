import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { createNetwork, NeuroglowProvider, sgd, useInput, useTraining } from '@neuroglow/engine';
import { useMemo, type ReactElement } from 'react';
import './demo.css';
import { Panel } from './Panel.js';

const rows = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const;

export interface XorDemoProps {
  /** Neurons of the hidden layer. */
  readonly hidden: number;
  readonly seed: number;
  /** What there is to see. */
  readonly about: string;
}

/** The smallest problem that needs a hidden layer, on the smallest network that can learn it. */
export function XorDemo({ hidden, seed, about }: XorDemoProps): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 2, labels: ['x', 'y'] }, hidden, { neurons: 1, labels: ['x ≠ y'] }],
        activation: 'sigmoid',
        outputActivation: 'sigmoid',
        initializer: { kind: 'uniform', low: -1, high: 1 },
        seed,
      }),
      dataset: {
        inputs: Float32Array.from(rows.flatMap(([x, y]) => [x, y])),
        targets: Float32Array.from(rows, ([, , target]) => target),
        rows: rows.length,
      },
      cost: 'meanSquaredError',
      optimizer: sgd({ learningRate: 1 }),
      batchSize: 4,
      shuffle: false,
      seed,
      pace: 10,
    }),
    [hidden, seed],
  );
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 1 }}>
      <div className="demo">
        <Panel title="Training" about={`${about} Four rows, all of them in every step.`}>
          <TrainingControls />
        </Panel>
        <div className="demo__panels">
          <Panel title="The network" about="Neurons glow with their activation for the row chosen below">
            <NetworkGraph />
            <div className="demo__below">
              <RowPicker />
            </div>
          </Panel>
          <Panel title="What each neuron has learned" about="Its activation over the whole plane of inputs">
            <div className="demo__maps">
              <ActivationHeatmap mode="responseMaps" aspect={hidden > 2 ? 1.9 : 1.5} />
              <ActivationHeatmap
                mode="responseMaps"
                layer={2}
                aspect={1.5}
                aria-label="Activation heat map of the output"
              />
            </div>
          </Panel>
          <Panel wide title="Cost" about="Mean squared error of the four rows at every step">
            <CostPlot aspect={4} />
          </Panel>
        </div>
      </div>
    </NeuroglowProvider>
  );
}

function RowPicker(): ReactElement {
  const [input, setInput] = useInput();
  const chosen = useMemo(() => (input !== null && 'sample' in input ? input.sample : null), [input]);
  return (
    <div className="demo__picker" role="group" aria-label="Row to look at">
      {rows.map(([x, y, target], row) => (
        <button
          key={`${String(x)}${String(y)}`}
          type="button"
          className="demo__row"
          aria-pressed={row === chosen}
          onClick={() => {
            setInput({ sample: row });
          }}
        >
          {x} xor {y} = {target}
        </button>
      ))}
    </div>
  );
}
