import { ActivationHeatmap, CostPlot, NetworkGraph } from '@neuroglow/components';
import { sgd, xorDataset, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

const dataset = xorDataset({ rows: 200 });
const from = (initializer: { kind: 'glorot' } | { kind: 'zeros' }): UseTrainingOptions => ({
  network: { layers: [2, 4, 1], activation: 'sigmoid', outputActivation: 'sigmoid', initializer, seed: 7 },
  dataset,
  cost: 'binaryCrossEntropy',
  optimizer: sgd({ learningRate: 1 }),
  batchSize: 20,
  seed: 7,
  until: { step: 3_000 },
});
const runs = { 'all weights 0': from({ kind: 'zeros' }), 'random weights': from({ kind: 'glorot' }) } as const;

export function SymmetricStart(): ReactElement {
  return (
    <Recipe
      title="Symmetric start"
      watch="Neurons that start alike get the same gradient, and stay alike: four neurons do the work of one. Random weights let each find a part of its own."
    >
      {Object.entries(runs).map(([name, options]) => (
        <Run key={name} name={name} options={options}>
          <NetworkGraph aspect={2} />
          <ActivationHeatmap mode="responseMaps" layer={1} aspect={3} />
          <CostPlot aspect={3} />
        </Run>
      ))}
    </Recipe>
  );
}
