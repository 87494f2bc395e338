import { useActivations } from '@neuroglow/engine';
import type { ReactElement } from 'react';

export interface AnswerProps {
  readonly classNames: readonly string[];
  /** What somebody may draw, before anything is known: "Draw a digit". */
  readonly ask: string;
  readonly isDrawn: boolean;
}

const shown = 3;

/** What the network says of the picture looked at, how sure it is, and the truth where it is known. */
export function Answer({ classNames, ask, isDrawn }: AnswerProps): ReactElement {
  const { frame } = useActivations();
  const outputs = frame?.activations.at(-1);
  if (!frame || !outputs) return <p className="picture__answer">…</p>;
  const order = [...outputs.keys()].sort((one, other) => outputs[other]! - outputs[one]!).slice(0, shown);
  const answer = order[0] ?? 0;
  const truth = frame.target === null ? null : frame.target.indexOf(Math.max(...frame.target));
  return (
    <div className="picture__answer">
      <p className="picture__name">
        <small>It says</small>
        <strong>{classNames[answer]}</strong>
      </p>
      {truth !== null && (
        <p className={truth === answer ? 'demo__right' : 'demo__wrong'}>
          {truth === answer ? '✓ right' : `✗ it is ${classNames[truth] ?? ''}`}
        </p>
      )}
      <ol>
        {order.map((index) => (
          <li key={index}>
            <span>{classNames[index]}</span>
            <span>{(100 * outputs[index]!).toFixed(0)} %</span>
            <span className="picture__bar" style={{ inlineSize: `${String(100 * outputs[index]!)}%` }} />
          </li>
        ))}
      </ol>
      {!isDrawn && <p className="picture__ask">{ask} on the pad, with mouse, pen or finger.</p>}
    </div>
  );
}
