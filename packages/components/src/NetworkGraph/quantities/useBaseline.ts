'use client';
import { forward, networkOf, type Network, type NetworkDescription, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useRef, useState } from 'react';
import type { NumbersStore } from './numbers.js';

export interface FormerOptions {
  readonly source: TrainingSource;
  readonly network: NetworkDescription;
  /** The step that changes are counted from; null where none are shown. */
  readonly since: number | null;
}

/** The network as it was at a step. */
export interface Former {
  /** Its activations for an input; null while it is not known. The same arrays as long as the input stays. */
  readonly activationsOf: (input: Float32Array | undefined) => readonly Float32Array[] | null;
  /** Why it cannot be had. */
  readonly reason: string | null;
}

/**
 * Reads the parameters at a step once in every run, and computes from them here: whatever input is looked at, then or later, has its
 * activations of that step.
 */
export function useFormer(store: NumbersStore, { source, network, since }: FormerOptions): Former {
  const [reason, setReason] = useState<string | null>(null);
  const known = useRef<Network<Float32Array> | null>(null);
  const latest = useRef<readonly Float32Array[] | null>(null);
  const [activationsOf] = useState(() => (input: Float32Array | undefined) => {
    if (!known.current || !input) return null;
    const [same] = latest.current ?? [];
    if (!same || same.some((value, at) => !Object.is(value, input[at]))) {
      latest.current = forward(known.current, input.slice()).activations;
    }
    return latest.current;
  });
  useEffect(() => {
    if (since === null) return;
    let lookedAt: string | null = null;
    let stopped = false;
    const forget = (): void => {
      known.current = latest.current = null;
    };
    const look = (): void => {
      const { runId, step } = source.getSnapshot();
      // A step that has not come yet is waited for.
      if (runId === lookedAt || step < since) return;
      lookedAt = runId;
      forget();
      source.read({ kind: 'parameters' }, { at: since }).then(
        ({ parameters }) => {
          if (stopped || lookedAt !== runId) return;
          known.current = networkOf(network, parameters);
          store.update({ formerActivations: activationsOf(store.get().activations?.[0]) });
          setReason(null);
        },
        (error: unknown) => {
          if (!stopped && lookedAt === runId) setReason(error instanceof Error ? error.message : String(error));
        },
      );
    };
    look();
    const stop = source.subscribe(look);
    return () => {
      stopped = true;
      stop();
      forget();
      store.update({ formerActivations: null });
      setReason(null);
    };
  }, [store, source, network, since, activationsOf]);
  return { activationsOf, reason };
}
