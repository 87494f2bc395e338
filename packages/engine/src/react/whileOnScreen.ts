import type { Unsubscribe } from '../source/trainingSource.js';

/**
 * Runs `begin` whenever the element comes on screen and its clean-up whenever it leaves. Without an element, or where nobody can tell, it
 * counts as seen. What is in the window now is not kept waiting for the observer, who speaks a frame later.
 */
export function whileOnScreen(element: Element | null, begin: () => Unsubscribe): Unsubscribe {
  if (element === null || typeof IntersectionObserver === 'undefined') return begin();
  let end: Unsubscribe | null = isInWindow(element) ? begin() : null;
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.at(-1)?.isIntersecting === true;
    if (seen) end ??= begin();
    else {
      end?.();
      end = null;
    }
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    end?.();
  };
}

/** Whether an element has a size and is within the window; a box that scrolls may still hide it. */
function isInWindow(element: Element): boolean {
  const { width, height, top, right, bottom, left } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (!view || width <= 0 || height <= 0) return false;
  return bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth;
}
