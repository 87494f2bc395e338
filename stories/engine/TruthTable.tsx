import type { Dataset } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import './datasets.css';

export interface TruthTableProps {
  readonly caption: string;
  readonly dataset: Dataset;
  readonly inputNames: readonly string[];
  readonly targetNames: readonly string[];
  /** A remark on a row, in words. */
  readonly note?: (inputs: Float32Array, targets: Float32Array) => string;
}

/** A data set of zeros and ones as the table that it is. */
export function TruthTable({ caption, dataset, inputNames, targetNames, note }: TruthTableProps): ReactElement {
  const { inputs, targets, rows } = dataset;
  const part = (values: Float32Array, row: number): Float32Array => {
    const width = values.length / rows;
    return values.subarray(row * width, (row + 1) * width);
  };
  return (
    <figure className="dataset">
      {/* A region that scrolls can be reached and scrolled by keys. */}
      <div className="dataset__scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="dataset__table">
          <thead>
            <tr>
              {inputNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {targetNames.map((name, j) => (
                <th key={name} scope="col" className={j === 0 ? 'dataset__first-target' : undefined}>
                  {name}
                </th>
              ))}
              {note && <th scope="col">in words</th>}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {Array.from(part(inputs, row), (value, i) => (
                  <td key={inputNames[i]} data-value={value}>
                    {value}
                  </td>
                ))}
                {Array.from(part(targets, row), (value, j) => (
                  <td key={targetNames[j]} data-value={value} className={j === 0 ? 'dataset__first-target' : undefined}>
                    {value}
                  </td>
                ))}
                {note && <td className="dataset__note">{note(part(inputs, row), part(targets, row))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
