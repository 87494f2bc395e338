import { CostPlot, NetworkGraph } from '@neuroglow/components';
import { circleDataset, sgd, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

const options: UseTrainingOptions = {
  network: { layers: [2, 10, 10, 1], activation: 'relu', outputActivation: 'sigmoid', seed: 3 },
  dataset: circleDataset({ rows: 200 }),
  cost: 'binaryCrossEntropy',
  // Far too high: the first steps throw the biases below anything that comes in.
  optimizer: sgd({ learningRate: 4 }),
  batchSize: 16,
  seed: 3,
  pace: 1,
  until: { step: 300 },
};

export function DeadRelu(): ReactElement {
  return (
    <Recipe
      title="Dead relu"
      watch="A few large steps push neurons below zero for every row. There relu is flat: they answer 0, get no gradient, and never come back. A cross marks them."
    >
      <Run options={options}>
        <div className="recipe__pair">
          <NetworkGraph aspect={1.5} />
          <CostPlot aspect={1.5} />
        </div>
      </Run>
    </Recipe>
  );
}
