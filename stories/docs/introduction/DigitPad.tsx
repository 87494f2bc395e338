import { useActivations, useInput } from '@neuroglow/engine';
import { type ReactElement, useEffect, useState } from 'react';
import type { SplitImages } from '../../data/labelledImages.js';
import { DrawPad } from '../../demos/DrawPad.js';

/** Milliseconds that each held-out digit stays. */
const interval = 4_000;

/** A pad to draw a digit on. While it is empty, held-out digits take turns. */
export function DigitPad({
  data,
  isPlaying,
}: {
  readonly data: SplitImages;
  readonly isPlaying: boolean;
}): ReactElement {
  const [, setInput] = useInput();
  const [sample, setSample] = useState(0);
  const [isDrawn, setDrawn] = useState(false);
  const { validation } = data;

  useEffect(() => {
    if (isDrawn || !isPlaying) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) setSample((now) => (now + 1) % validation.rows);
    }, interval);
    return () => clearInterval(timer);
  }, [isDrawn, isPlaying, validation]);

  useEffect(() => {
    if (!isDrawn) setInput({ sample, of: 'validation' });
  }, [isDrawn, sample, setInput]);

  return (
    <div className="hero__pad">
      <p className="hero__ask">
        <strong>Draw a digit</strong> and watch it travel through the network.
      </p>
      <DrawPad
        label="Draw a digit"
        rows={8}
        columns={8}
        brush={0.15}
        fit={1}
        picture={validation.inputs.subarray(sample * 64, (sample + 1) * 64)}
        onChange={(values) => {
          setDrawn(values !== null);
          if (values) setInput({ values });
        }}
      />
      <Answer truth={isDrawn ? null : (validation.classNames[validation.labels[sample] ?? -1] ?? null)} />
    </div>
  );
}

/** What the network reads. Without a truth the visitor drew the digit, and knows it. */
function Answer({ truth }: { readonly truth: string | null }): ReactElement {
  const { frame } = useActivations();
  const outputs = frame?.activations.at(-1);
  const best = outputs ? outputs.indexOf(Math.max(...outputs)) : -1;
  const answer = best < 0 ? '–' : String(best);
  return (
    <dl className="hero__answer">
      <div>
        <dt>Read as</dt>
        <dd className="hero__digit">{answer}</dd>
      </div>
      <div>
        <dt>Certainty</dt>
        <dd>{outputs ? `${(100 * (outputs[best] ?? 0)).toFixed(0)} %` : '–'}</dd>
      </div>
      <div>
        <dt>{truth === null ? 'You drew' : 'Truth'}</dt>
        <dd>{truth === null ? 'this' : `${truth} ${truth === answer ? '✓' : '✗'}`}</dd>
      </div>
    </dl>
  );
}
