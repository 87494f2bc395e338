import { useCursor, type NeuronHealthFrame, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useState } from 'react';
import type { FrameStore } from '../shared/frameStore.js';
import type { PanelNumbers } from './numbers.js';

/** Milliseconds between two looks: neurons do not die sixty times per second. */
const pause = 1000;

/** What is wrong with the neurons of a layer, at the step that is shown; null where that is not known. Read beside the picture, at most once per second. */
export function useNeuronHealth(
  source: TrainingSource | null,
  layer: number | null,
  numbers: FrameStore<PanelNumbers>,
): NeuronHealthFrame | null {
  const [cursor] = useCursor();
  const [health, setHealth] = useState<NeuronHealthFrame | null>(null);
  useEffect(() => {
    if (source === null || layer === null) return;
    const view = { kind: 'neuronHealth', layer } as const;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => {
      // A pause first: a layer's first picture has the processor to itself.
      timer ??= setTimeout(() => {
        timer = null;
        if (source.supports(view) !== true) return;
        source.read(view, { at: cursor }).then(
          (frame) => {
            if (wanted) setHealth(frame);
          },
          // An extra: what fails here is reported by the view that the picture needs.
          () => undefined,
        );
      }, pause);
    };
    const unsubscribe = numbers.subscribe(look);
    return () => {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      setHealth(null);
    };
  }, [source, layer, numbers, cursor]);
  return health;
}
