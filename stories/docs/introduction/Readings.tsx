import { useTrainingState } from '@neuroglow/engine';
import { type ReactElement, useState } from 'react';

const number = new Intl.NumberFormat('en');

/** How far the run is. */
export function StepReading(): ReactElement {
  const step = useTrainingState((snapshot) => snapshot.step);
  return (
    <p className="hero__reading">
      <span>Step</span> <strong>{number.format(step)}</strong>
    </p>
  );
}

interface Point {
  readonly step: number;
  readonly accuracy: number;
}

const [width, height] = [160, 36];

/** The share of held-out digits that the network reads right, now and since the start of the run. */
export function AccuracyReading(): ReactElement {
  const runId = useTrainingState((snapshot) => snapshot.runId);
  return <Accuracy key={runId} />;
}

function Accuracy(): ReactElement {
  const validation = useTrainingState((snapshot) => snapshot.validation ?? null);
  const [points, setPoints] = useState<readonly Point[]>([]);
  const latest = points.at(-1);
  const accuracy = validation?.accuracy ?? null;
  if (validation && accuracy !== null && validation.step !== latest?.step)
    setPoints([...points, { step: validation.step, accuracy }]);
  return (
    <p className="hero__reading hero__reading--accuracy">
      <span id="held-out-accuracy">Held-out accuracy</span>{' '}
      <output aria-labelledby="held-out-accuracy" aria-live="off">
        {accuracy === null ? '–' : `${(100 * accuracy).toFixed(1)} %`}
      </output>
      <Curve points={points} />
    </p>
  );
}

function Curve({ points }: { readonly points: readonly Point[] }): ReactElement {
  const last = Math.max(500, points.at(-1)?.step ?? 0);
  const path = points
    .map(({ step, accuracy }) => `${((step / last) * width).toFixed(1)} ${((1 - accuracy) * height).toFixed(1)}`)
    .join('L');
  return (
    <svg viewBox={`0 -2 ${String(width)} ${String(height + 4)}`} width={width} height={height} aria-hidden="true">
      <path className="hero__ninety" d={`M0 ${String(0.1 * height)}H${String(width)}`} />
      {path && <path className="hero__curve" d={`M${path}`} />}
    </svg>
  );
}
