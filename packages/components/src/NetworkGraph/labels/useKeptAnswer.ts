'use client';
import type { NetworkDescription, NeuronReference } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { answerOf } from './answer.js';

/** Milliseconds between two changes: the layer moves each time. */
const KEEP_INTERVAL = 400;

const none: readonly NeuronReference[] = [];

/** The answer and the true class, where a layer is so large that it may hide them; nothing elsewhere, so that nothing is committed. */
export function useKeptAnswer(
  store: NumbersStore,
  network: NetworkDescription,
  most: number,
): readonly NeuronReference[] {
  const last = network.layers.length - 1;
  const mayHide = (network.layers[last]?.neurons ?? 0) > most;
  const [read] = useState(() => createReader(store));
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!mayHide) return () => undefined;
      const throttle = createThrottle(KEEP_INTERVAL, () => {
        read.refresh(network);
        listener();
      });
      throttle.request();
      const leave = store.subscribe(throttle.request);
      return () => {
        leave();
        throttle.reset();
      };
    },
    [store, network, mayHide, read],
  );
  const key = useSyncExternalStore(
    subscribe,
    () => (mayHide ? read.key() : ''),
    () => '',
  );
  return useMemo(
    () => (key === '' ? none : key.split(' ').map((neuron) => ({ layer: last, neuron: Number(neuron) }))),
    [key, last],
  );
}

/** The latest answer as text, so that the same answer is no change. */
function createReader(store: NumbersStore): {
  readonly refresh: (network: NetworkDescription) => void;
  readonly key: () => string;
} {
  let key = '';
  return {
    refresh(network) {
      const { winner, truth } = answerOf(network.layers, store.get());
      key = [...new Set([winner, truth])].filter((neuron) => neuron >= 0).join(' ');
    },
    key: () => key,
  };
}
