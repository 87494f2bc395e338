import { useInput } from '@neuroglow/engine';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { LabelledImages, SplitImages } from '../data/labelledImages.js';

const shown = 10;

/** Held-out images to choose from; the chosen one is what every picture of the page looks at. */
export function SamplePicker({ data }: { readonly data: SplitImages }): ReactElement {
  const [input, setInput] = useInput();
  const [first, setFirst] = useState(0);
  const { validation } = data;
  const chosen = input !== null && 'sample' in input && input.of === 'validation' ? input.sample : null;
  const rows = Array.from({ length: shown }, (_, i) => (first + i) % validation.rows);
  return (
    <div className="demo__picker" role="group" aria-label="Held-out image to look at">
      {rows.map((row) => (
        <button
          key={row}
          type="button"
          className="demo__sample"
          aria-pressed={row === chosen}
          aria-label={`Held-out image ${String(row + 1)}: ${className(validation, row)}`}
          onClick={() => {
            setInput({ sample: row, of: 'validation' });
          }}
        >
          <Thumbnail data={data} row={row} />
        </button>
      ))}
      <button
        type="button"
        className="demo__more"
        onClick={() => {
          setFirst((first + shown) % validation.rows);
        }}
      >
        Other images
      </button>
    </div>
  );
}

function Thumbnail({ data, row }: { readonly data: SplitImages; readonly row: number }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, width] = data.imageShape;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(width, height);
    const pixels = width * height;
    for (let i = 0; i < pixels; i++) {
      // Black ink on nothing: the style sheet brings the paper, and turns it round in the dark.
      picture.data[i * 4 + 3] = (data.validation.inputs[row * pixels + i] ?? 0) * 255;
    }
    context.putImageData(picture, 0, 0);
  }, [data, row, width, height]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden="true" />;
}

function className({ classNames, labels }: LabelledImages, row: number): string {
  return classNames[labels[row] ?? -1] ?? '';
}
