import { NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, NeuroglowProvider, sgd, useTraining, useTrainingState } from '@neuroglow/engine';
import { useEffect, type ReactElement } from 'react';

const xor = {
  inputs: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]),
  targets: new Float32Array([0, 1, 1, 0]),
  rows: 4,
};

/** A session that has learned exclusive or for a while, and a graph that watches it. */
export function XorRun({ steps = 600, ...props }: NetworkGraphProps & { readonly steps?: number }): ReactElement {
  const training = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 2, labels: ['x₁', 'x₂'] }, 4, { neurons: 1, labels: ['xor'] }],
        activation: 'tanh',
        outputActivation: 'sigmoid',
        seed: 7,
      }),
      dataset: xor,
      cost: 'meanSquaredError',
      optimizer: sgd({ learningRate: 0.5 }),
      seed: 7,
    }),
    [],
  );
  useEffect(() => {
    if (steps > 0) void training.step(steps);
  }, [training, steps]);
  return (
    <NeuroglowProvider source={training} defaultInput={{ sample: 2 }}>
      <NetworkGraph {...props} />
      <Steps />
    </NeuroglowProvider>
  );
}

/** How far the run has come. */
function Steps(): ReactElement {
  const step = useTrainingState((snapshot) => snapshot.step);
  return <small style={{ opacity: 0.75 }}>{step} steps made</small>;
}
