import { useFrame } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { DemoPanel } from './Demo.js';

/** Which class was taken for which: a row per true class, a column per answer. Right answers lie on the diagonal. */
export function Confusion({ classNames }: { readonly classNames: readonly string[] }): ReactElement {
  const { frame, unsupported } = useFrame({ kind: 'confusionMatrix' }, { maxFps: 2 });
  if (!frame) return <p>{unsupported ?? 'Nothing has been answered yet.'}</p>;
  const { classes, counts } = frame;
  const name = (index: number): string => classNames[index] ?? String(index);
  return (
    <DemoPanel
      title="Confusion"
      isTitleHidden
      note={`${(100 * frame.accuracy).toFixed(1)} % of ${String(frame.rows)} right`}
    >
      <table className="picture__confusion" aria-label="Confusion matrix: rows are true classes, columns answers">
        <thead>
          <tr>
            <td />
            {Array.from({ length: classes }, (_, answer) => (
              <th key={answer} scope="col" title={name(answer)}>
                {name(answer).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: classes }, (_, truth) => {
            const row = counts.subarray(truth * classes, (truth + 1) * classes);
            const rows = Math.max(
              1,
              row.reduce((sum, count) => sum + count, 0),
            );
            return (
              <tr key={truth}>
                <th scope="row">{name(truth)}</th>
                {Array.from(row, (count, answer) => (
                  <td
                    key={answer}
                    data-right={answer === truth || undefined}
                    style={{ '--share': Math.sqrt(count / rows) } as React.CSSProperties}
                    title={`${name(truth)} taken for ${name(answer)}: ${String(count)}`}
                  >
                    {count > 0 ? count : ''}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </DemoPanel>
  );
}
