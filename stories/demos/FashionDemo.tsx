import type { ReactElement } from 'react';
import { loadFashion } from '../data/fashion.js';
import { ImageDemo } from './ImageDemo.js';

/** 784-16-16-10 learns to tell real photographs of clothes apart. */
export function FashionDemo(): ReactElement {
  return (
    <ImageDemo
      load={loadFashion}
      learningRate={0.05}
      pace={4}
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
