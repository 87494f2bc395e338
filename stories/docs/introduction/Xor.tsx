import { CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { adam, NeuroglowProvider, useTraining } from '@neuroglow/engine';

const xor = {
  inputs: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]),
  targets: new Float32Array([0, 1, 1, 0]),
  rows: 4,
};

export function Xor() {
  const training = useTraining({
    network: { layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 },
    dataset: xor,
    optimizer: adam({ learningRate: 0.05 }),
  });
  return (
    <NeuroglowProvider source={training} defaultInput={{ sample: 1 }}>
      <TrainingControls />
      <NetworkGraph />
      <CostPlot />
    </NeuroglowProvider>
  );
}
