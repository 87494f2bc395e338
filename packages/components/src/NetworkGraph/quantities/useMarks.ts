'use client';
import { useViewer, type NetworkDescription, type TrainingSource } from '@neuroglow/engine';
import { useEffect } from 'react';
import type { NumbersStore } from './numbersStore.js';

/** Milliseconds between two looks for dead and saturated neurons: each takes many rows, and training should not wait for it. */
const INTERVAL = 2000;
/** The first look waits for the picture. */
const FIRST = 200;

export interface MarkOptions {
  readonly source: TrainingSource;
  readonly network: NetworkDescription;
  readonly marks: boolean;
}

/** Puts into the store which neurons are dead or saturated. */
export function useMarks(store: NumbersStore, { source, network, marks }: MarkOptions): void {
  const viewer = useViewer();
  useEffect(() => {
    const view = { kind: 'layerStatistics' } as const;
    if (!marks || source.supports(view) !== true) return;
    let stopped = false;
    let lookedAt = '';
    const look = async (): Promise<void> => {
      const { runId, step } = source.getSnapshot();
      const { cursor: at } = viewer.getSnapshot();
      const now = `${runId} ${at === 'live' ? step : at}`;
      if (now === lookedAt || store.get().runId === '') return;
      lookedAt = now;
      try {
        const frame = await source.read(view, { at });
        if (!stopped) store.update({ flags: frame.layers.map(({ flags }, layer) => marksOf(flags, layer, network)) });
      } catch {
        // Marks are an extra; what fails here is reported by the views that the picture needs.
      }
    };
    const first = setTimeout(() => void look(), FIRST);
    const timer = setInterval(() => void look(), INTERVAL);
    return () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [store, source, network, marks, viewer]);
}

/** Hidden neurons are marked, which let no gradient through. An output near 0 or 1 is sure of itself, and that is no fault. */
function marksOf(flags: Uint8Array, layer: number, { layers }: NetworkDescription): Uint8Array {
  return layer < layers.length - 1 ? flags : new Uint8Array(flags.length);
}
