import type { ActivationsFrame, NetworkDescription, ParametersFrame, ScalarsFrame } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import { LiveTrace } from './liveTrace.js';
import { nearestIndex, type Trace } from './trace.js';

const empty: Trace = { steps: [], costs: [], rows: [], drops: [], domain: [0, 1] };
/** Milliseconds between two pictures: each goes through the whole trace. */
const interval = 250;

/** Records what a source shows, and publishes it as a trace a few times per second. */
export interface TraceRecorder {
  readonly add: (activations: ActivationsFrame, parameters: ParametersFrame, scalars: ScalarsFrame) => void;
  /** Whether the run has ended: its drops are then no longer provisional. */
  readonly setFinished: (finished: boolean) => void;
  readonly get: () => Trace;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A recorder of one network for one input. It starts over with another run, or where a run goes back. */
export function createTraceRecorder(network: NetworkDescription | null): TraceRecorder {
  let kept: { readonly runId: string; readonly live: LiveTrace } | null = null;
  let scalars: ScalarsFrame | null = null;
  let isFinished = false;
  let trace = empty;
  const listeners = new Set<() => void>();

  const throttle = createThrottle(interval, () => {
    const series = scalars?.series.find(({ role }) => role === 'training');
    // Before the first step no cost is known: there is nothing to show yet.
    if (!kept || !series || series.steps.length === 0) return;
    // A batch's cost is computed before its update: the cost at step n is recorded with step n + 1.
    const costAt = (step: number): number => series.values[nearestIndex(series.steps, step + 1)]!;
    trace = kept.live.trace(costAt, isFinished);
    for (const listener of listeners) listener();
  });

  return {
    add(activations, parameters, recorded) {
      if (network === null) return;
      const { runId, step } = activations;
      const known = kept?.runId === runId && step >= kept.live.lastStep ? kept : null;
      kept = known ?? { runId, live: new LiveTrace(network) };
      kept.live.add(activations, parameters);
      scalars = recorded;
      throttle.request();
    },
    setFinished(finished) {
      isFinished = finished;
      throttle.request();
    },
    get: () => trace,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) throttle.reset();
      };
    },
  };
}
