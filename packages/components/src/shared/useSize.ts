import { useMemo, useState } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** CSS pixels, and device pixels a CSS pixel. Zero until measured, and where nothing has a size (jsdom, `display: none`). */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const unmeasured: Size = { width: 0, height: 0, ratio: 1 };

/**
 * Measures an element. With `aspect` (width / height) the height is what that makes of the width; without it, the height is the
 * element's own, which must come from outside, never from what is drawn in it. Renders again when the size or the device's pixel ratio
 * changes (a window moved to another screen, a zoom).
 */
export function useSize(element: Element | null, aspect?: number): Size {
  const [measured, setMeasured] = useState(unmeasured);
  useIsomorphicLayoutEffect(() => {
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    let known: Size | null = null;
    const measure = (): void => {
      // Layout size, not the bounding rectangle: a transform around must not change what is drawn.
      const size = { width: element.clientWidth, height: element.clientHeight, ratio: view.devicePixelRatio || 1 };
      if (known !== null && same(known, size, aspect)) return;
      known = size;
      setMeasured((before) => (same(before, size, aspect) ? before : size));
    };
    measure();
    const observer = typeof view.ResizeObserver === 'function' ? new view.ResizeObserver(measure) : null;
    observer?.observe(element);
    const stopRatio = observeRatio(view, measure);
    return () => {
      observer?.disconnect();
      stopRatio();
    };
  }, [element, aspect]);
  return useMemo(() => {
    const { width, ratio } = measured;
    const height = aspect === undefined ? measured.height : aspect > 0 ? width / aspect : 0;
    return width > 0 && height > 0 ? { width, height, ratio } : { ...unmeasured, ratio };
  }, [measured, aspect]);
}

function same(one: Size, other: Size, aspect: number | undefined): boolean {
  return (
    one.width === other.width && one.ratio === other.ratio && (aspect !== undefined || one.height === other.height)
  );
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
