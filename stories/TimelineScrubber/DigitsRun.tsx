import { createNetwork, momentum, NeuroglowProvider, useTraining, type SplitDataset } from '@neuroglow/engine';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { loadDigits } from '../data/digits.js';

type Digits = Pick<SplitDataset, 'training' | 'validation'>;

/** 64-16-16-10 learns to read handwritten digits. It starts when told to. */
export function DigitsRun({ children }: { readonly children: ReactNode }): ReactElement | null {
  const [data, setData] = useState<Digits | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadDigits().then((loaded) => {
      if (isWanted) setData(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return data && <Run data={data}>{children}</Run>;
}

function Run({ data, children }: { readonly data: Digits; readonly children: ReactNode }): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [
          { neurons: 64, shape: [8, 8] },
          16,
          16,
          { neurons: 10, labels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] },
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
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 3, of: 'validation' }}>
      {children}
    </NeuroglowProvider>
  );
}
