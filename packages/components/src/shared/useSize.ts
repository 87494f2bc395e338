import { useState } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** CSS pixels, and device pixels a CSS pixel. Zero until measured, and where nothing has a size (jsdom, `display: none`). */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const unmeasured: Size = { width: 0, height: 0, ratio: 1 };

/**
 * Measures an element's width; the height is what `aspect` (width / height) makes of it, never the content's. Renders again when the
 * width or the device's pixel ratio changes (a window moved to another screen, a zoom).
 */
export function useSize(element: Element | null, aspect: number): Size {
  const [measured, setMeasured] = useState({ width: 0, ratio: 1 });
  useIsomorphicLayoutEffect(() => {
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const measure = (): void => {
      // Layout size, not the bounding rectangle: a transform around must not change what is drawn.
      const width = element.clientWidth;
      const ratio = view.devicePixelRatio || 1;
      setMeasured((known) => (known.width === width && known.ratio === ratio ? known : { width, ratio }));
    };
    measure();
    const observer = typeof view.ResizeObserver === 'function' ? new view.ResizeObserver(measure) : null;
    observer?.observe(element);
    const stopRatio = observeRatio(view, measure);
    return () => {
      observer?.disconnect();
      stopRatio();
    };
  }, [element]);
  const { width, ratio } = measured;
  if (!(width > 0) || !(aspect > 0)) return { ...unmeasured, ratio };
  return { width, height: width / aspect, ratio };
}

/** The platform has no event for the ratio itself: a query for the present one fires once when it is left. */
function observeRatio(view: Window, onChange: () => void): () => void {
  if (typeof view.matchMedia !== 'function') return () => undefined;
  let query: MediaQueryList | null = null;
  const arm = (): void => {
    query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed, { once: true });
  };
  const changed = (): void => {
    arm();
    onChange();
  };
  arm();
  return () => query?.removeEventListener('change', changed);
}
