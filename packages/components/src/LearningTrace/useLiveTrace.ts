import { useInput, useTrainingState, useViews, type ScalarsFrame, type TrainingSource } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { LiveTrace } from './liveTrace.js';
import { nearestIndex, type Trace } from './trace.js';

const empty: Trace = { steps: [], costs: [], rows: [], drops: [], domain: [0, 1] };
/** Milliseconds between two pictures: each goes through the whole trace. */
const interval = 250;

export interface LiveTraceState {
  readonly trace: Trace;
  readonly error: Error | null;
  readonly hasInput: boolean;
}

/** Records what a source shows while the picture is looked at. Starts over with another run, network or input. */
export function useLiveTrace(source: TrainingSource, element: RefObject<HTMLElement | null>): LiveTraceState {
  const [trace, setTrace] = useState(empty);
  const [error, setError] = useState<Error | null>(null);
  const [input] = useInput(source);
  const network = useTrainingState(() => source.network, Object.is, source);
  const isFinished = useTrainingState(({ status }) => status === 'finished', Object.is, source);
  const kept = useRef<{ readonly runId: string; readonly live: LiveTrace } | null>(null);
  const latest = useRef<ScalarsFrame | null>(null);

  useEffect(() => {
    kept.current = null;
    setTrace(empty);
  }, [source, network, input]);

  const throttle = useMemo(
    () =>
      createThrottle(interval, () => {
        const series = latest.current?.series.find(({ role }) => role === 'training');
        const costAt = (step: number): number => {
          // A batch's cost is computed before its update: the cost at step n is recorded with step n + 1.
          const index = series ? nearestIndex(series.steps, step + 1) : -1;
          return index < 0 ? NaN : series!.values[index]!;
        };
        if (kept.current) setTrace(kept.current.live.trace(costAt, isFinished));
      }),
    [isFinished],
  );
  useEffect(() => {
    throttle.request();
    return () => throttle.reset();
  }, [throttle]);

  useViews(
    input === null || network === null
      ? null
      : [{ kind: 'activations', input }, { kind: 'parameters' }, { kind: 'scalars' }],
    ([activations, parameters, scalars]) => {
      if (network === null) return;
      const { runId, step } = activations;
      const known = kept.current?.runId === runId && step >= kept.current.live.lastStep ? kept.current : null;
      const now = known ?? { runId, live: new LiveTrace(network) };
      kept.current = now;
      now.live.add(activations, parameters);
      latest.current = scalars;
      setError(null);
      throttle.request();
    },
    { source, at: 'live', element, onError: setError },
  );
  return { trace, error, hasInput: input !== null };
}
