'use client';
import { samePlainData } from '@neuroglow/engine/internal';
import { useMemo, useSyncExternalStore } from 'react';
import type { GraphNumbers } from './numbers.js';
import type { NumbersStore } from './numbersStore.js';

/** How many of a layer's neurons are dead, and how many saturated. */
export interface LayerFlags {
  readonly dead: number;
  readonly saturated: number;
}

/** The layers' dead and saturated neurons, counted. Commits only when a count changes. */
export function useLayerFlags(store: NumbersStore): readonly LayerFlags[] {
  const read = useMemo(() => createCounter(store), [store]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Reads the counts: the same array as long as they are equal. Counts again only for other flags. */
function createCounter(store: NumbersStore): () => readonly LayerFlags[] {
  let flags: GraphNumbers['flags'] = null;
  let counts: readonly LayerFlags[] = [];
  return () => {
    const now = store.get().flags;
    if (now === flags) return counts;
    flags = now;
    const next = (now ?? []).map(count);
    if (!samePlainData(next, counts)) counts = next;
    return counts;
  };
}

function count(layer: Uint8Array): LayerFlags {
  let dead = 0;
  let saturated = 0;
  for (const flag of layer) {
    if (flag === 1) dead++;
    else if (flag === 2) saturated++;
  }
  return { dead, saturated };
}

/** Whether so much of a layer is dead or saturated that it is the layer's trouble, and not a neuron's. */
export function isLayerFlagged({ dead, saturated }: LayerFlags, neurons: number): boolean {
  return neurons > 1 && 2 * (dead + saturated) >= neurons;
}
