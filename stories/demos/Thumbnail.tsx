import { useEffect, useRef, type ReactElement } from 'react';
import type { Pictures } from './PictureDemo.js';

/** A held-out picture, as ink without paper: the style sheet brings the paper, and turns it round in the dark. */
export function Thumbnail({ data, row }: { readonly data: Pictures; readonly row: number }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, width] = data.imageShape;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(width, height);
    const pixels = width * height;
    for (let i = 0; i < pixels; i++) picture.data[i * 4 + 3] = 255 * data.validation.inputs[row * pixels + i]!;
    context.putImageData(picture, 0, 0);
  }, [data, row, width, height]);
  return <canvas ref={canvas} width={width} height={height} className="picture__thumbnail" aria-hidden="true" />;
}

/** The class of a held-out picture: an index into the class names. */
export function classOf(data: Pictures, row: number): number {
  const { targets, rows } = data.validation;
  const classes = targets.length / rows;
  return targets.subarray(row * classes, (row + 1) * classes).indexOf(1);
}
