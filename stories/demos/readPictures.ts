import { labelledImages, readIdx, splitDataset, type Dataset, type IdxArray } from '@neuroglow/engine';
import type { Pictures } from './PictureDemo.js';

interface Pair {
  readonly images: IdxArray;
  readonly labels: IdxArray;
  /** The test part of MNIST and its relatives is called t10k. */
  readonly isTest: boolean;
}

/**
 * Pictures from the IDX files of MNIST or a relative, gzipped or not: images and labels, with or without the test part. Without it, a
 * tenth is held out.
 */
export async function readPictures(files: readonly File[], classes: number): Promise<Pictures> {
  const pairs = pairUp(
    await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        content: await readIdx(new Uint8Array(await file.arrayBuffer())),
      })),
    ),
  );
  const main = pairs.find(({ isTest }) => !isTest) ?? pairs[0];
  if (!main) throw new Error('Expected a file of images and a file of as many labels; drop both together.');
  const test = pairs.find((pair) => pair !== main && pair.isTest);
  const [, rows = 0, columns = 0] = main.images.shape;
  const classNames = Array.from({ length: classes }, (_, index) => String(index));
  const read = ({ images, labels }: Pair): Dataset => labelledImages(images, labels, { classNames });
  const parts = test
    ? { training: read(main), validation: read(test) }
    : splitDataset(read(main), { validation: 0.1, seed: 1 });
  return { ...parts, imageShape: [rows, columns] };
}

/** Labels belong to the images with as many rows. */
function pairUp(files: readonly { readonly name: string; readonly content: IdxArray }[]): Pair[] {
  const labels = files.filter(({ content }) => content.shape.length === 1);
  return files.flatMap(({ name, content }) => {
    if (content.shape.length !== 3) return [];
    const own = labels.find((file) => file.content.shape[0] === content.shape[0]);
    return own ? [{ images: content, labels: own.content, isTest: /t10k|test/i.test(name) }] : [];
  });
}
