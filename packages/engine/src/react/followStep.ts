import type { Unsubscribe } from '../source/trainingSource.js';
import { glance } from './glance.js';
import { watchAtStep, type StepWatch } from './watchAtStep.js';
import { whileOnScreen } from './whileOnScreen.js';

/** Watches a step, or the viewer's cursor wherever it moves, while an element is on screen; off screen it takes a frame per second. Never commits. */
export function followStep(element: Element | null, follow: StepWatch): Unsubscribe {
  const { source, watch } = follow;
  return whileOnScreen(
    element,
    () => watchAtStep(follow),
    () =>
      watchAtStep({
        ...follow,
        watch: (step, onSettled) =>
          glance(
            source,
            (onSeen) =>
              watch(step, () => {
                onSeen();
                onSettled();
              }),
            step,
          ),
      }),
  );
}
