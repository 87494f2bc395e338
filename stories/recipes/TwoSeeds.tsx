import { CostPlot, NetworkGraph } from '@neuroglow/components';
import { sgd, type Dataset, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

const dataset: Dataset = {
  inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  targets: Float32Array.of(0, 1, 1, 0),
  rows: 4,
};
const from = (seed: number): UseTrainingOptions => ({
  network: {
    layers: [2, 2, 1],
    activation: 'sigmoid',
    outputActivation: 'sigmoid',
    initializer: { kind: 'uniform', low: -1, high: 1 },
    seed,
  },
  dataset,
  optimizer: sgd({ learningRate: 1 }),
  batchSize: 4,
  shuffle: false,
  seed,
  until: { step: 12_000 },
});
const runs = { 'seed 12': from(12), 'seed 5': from(5) } as const;

export function TwoSeeds(): ReactElement {
  return (
    <Recipe
      title="Two seeds"
      watch="One network, one table, two starts. Seed 12 finds exclusive or after a long plateau; seed 5 ends where two rows look the same to it, and answers ½ for both."
    >
      {Object.entries(runs).map(([name, options]) => (
        <Run key={name} name={name} options={options} input={{ sample: 1 }}>
          <NetworkGraph aspect={1.8} />
          <CostPlot aspect={2.4} />
        </Run>
      ))}
    </Recipe>
  );
}
