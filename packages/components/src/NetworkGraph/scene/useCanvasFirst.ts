'use client';
import type { RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../../shared/useIsomorphicLayoutEffect.js';

/**
 * Lets the picture be seen a frame before the words that lie on it, once: a page's first words load its fonts, and a picture need not wait for
 * that. They lie over the picture, so nothing moves when they come, and their buttons have names of their own meanwhile.
 */
export function useCanvasFirst(stage: RefObject<HTMLElement | null>, hasWords: boolean): void {
  useIsomorphicLayoutEffect(() => {
    const element = stage.current;
    const view = element?.ownerDocument.defaultView;
    if (!hasWords || !element || typeof view?.requestAnimationFrame !== 'function') return;
    const show = (): void => element.removeAttribute('data-fresh');
    let timer = 0;
    element.setAttribute('data-fresh', '');
    const frame = view.requestAnimationFrame(() => {
      timer = view.setTimeout(show);
    });
    return () => {
      view.cancelAnimationFrame(frame);
      view.clearTimeout(timer);
      show();
    };
  }, [stage, hasWords]);
}
