import { useViewer } from '@neuroglow/engine';
import { useLatest } from '@neuroglow/engine/internal';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Shares the step under the pointer between pictures over time. Calls back, without a commit, with the step that another picture points
 * at, or null. Returns a function that says which step this one points at.
 */
export function useHoveredStep(onElsewhere: (step: number | null) => void): (step: number | null) => void {
  const viewer = useViewer();
  const latest = useLatest(onElsewhere);
  const own = useRef<number | null>(null);
  useEffect(() => {
    let known: number | null = null;
    const receive = (): void => {
      const { hoveredStep } = viewer.getSnapshot();
      if (hoveredStep !== own.current) own.current = null;
      const elsewhere = own.current === null ? hoveredStep : null;
      if (elsewhere === known) return;
      known = elsewhere;
      latest.current(elsewhere);
    };
    receive();
    const leave = viewer.subscribe(receive);
    return () => {
      leave();
      if (own.current !== null) viewer.setHoveredStep(null);
      own.current = null;
    };
  }, [viewer, latest]);
  return useCallback(
    (step) => {
      // A picture that pointed at nothing must not clear what another one points at.
      if (step === null && own.current === null) return;
      own.current = step;
      viewer.setHoveredStep(step);
    },
    [viewer],
  );
}
