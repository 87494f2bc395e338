'use client';
import type {
  NetworkDescription,
  NeuronReference,
  ParameterReference,
  SourceControls,
  TrainingSource,
} from '@neuroglow/engine';
import { useEffect, useMemo, useState } from 'react';
import { createEditQueue } from './editQueue.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { Preview } from './preview.js';

/** Changing weights and biases by hand. What is tried out is only shown; what is finished is given to the source, once. */
export interface Editing {
  /** Whether a neuron has a bias that can be changed. */
  readonly isEditable: (neuron: NeuronReference) => boolean;
  readonly biasOf: (neuron: NeuronReference) => number | null;
  /** Shows what a value would do, computed here. The source hears nothing of it. */
  readonly tryOut: (parameter: ParameterReference, value: number) => void;
  /** Gives the source a value: one entry in its journal. */
  readonly finish: (parameter: ParameterReference, value: number) => void;
  /** Shows again what is. */
  readonly takeBack: () => void;
}

export interface EditingOptions {
  readonly enabled: boolean;
  readonly source: TrainingSource | null;
  readonly network: NetworkDescription;
  readonly store: NumbersStore;
  /** Ends what else holds the picture. */
  readonly onBegin: () => void;
}

/** null where nothing can be edited: not asked for, or a source that cannot be steered. */
export function useEditing({ enabled, source, network, store, onBegin }: EditingOptions): {
  readonly editing: Editing | null;
  readonly error: unknown;
} {
  const [error, setError] = useState<unknown>(null);
  const setParameter = enabled ? source?.controls?.setParameter : undefined;
  const session = useMemo(
    () => (setParameter ? createSession(setParameter, network, store, setError) : null),
    [setParameter, network, store],
  );
  useEffect(() => () => session?.takeBack(), [session]);
  if (!session) return { editing: null, error: null };
  return {
    editing: {
      ...session,
      tryOut(parameter, value) {
        if (!session.isTrying()) onBegin();
        session.tryOut(parameter, value);
      },
    },
    error,
  };
}

function createSession(
  setParameter: SourceControls['setParameter'],
  network: NetworkDescription,
  store: NumbersStore,
  setError: (error: unknown) => void,
): Editing & { readonly isTrying: () => boolean } {
  const queue = createEditQueue(setParameter);
  let isTrying = false;
  let preview: Preview | null = null;
  let sent = 0;
  return {
    isTrying: () => isTrying,
    isEditable: ({ layer }) => layer > 0,
    biasOf: ({ layer, neuron }) => store.get().biases?.[layer]?.[neuron] ?? null,
    tryOut(parameter, value) {
      isTrying = true;
      // While a run goes on, what is tried out is its present state with this one value.
      store.hold((latest) => {
        if (preview?.base !== latest) preview = new Preview(latest, network);
        return preview.with(parameter, value);
      });
    },
    finish(parameter, value) {
      if (isTrying) store.hold(store.get());
      isTrying = false;
      preview = null;
      const own = ++sent;
      const release = (taken: boolean): void => {
        // A later edit holds the picture, and releases it.
        if (own === sent && !isTrying) store.release(taken);
      };
      queue.send(parameter, value).then(
        () => {
          setError(null);
          release(true);
        },
        (reason: unknown) => {
          setError(reason);
          release(false);
        },
      );
    },
    takeBack() {
      if (!isTrying) return;
      isTrying = false;
      preview = null;
      store.release();
    },
  };
}
