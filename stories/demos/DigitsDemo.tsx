import type { ReactElement } from 'react';
import { loadDigits } from '../data/digits.js';
import { ImageDemo } from './ImageDemo.js';

/** 64-16-16-10 learns to read real handwritten digits. */
export function DigitsDemo(): ReactElement {
  return (
    <ImageDemo
      load={loadDigits}
      learningRate={0.1}
      pace={2}
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
