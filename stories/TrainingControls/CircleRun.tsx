import { circleDataset, createNetwork, NeuroglowProvider, splitDataset, useTraining } from '@neuroglow/engine';
import type { ReactElement, ReactNode } from 'react';

export interface CircleRunProps {
  /** Seeds weights and shuffles. */
  readonly seed?: number;
  /** Steps a displayed frame; slow enough to be seen. */
  readonly pace?: number;
  readonly learningRate?: number;
  readonly children: ReactNode;
}

/** A small real run for stories: a disc told from the ring around it, 2-6-4-1, with a held-out quarter. It starts when told to. */
export function CircleRun({ seed = 3, pace = 10, learningRate = 0.3, children }: CircleRunProps): ReactElement {
  const session = useTraining(() => {
    const { training, validation } = splitDataset(circleDataset({ rows: 400 }), { validation: 0.25 });
    return {
      network: createNetwork({
        layers: [{ neurons: 2, labels: ['x', 'y'] }, 6, 4, { neurons: 1, labels: ['inside'] }],
        activation: 'tanh',
        outputActivation: 'sigmoid',
        seed,
      }),
      dataset: training,
      validation,
      cost: 'binaryCrossEntropy',
      optimizer: { kind: 'sgd', learningRate },
      batchSize: 20,
      seed,
      pace,
    };
  }, [seed, pace, learningRate]);
  return <NeuroglowProvider source={session}>{children}</NeuroglowProvider>;
}
