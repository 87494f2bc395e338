import { ActivationHeatmap, CostPlot } from '@neuroglow/components';
import { circleDataset, sgd, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

const dataset = circleDataset({ rows: 200 });
const at = (learningRate: number): UseTrainingOptions => ({
  network: { layers: [2, 6, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 3 },
  dataset,
  cost: 'binaryCrossEntropy',
  optimizer: sgd({ learningRate }),
  batchSize: 16,
  seed: 3,
  until: { step: 1_500 },
});
const runs = { 'learning rate 1': at(1), 'learning rate 10': at(10) } as const;

export function LearningRateTooHigh(): ReactElement {
  return (
    <Recipe
      title="Learning rate too high"
      watch="The same network, the same rows. With steps ten times larger it jumps over the valley again and again: the cost leaps instead of falling."
    >
      {Object.entries(runs).map(([name, options]) => (
        <Run key={name} name={name} options={options}>
          <CostPlot aspect={2} />
          <ActivationHeatmap mode="responseMaps" layer={1} aspect={2.2} />
        </Run>
      ))}
    </Recipe>
  );
}
