import { CostPlot } from '@neuroglow/components';
import { circleDataset, sgd, useMetrics, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Recipe, Run } from './Recipe.js';

const dataset = circleDataset({ rows: 200 });
const deep = (activation: 'sigmoid' | 'relu'): UseTrainingOptions => ({
  network: {
    layers: [2, 8, 8, 8, 8, 8, 1],
    activation,
    outputActivation: 'sigmoid',
    initializer: { kind: activation === 'relu' ? 'he' : 'glorot' },
    seed: 5,
  },
  dataset,
  cost: 'binaryCrossEntropy',
  optimizer: sgd({ learningRate: 0.1 }),
  batchSize: 20,
  seed: 5,
  until: { step: 3_000 },
});
const runs = { sigmoid: deep('sigmoid'), relu: deep('relu') } as const;

export function VanishingGradients(): ReactElement {
  return (
    <Recipe
      title="Vanishing gradients"
      watch="Five hidden layers of sigmoid: each passes back a fraction of the gradient, so the first layer hardly learns. With relu, all layers get their share."
    >
      {Object.entries(runs).map(([name, options]) => (
        <Run key={name} name={name} options={options}>
          <GradientNorms />
          <CostPlot aspect={2} />
        </Run>
      ))}
    </Recipe>
  );
}

/** The length of each layer's gradient, on a log scale from 10⁻⁷ to 1. */
function GradientNorms(): ReactElement {
  const { frame } = useMetrics('gradientNorms');
  const norms = Array.from(frame?.layers ?? []).slice(1);
  return (
    <dl className="recipe__norms" aria-label="Length of the gradient by layer, log scale">
      {norms.map((norm, index) => (
        <div key={index}>
          <dt>layer {index + 1}</dt>
          <dd>
            <div
              className="recipe__bar"
              style={{ width: `${String(Math.max(0, Math.min(100, (100 * (Math.log10(norm) + 7)) / 7)))}%` }}
            />
          </dd>
          <dd>{norm.toExponential(1)}</dd>
        </div>
      ))}
    </dl>
  );
}
