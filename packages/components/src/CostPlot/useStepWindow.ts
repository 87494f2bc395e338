import { useViewer } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useState } from 'react';
import { windowAround, type StepRange } from './interaction/window.js';

/**
 * The steps shown, and those to ask a source for: somewhat more, and not with every move of a pan. Commits at most ten times a second.
 */
export function useStepWindow(): { readonly range: StepRange; readonly window: StepRange } {
  const viewer = useViewer();
  const [state, setState] = useState<{ readonly range: StepRange; readonly window: StepRange }>(() => {
    const { range } = viewer.getSnapshot();
    return { range, window: windowAround(range, 'all') };
  });
  useEffect(() => {
    const throttle = createThrottle(100, () => {
      const { range } = viewer.getSnapshot();
      setState((before) => (before.range === range ? before : { range, window: windowAround(range, before.window) }));
    });
    throttle.request();
    const leave = viewer.subscribe(throttle.request);
    return () => {
      leave();
      throttle.reset();
    };
  }, [viewer]);
  return state;
}
