import { readIdx } from '@neuroglow/engine/core';
import { labelledImages, type LabelledImages, type SplitImages } from './labelledImages.js';
import { readBytes } from './readFile.js';

const white = 255;
export const fashionClassNames = [
  'T-shirt',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

/**
 * 3,200 pictures of clothes of 28 × 28 pixels: a subset of Fashion-MNIST (Xiao, Rasul & Vollgraf 2017; see README.md
 * beside this file). 2,600 of its training images to learn from, 600 of its test images held out, as its authors
 * divided them; every class equally often.
 */
export async function loadFashion(): Promise<SplitImages> {
  const [training, validation] = await Promise.all([
    load(
      new URL('./fashion/train-images-idx3-ubyte.gz', import.meta.url),
      new URL('./fashion/train-labels-idx1-ubyte.gz', import.meta.url),
    ),
    load(
      new URL('./fashion/t10k-images-idx3-ubyte.gz', import.meta.url),
      new URL('./fashion/t10k-labels-idx1-ubyte.gz', import.meta.url),
    ),
  ]);
  return { training, validation, imageShape: [28, 28] };
}

async function load(images: URL, labels: URL): Promise<LabelledImages> {
  const [pixels, classes] = await Promise.all([images, labels].map(async (url) => readIdx(await readBytes(url))));
  return labelledImages(pixels!.values, white, Uint8Array.from(classes!.values), fashionClassNames);
}
