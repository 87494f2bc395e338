import { useViewer, type NeuronHealthFrame, type TrainingSource } from '@neuroglow/engine';
import { useEffect } from 'react';
import type { FrameStore } from '../shared/frameStore.js';
import { useFrameState } from '../shared/useFrameState.js';
import type { PanelNumbers } from './numbers.js';

/** Milliseconds between two looks: neurons do not die sixty times per second. */
const pause = 1000;

/** What is wrong with the neurons of a layer, at the step that is shown; null where that is not known. Read beside the picture, at most once per second. */
export function useNeuronHealth(
  source: TrainingSource | null,
  layer: number | null,
  numbers: FrameStore<PanelNumbers>,
): NeuronHealthFrame | null {
  const viewer = useViewer();
  const [health, setHealth] = useFrameState<NeuronHealthFrame | null>(null);
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
        const at = viewer.getSnapshot().cursor;
        source.read(view, { at }).then(
          (frame) => {
            if (wanted && viewer.getSnapshot().cursor === at) setHealth(frame);
          },
          // An extra: what fails here is reported by the view that the picture needs.
          () => undefined,
        );
      }, pause);
    };
    const unsubscribe = numbers.subscribe(look);
    let known = viewer.getSnapshot().cursor;
    // Health of another step is not that of the step shown. A cursor that is dragged commits nothing more.
    const leaveViewer = viewer.subscribe(() => {
      const now = viewer.getSnapshot().cursor;
      if (now === known) return;
      known = now;
      setHealth(null);
    });
    return () => {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      leaveViewer();
      setHealth(null);
    };
  }, [source, layer, numbers, viewer, setHealth]);
  return health;
}
