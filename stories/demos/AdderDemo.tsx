import { CostPlot, NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import { adam, adderDataset, createNetwork, NeuroglowProvider, useActivations, useTraining } from '@neuroglow/engine';
import { useRef, type ReactElement } from 'react';
import './adder.css';
import { AdderGrid } from './AdderGrid.js';
import { bits, numbers, read, verdictOf } from './adderAnswers.js';
import { Demo, DemoPanel } from './Demo.js';
import { useUrlNumber } from './useUrlState.js';

const seed = 1;
const bitNames = (letter: string): string[] =>
  Array.from({ length: bits }, (_, bit) => `${letter}·${String(2 ** bit)}`);

/** 10-20-6 learns to add two numbers of five bits from all 1,024 sums. */
export function AdderDemo(): ReactElement {
  const [a, setA] = useUrlNumber('a', 13, 0, numbers - 1);
  const [b, setB] = useUrlNumber('b', 9, 0, numbers - 1);
  const graph = useRef<NetworkGraphElement>(null);
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [
          { neurons: 2 * bits, labels: [...bitNames('a'), ...bitNames('b')] },
          20,
          { neurons: bits + 1, labels: ['1', '2', '4', '8', '16', 'over'] },
        ],
        activation: 'tanh',
        outputActivation: 'sigmoid',
        seed,
      }),
      dataset: adderDataset({ bits }),
      cost: 'binaryCrossEntropy',
      optimizer: adam({ learningRate: 0.02 }),
      batchSize: 64,
      seed,
    }),
    [],
  );
  const choose = (nextA: number, nextB: number): void => {
    setA(nextA);
    setB(nextB);
  };
  const row = a * numbers + b;
  return (
    <NeuroglowProvider
      source={session}
      input={{ sample: row }}
      onInputChange={(input) => {
        if (input && 'sample' in input) choose(Math.floor(input.sample / numbers), input.sample % numbers);
      }}
    >
      <Demo
        title="Adder"
        watch="A square for each of the 1,024 sums. Overflow is learned within a hundred steps, then sums without a carry; those with a carry stay crossed out longest."
        graph={graph}
      >
        <div className="demo__graph">
          <NetworkGraph ref={graph} aspect={1} maxNeurons={20} />
        </div>
        <div className="demo__side">
          <DemoPanel title="All sums" note="point at a square, or choose a and b">
            <AdderGrid a={a} b={b} onChoose={choose} />
            <Sum a={a} b={b} onChoose={choose} />
          </DemoPanel>
          <DemoPanel title="Cost" note="binary cross-entropy per step" className="demo__panel--plot">
            <CostPlot aspect={2.4} defaultScale="log" />
          </DemoPanel>
        </div>
      </Demo>
    </NeuroglowProvider>
  );
}

interface SumProps {
  readonly a: number;
  readonly b: number;
  readonly onChoose: (a: number, b: number) => void;
}

/** a + b, the network's answer and whether it is right. */
function Sum({ a, b, onChoose }: SumProps): ReactElement {
  const { frame } = useActivations();
  const outputs = frame?.activations.at(-1);
  const answer = outputs && read(outputs);
  const isRight = outputs !== undefined && verdictOf(a, b, outputs).wrongBits === 0;
  const truth = a + b < numbers ? String(a + b) : `${String(a + b)}, over ${String(numbers - 1)}`;
  return (
    <div className="adder__sum">
      <NumberField
        label="a"
        value={a}
        onChange={(value) => {
          onChoose(value, b);
        }}
      />
      <span>+</span>
      <NumberField
        label="b"
        value={b}
        onChange={(value) => {
          onChoose(a, value);
        }}
      />
      <span>=</span>
      <strong className={isRight ? 'demo__right' : 'demo__wrong'}>
        {answer ?? '–'} {isRight ? '✓' : '✗'}
      </strong>
      {!isRight && <span className="adder__truth">really {truth}</span>}
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps): ReactElement {
  return (
    <label>
      {label}{' '}
      <input
        type="number"
        min={0}
        max={numbers - 1}
        value={value}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isInteger(next) && next >= 0 && next < numbers) onChange(next);
        }}
      />
    </label>
  );
}
