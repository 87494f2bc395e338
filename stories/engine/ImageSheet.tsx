import { useEffect, useRef, type ReactElement } from 'react';
import './datasets.css';

export interface ImageSheetProps {
  /** What is to be seen, in a sentence. */
  readonly label: string;
  /** Greys of all pictures, one after another, each row by row. */
  readonly pixels: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** Screen pixels a side of one pixel of a picture. Default 2. */
  readonly zoom?: number;
  readonly caption?: string;
}

const gap = 2;

/** Grey pictures on one sheet, as a network sees them: 0 black, 1 white. */
export function ImageSheet(props: ImageSheetProps): ReactElement {
  const { label, pixels, width, height, columns, zoom = 2, caption } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = pixels.length / (width * height);
  const rows = Math.ceil(count / columns);
  const sheetWidth = columns * (width + gap) + gap;
  const sheetHeight = rows * (height + gap) + gap;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, sheetWidth, sheetHeight);
    for (let k = 0; k < count; k++) {
      const picture = context.createImageData(width, height);
      for (let pixel = 0; pixel < width * height; pixel++) {
        const grey = (pixels[k * width * height + pixel] ?? 0) * 255;
        picture.data.set([grey, grey, grey, 255], pixel * 4);
      }
      context.putImageData(
        picture,
        gap + (k % columns) * (width + gap),
        gap + Math.floor(k / columns) * (height + gap),
      );
    }
  }, [pixels, width, height, columns, count, sheetWidth, sheetHeight]);
  return (
    <figure className="dataset">
      <canvas
        ref={canvas}
        className="dataset__sheet"
        role="img"
        aria-label={label}
        width={sheetWidth}
        height={sheetHeight}
        style={{ width: sheetWidth * zoom }}
      />
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
