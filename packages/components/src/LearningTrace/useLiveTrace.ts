import { useInput, useTrainingState, useViews, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useMemo, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Trace } from './trace.js';
import { createTraceRecorder } from './traceRecorder.js';

export interface LiveTraceState {
  readonly trace: Trace;
  readonly error: Error | null;
  readonly hasInput: boolean;
}

/** Records what a source shows while the picture is looked at. Starts over with another run, network or input. */
export function useLiveTrace(source: TrainingSource, element: RefObject<HTMLElement | null>): LiveTraceState {
  const [error, setError] = useState<Error | null>(null);
  const [input] = useInput(source);
  const network = useTrainingState(() => source.network, Object.is, source);
  const isFinished = useTrainingState(({ status }) => status === 'finished', Object.is, source);
  const recorder = useMemo(
    () => (input === null ? createTraceRecorder(null) : createTraceRecorder(network)),
    [network, input],
  );
  const trace = useSyncExternalStore(recorder.subscribe, recorder.get, recorder.get);
  useEffect(() => recorder.setFinished(isFinished), [recorder, isFinished]);
  useViews(
    input === null || network === null
      ? null
      : [{ kind: 'activations', input }, { kind: 'parameters' }, { kind: 'scalars' }],
    ([activations, parameters, scalars]) => {
      setError(null);
      recorder.add(activations, parameters, scalars);
    },
    { source, at: 'live', element, onError: setError },
  );
  return { trace, error, hasInput: input !== null };
}
