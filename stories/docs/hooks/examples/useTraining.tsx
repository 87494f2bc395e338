import { TrainingControls } from '@neuroglow/components';
import { adam, NeuroglowProvider, useTraining, xorDataset } from '@neuroglow/engine';

const dataset = xorDataset();

export function Example() {
  const session = useTraining({
    network: { layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 },
    dataset,
    optimizer: adam({ learningRate: 0.05 }),
  });
  return (
    <NeuroglowProvider source={session}>
      <TrainingControls />
    </NeuroglowProvider>
  );
}
