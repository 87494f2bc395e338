import { useState, type ReactElement } from 'react';
import type { Pictures } from './PictureDemo.js';
import { classOf, Thumbnail } from './Thumbnail.js';

const shown = 8;

export interface SamplePickerProps {
  readonly data: Pictures;
  readonly classNames: readonly string[];
  /** The row looked at; null where the input is a drawing. */
  readonly chosen: number | null;
  readonly onChoose: (row: number) => void;
}

/** Held-out pictures to choose from. */
export function SamplePicker({ data, classNames, chosen, onChoose }: SamplePickerProps): ReactElement {
  const { rows } = data.validation;
  const [first, setFirst] = useState(() => (chosen === null ? 0 : chosen - (chosen % shown)));
  const offered = Array.from({ length: Math.min(shown, rows) }, (_, index) => (first + index) % rows);
  return (
    <div className="picture__samples" role="group" aria-label="Held-out pictures">
      {offered.map((row) => (
        <button
          key={row}
          type="button"
          aria-pressed={row === chosen}
          aria-label={`Picture ${String(row + 1)}: ${classNames[classOf(data, row)] ?? ''}`}
          onClick={() => {
            onChoose(row);
          }}
        >
          <Thumbnail data={data} row={row} />
        </button>
      ))}
      <button
        type="button"
        className="picture__more"
        onClick={() => {
          setFirst((first + shown) % rows);
        }}
      >
        More
      </button>
    </div>
  );
}
