import { forward, networkOf, useParameters, useSource } from '@neuroglow/engine';
import { useMemo, type ReactElement } from 'react';
import { DemoPanel } from './Demo.js';
import type { Pictures } from './PictureDemo.js';
import { classOf, Thumbnail } from './Thumbnail.js';

/** Most pictures asked for at once: of a large set, the first ones. */
const mostRows = 1_000;
const shown = 18;

export interface MistakesProps {
  readonly data: Pictures;
  readonly classNames: readonly string[];
  readonly onChoose: (row: number) => void;
}

/** The held-out pictures that the network gets wrong, the surest mistakes first. */
export function Mistakes({ data, classNames, onChoose }: MistakesProps): ReactElement {
  const source = useSource();
  const { frame } = useParameters({ maxFps: 1 });
  const rows = Math.min(mostRows, data.validation.rows);
  const mistakes = useMemo(() => {
    if (!frame || !source?.network) return [];
    const inputs = data.validation.inputs.subarray(0, rows * source.network.layers[0]!.neurons);
    const outputs = forward(networkOf(source.network, frame.parameters), inputs, rows).activations.at(-1)!;
    const classes = outputs.length / rows;
    return Array.from({ length: rows }, (_, row) => {
      const answers = outputs.subarray(row * classes, (row + 1) * classes);
      const certainty = Math.max(...answers);
      return { row, answer: answers.indexOf(certainty), truth: classOf(data, row), certainty };
    })
      .filter(({ answer, truth }) => answer !== truth)
      .sort((one, other) => other.certainty - one.certainty);
  }, [frame, source, data, rows]);
  return (
    <DemoPanel title="Mistakes" isTitleHidden note={`${String(mistakes.length)} of ${String(rows)}, the surest first`}>
      <ul className="picture__mistakes">
        {mistakes.slice(0, shown).map(({ row, answer, truth }) => {
          const words = `${classNames[truth] ?? ''}, taken for ${classNames[answer] ?? ''}`;
          return (
            <li key={row}>
              <button
                type="button"
                title={words}
                aria-label={`Picture ${String(row + 1)}: ${words}`}
                onClick={() => {
                  onChoose(row);
                }}
              >
                <Thumbnail data={data} row={row} />
                <span aria-hidden="true">{(classNames[answer] ?? '').slice(0, 7)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </DemoPanel>
  );
}
