import { momentum } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { loadDigits } from '../data/digits.js';
import { PicturesFromFiles } from './PicturesFromFiles.js';

const classNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const optimizer = momentum({ learningRate: 0.1, momentum: 0.9 });

/** 64-16-16-10 learns to read real handwritten digits. */
export function DigitsDemo(): ReactElement {
  return (
    <PicturesFromFiles
      load={loadDigits}
      title="Digits"
      watch="Draw a digit and watch it travel through the network. After a few seconds it reads nine out of ten digits that it has never seen."
      classNames={classNames}
      hidden={[16, 16]}
      activation="sigmoid"
      optimizer={optimizer}
      brushOf={([rows]) => (rows === 8 ? 0.15 : 0.09)}
      fitOf={([rows]) => (rows === 8 ? 1 : 20 / 28)}
      ask="Draw a digit"
      full="MNIST"
      credits={
        <>
          1,797 images of 8 × 8 pixels, a fifth held out. Thirteen people wrote all of them, so the held-out digits come
          from known hands. E. Alpaydin and C. Kaynak, <cite>Optical Recognition of Handwritten Digits</cite>, UCI
          Machine Learning Repository, 1998, <a href="https://doi.org/10.24432/C50P49">doi.org/10.24432/C50P49</a>, CC
          BY 4.0; the test part as scikit-learn ships it.
        </>
      }
    />
  );
}
