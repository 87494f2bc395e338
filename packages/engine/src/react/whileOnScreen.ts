import type { Unsubscribe } from '../training/source.js';

/** Runs `begin` whenever the element comes on screen and its clean-up whenever it leaves. Without an element, or where nobody can tell, it counts as seen. */
export function whileOnScreen(element: Element | null, begin: () => Unsubscribe): Unsubscribe {
  if (element === null || typeof IntersectionObserver === 'undefined') return begin();
  let end: Unsubscribe | null = null;
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
