import {
  createNetwork,
  momentum,
  NeuroglowProvider,
  spiralDataset,
  useTraining,
  type TrainingSession,
} from '@neuroglow/engine';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { loadDigits } from '../data/digits.js';
import { loadFashion } from '../data/fashion.js';
import type { SplitImages } from '../data/labelledImages.js';
import { Loaded } from '../demos/Loaded.js';

export interface RunProps {
  /** Steps made before the first look. */
  readonly steps?: number;
  readonly children: ReactNode;
}

/** Two spirals, 2-8-8-1: what eight hidden neurons make of a plane. */
export function SpiralRun({ steps = 0, children }: RunProps): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 2, labels: ['x', 'y'] }, 8, 8, { neurons: 1, labels: ['which arm'] }],
        activation: 'tanh',
        outputActivation: 'sigmoid',
        seed: 4,
      }),
      dataset: spiralDataset({ rows: 400 }),
      cost: 'binaryCrossEntropy',
      optimizer: momentum({ learningRate: 0.05, momentum: 0.9 }),
      batchSize: 20,
      seed: 4,
      pace: 20,
    }),
    [],
  );
  return <Provided session={session} steps={steps} children={children} />;
}

/** Handwritten digits, 64-16-16-10. */
export function DigitsRun(props: RunProps): ReactElement {
  return <Loaded load={loadDigits}>{(data) => <ImagesRun data={data} {...props} />}</Loaded>;
}

/** Photographs of clothes, 784-16-16-10. */
export function ClothesRun(props: RunProps): ReactElement {
  return <Loaded load={loadFashion}>{(data) => <ImagesRun data={data} {...props} />}</Loaded>;
}

function ImagesRun({ data, steps = 0, children }: RunProps & { readonly data: SplitImages }): ReactElement {
  const [rows, columns] = data.imageShape;
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [
          { neurons: rows * columns, shape: data.imageShape },
          16,
          16,
          { neurons: 10, labels: data.training.classNames },
        ],
        activation: 'sigmoid',
        outputActivation: 'softmax',
        seed: 7,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer: momentum({ learningRate: 0.1, momentum: 0.9 }),
      batchSize: 32,
      seed: 7,
      pace: 4,
    }),
    [data],
  );
  return <Provided session={session} steps={steps} children={children} />;
}

function Provided({
  session,
  steps,
  children,
}: {
  readonly session: TrainingSession;
  readonly steps: number;
  readonly children: ReactNode;
}): ReactElement {
  useEffect(() => {
    if (steps > 0) void session.step(steps);
  }, [session, steps]);
  return <NeuroglowProvider source={session}>{children}</NeuroglowProvider>;
}
