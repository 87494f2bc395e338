import { CostPlot, NetworkGraph } from '@neuroglow/components';
import { adam, splitDataset, twoGaussiansDataset, useScalars, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

// 48 noisy points to learn from, and a network that can learn them by heart.
const points = splitDataset(twoGaussiansDataset({ rows: 120, noise: 0.8, seed: 2 }), { validation: 0.6, seed: 1 });
const options: UseTrainingOptions = {
  network: { layers: [2, 16, 16, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 3 },
  dataset: points.training,
  validation: points.validation,
  cost: 'binaryCrossEntropy',
  optimizer: adam({ learningRate: 0.01 }),
  batchSize: 16,
  seed: 3,
  until: { step: 3_000 },
};

export function Overfitting(): ReactElement {
  return (
    <Recipe
      title="Overfitting"
      watch="The training cost (solid) keeps falling. The held-out cost (dashed) turns and rises: from there on, the network learns its 48 points by heart."
    >
      <Run options={options}>
        <Verdict />
        <div className="recipe__pair">
          <CostPlot aspect={1.6} defaultScale="linear" />
          <NetworkGraph aspect={1.6} />
        </div>
      </Run>
    </Recipe>
  );
}

/** Says when the held-out cost was lowest, and how far above that it is now. */
function Verdict(): ReactElement {
  const { frame } = useScalars();
  const heldOut = frame?.series.find(({ role }) => role === 'validation');
  const costs = Array.from(heldOut?.values ?? []).filter(Number.isFinite);
  const lowest = Math.min(...costs);
  const rise = (costs.at(-1) ?? NaN) - lowest;
  if (costs.length < 5) return <p className="recipe__verdict">Press Start.</p>;
  if (rise < 0.05)
    return (
      <p className="recipe__verdict">The held-out cost falls too: the network learns what the points have in common.</p>
    );
  const step = heldOut?.steps[Array.from(heldOut.values).indexOf(lowest)] ?? 0;
  return (
    <p className="recipe__verdict">
      The held-out cost was lowest at step {step} ({lowest.toFixed(2)}). It is {rise.toFixed(2)} higher now:{' '}
      <strong>overfitting</strong>.
    </p>
  );
}
