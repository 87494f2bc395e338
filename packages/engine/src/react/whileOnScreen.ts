import type { Unsubscribe } from '../source/trainingSource.js';

/**
 * Runs `onScreen` while the element is on screen and `offScreen` while it is not; each returns its clean-up. Printing shows the whole page, so an
 * element counts as seen from `beforeprint` to `afterprint`. Without an element or an IntersectionObserver it always counts as seen. An
 * element that is in the window now does not wait for the observer, which reports a frame later.
 */
export function whileOnScreen(
  element: Element | null,
  onScreen: () => Unsubscribe,
  offScreen: () => Unsubscribe = () => () => undefined,
): Unsubscribe {
  if (element === null || typeof IntersectionObserver === 'undefined') return onScreen();
  let seen = isInWindow(element);
  let printing = false;
  let shown: boolean | null = null;
  let end: Unsubscribe = () => undefined;
  const update = (): void => {
    const wanted = seen || printing;
    if (wanted === shown) return;
    shown = wanted;
    end();
    end = wanted ? onScreen() : offScreen();
  };
  update();
  const observer = new IntersectionObserver((entries) => {
    seen = entries.at(-1)?.isIntersecting === true;
    update();
  });
  observer.observe(element);
  const view = element.ownerDocument.defaultView;
  const onPrint = ({ type }: Event): void => {
    printing = type === 'beforeprint';
    update();
  };
  view?.addEventListener('beforeprint', onPrint);
  view?.addEventListener('afterprint', onPrint);
  return () => {
    observer.disconnect();
    view?.removeEventListener('beforeprint', onPrint);
    view?.removeEventListener('afterprint', onPrint);
    end();
  };
}

/** Whether an element has a size and is within the window; a box that scrolls may still hide it. */
function isInWindow(element: Element): boolean {
  const { width, height, top, right, bottom, left } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (!view || width <= 0 || height <= 0) return false;
  return bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth;
}
