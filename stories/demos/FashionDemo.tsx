import { createNetwork, momentum, useTraining } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { loadFashion } from '../data/fashion.js';
import type { SplitImages } from '../data/labelledImages.js';
import { ImageDemo } from './ImageDemo.js';
import { Loaded } from './Loaded.js';

/** 784-16-16-10 learns to tell real photographs of clothes apart. */
export function FashionDemo(): ReactElement {
  return <Loaded load={loadFashion}>{(data) => <Learning data={data} />}</Loaded>;
}

function Learning({ data }: { readonly data: SplitImages }): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 784, shape: data.imageShape }, 16, 16, { neurons: 10, labels: data.training.classNames }],
        activation: 'sigmoid',
        outputActivation: 'softmax',
        seed: 7,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer: momentum({ learningRate: 0.05, momentum: 0.9 }),
      batchSize: 32,
      seed: 7,
      pace: 4,
    }),
    [data],
  );
  return (
    <ImageDemo
      session={session}
      data={data}
      citation={
        <>
          A subset of Fashion-MNIST, 2,600 training and 600 test images of 28 × 28 pixels, every class equally often. H.
          Xiao, K. Rasul and R. Vollgraf,{' '}
          <cite>Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms</cite>, 2017,{' '}
          <a href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>, MIT licence, © Zalando SE.
        </>
      }
    />
  );
}
