import { drawGlyph, imagesToSamples, type Glyph } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { ImageSheet } from './ImageSheet.js';
import './datasets.css';

const side = 28;
/** Pictures beside a few of the samples that they become. */
export function PictureSamples({ glyphs }: { readonly glyphs: readonly Glyph[] }): ReactElement {
  const pictures = glyphs.map((glyph) => drawGlyph(glyph, side));
  const { inputs, targets, rows } = imagesToSamples(pictures, { width: side, height: side });
  const columns = inputs.length / rows;
  // Paper, a smoothed edge and ink of each picture.
  const shownRows = pictures.flatMap((picture, which) =>
    [0, picture.findIndex((grey) => grey > 0.3 && grey < 0.7), picture.findIndex((grey) => grey === 1)].map(
      (pixel) => which * side * side + pixel,
    ),
  );
  return (
    <div className="dataset">
      <ImageSheet
        label={`The digits ${glyphs.join(' and ')}, drawn with a round pen on ${String(side)} by ${String(side)} pixels`}
        pixels={targets}
        width={side}
        height={side}
        columns={glyphs.length}
        zoom={6}
      />
      <div className="dataset__scroll">
        <table className="dataset__table">
          <thead>
            <tr>
              {['row', 'x', 'y', 'which'].slice(0, columns + 1).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className="dataset__first-target">
                grey
              </th>
            </tr>
          </thead>
          <tbody>
            {shownRows.map((row) => (
              <tr key={row}>
                <td>{row}</td>
                {Array.from(inputs.subarray(row * columns, (row + 1) * columns), (value, i) => (
                  <td key={i}>{value.toFixed(2)}</td>
                ))}
                <td className="dataset__first-target">{(targets[row] ?? 0).toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span className="dataset__legend">
        {rows.toLocaleString('en')} rows in all, {shownRows.length} of them shown · x and y from 0 to 1
      </span>
    </div>
  );
}
