import { useActivations } from '@neuroglow/engine';
import type { ReactElement } from 'react';

/** What the network says of the image that is looked at, and whether it is right. */
export function Answer({ classNames }: { readonly classNames: readonly string[] }): ReactElement {
  const { frame } = useActivations();
  const outputs = frame?.activations.at(-1);
  if (!frame || !outputs) return <p className="demo__answer">The network has not looked yet.</p>;
  const answer = winner(outputs);
  const truth = frame.target === null ? null : winner(frame.target);
  const right = truth === null || answer === truth;
  return (
    <p className={right ? 'demo__answer' : 'demo__answer demo__answer--wrong'}>
      <span>
        Answer <strong>{classNames[answer]}</strong>, {percent(outputs[answer] ?? 0)} sure
      </span>
      {truth !== null && (
        <span>
          Truth <strong>{classNames[truth]}</strong> · {right ? 'right' : 'wrong'}
        </span>
      )}
    </p>
  );
}

function winner(values: Float32Array): number {
  return values.indexOf(Math.max(...values));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
