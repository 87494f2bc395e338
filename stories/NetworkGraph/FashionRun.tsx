import { NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, momentum, NeuroglowProvider, useTraining } from '@neuroglow/engine';
import { useEffect, type ReactElement } from 'react';
import { loadFashion } from '../data/fashion.js';
import type { SplitImages } from '../data/labelledImages.js';
import { Loaded } from '../demos/Loaded.js';

/** A wide network that has learned real photographs of clothes for a while, and a graph that watches it. */
export function FashionRun(props: NetworkGraphProps & { readonly steps?: number }): ReactElement {
  return <Loaded load={loadFashion}>{(data) => <Run data={data} {...props} />}</Loaded>;
}

function Run({
  data,
  steps = 300,
  ...props
}: NetworkGraphProps & { readonly data: SplitImages; readonly steps?: number }): ReactElement {
  const training = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 784, shape: data.imageShape }, 128, 64, { neurons: 10, labels: data.training.classNames }],
        activation: 'relu',
        outputActivation: 'softmax',
        seed: 7,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer: momentum({ learningRate: 0.02, momentum: 0.9 }),
      batchSize: 32,
      seed: 7,
    }),
    [data],
  );
  useEffect(() => {
    if (steps > 0) void training.step(steps);
  }, [training, steps]);
  return (
    <NeuroglowProvider source={training} defaultInput={{ sample: 0, of: 'validation' }}>
      <NetworkGraph {...props} />
    </NeuroglowProvider>
  );
}
