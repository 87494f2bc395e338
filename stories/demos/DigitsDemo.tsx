import { createNetwork, momentum, useTraining } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { loadDigits } from '../data/digits.js';
import type { SplitImages } from '../data/labelledImages.js';
import { ImageDemo } from './ImageDemo.js';
import { Loaded } from './Loaded.js';

/** 64-16-16-10 learns to read real handwritten digits. */
export function DigitsDemo(): ReactElement {
  return <Loaded load={loadDigits}>{(data) => <Learning data={data} />}</Loaded>;
}

function Learning({ data }: { readonly data: SplitImages }): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 64, shape: data.imageShape }, 16, 16, { neurons: 10, labels: data.training.classNames }],
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
      pace: 2,
    }),
    [data],
  );
  return (
    <ImageDemo
      session={session}
      data={data}
      citation={
        <>
          1,797 images of 8 × 8 pixels, scaled to [0, 1]; a fifth, drawn with a seed, is held out. Thirteen people wrote
          all of them, so the held-out digits come from known hands. E. Alpaydin and C. Kaynak,{' '}
          <cite>Optical Recognition of Handwritten Digits</cite>, UCI Machine Learning Repository, 1998,{' '}
          <a href="https://doi.org/10.24432/C50P49">doi.org/10.24432/C50P49</a>, CC BY 4.0; the 8 × 8 test part as
          scikit-learn ships it.
        </>
      }
    />
  );
}
