import { momentum } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { fashionClassNames, loadFashion } from '../data/fashion.js';
import { PicturesFromFiles } from './PicturesFromFiles.js';

const optimizer = momentum({ learningRate: 0.05, momentum: 0.9 });

/** 784-16-16-10 learns to tell real photographs of clothes apart. */
export function FashionDemo(): ReactElement {
  return (
    <PicturesFromFiles
      load={loadFashion}
      title="Fashion"
      watch="Ten kinds of clothes. Trousers are recognised first; shirts stay confused longest, with T-shirts, pullovers and coats, as the tab Confusion shows."
      classNames={fashionClassNames}
      hidden={[16, 16]}
      activation="sigmoid"
      optimizer={optimizer}
      brushOf={() => 0.06}
      fitOf={() => 1}
      fill
      ask="Draw a piece of clothing"
      full="Fashion-MNIST"
      credits={
        <>
          A subset of Fashion-MNIST, 2,600 training and 600 test images of 28 × 28 pixels, every class equally often. H.
          Xiao, K. Rasul and R. Vollgraf,{' '}
          <cite>Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms</cite>, 2017,{' '}
          <a href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>, MIT licence, © Zalando SE. On all 60,000
          pictures, 784-128-64-10 with adam reaches 88 % of the test set in ten epochs; in the repository,{' '}
          <code>npm run bench -- fashion</code> measures it.
        </>
      }
    />
  );
}
