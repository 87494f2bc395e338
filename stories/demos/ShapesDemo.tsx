import { adam, shapesDataset } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { PictureDemo, type Pictures } from './PictureDemo.js';

const data: Pictures = {
  training: shapesDataset({ rows: 2_000, seed: 1 }),
  validation: shapesDataset({ rows: 400, seed: 2 }),
  imageShape: [28, 28],
};
const classNames = ['circle', 'rectangle'];
const hidden = [14, 7, 5];
const optimizer = adam({ learningRate: 0.001 });
/** The data are filled shapes: an outline is closed and filled. */
const pen = { brush: 0.08, fill: true };

/** 784-14-7-5-2 learns to tell circles from rectangles of any size, anywhere in the picture. */
export function ShapesDemo(): ReactElement {
  return (
    <PictureDemo
      title="Shapes"
      watch="Draw an outline: it is filled, and goes through the network. Once the dashed cost turns up while the solid one falls, the network is learning its examples by heart."
      data={data}
      classNames={classNames}
      hidden={hidden}
      activation="tanh"
      optimizer={optimizer}
      pen={pen}
      ask="Draw a circle or a rectangle"
      credits="2,000 drawn shapes to learn from and 400 held out, filled, of random sizes and places."
    />
  );
}
