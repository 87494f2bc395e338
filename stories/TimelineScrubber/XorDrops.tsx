import { ActivationHeatmap, NetworkGraph, TimelineScrubber, TrainingControls } from '@neuroglow/components';
import {
  createNetwork,
  logicGateDataset,
  NeuroglowProvider,
  sgd,
  useTraining,
  type UseTrainingOptions,
} from '@neuroglow/engine';
import type { ReactElement } from 'react';
import './timeline.css';

const options: UseTrainingOptions = {
  network: createNetwork({ layers: [2, 2, 1], initializer: { kind: 'uniform', low: -1, high: 1 }, seed: 1 }),
  dataset: logicGateDataset('xor'),
  optimizer: sgd({ learningRate: 1 }),
  batchSize: 4,
  shuffle: false,
  pace: 'fastest',
  until: { step: 6000 },
};

/** The smallest network that can learn xor, with full batches, so that the recorded cost is that of all rows. */
export function XorDrops(): ReactElement {
  const session = useTraining(options);
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 3 }}>
      <div className="timeline-story">
        <TrainingControls />
        <div className="timeline-story__pictures">
          <NetworkGraph aspect={1.5} />
          <ActivationHeatmap mode="responseMaps" layer={1} aspect={1.3} />
        </div>
        <TimelineScrubber drops={{ window: 5 }} />
      </div>
    </NeuroglowProvider>
  );
}
