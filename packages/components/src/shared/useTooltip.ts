import { useMemo, useRef } from 'react';
import { createTooltip, type Tooltip } from './tooltip.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** The tooltip of a component's root: the same object for its whole life, mute while there is no element. */
export function useTooltip(root: HTMLElement | null): Pick<Tooltip, 'show' | 'hide'> {
  const tooltip = useRef<Tooltip | null>(null);
  useIsomorphicLayoutEffect(() => {
    if (!root) return;
    tooltip.current = createTooltip(root);
    return () => {
      tooltip.current?.remove();
      tooltip.current = null;
    };
  }, [root]);
  return useMemo(
    () => ({
      show: (content, anchor, place) => tooltip.current?.show(content, anchor, place),
      hide: () => tooltip.current?.hide(),
    }),
    [],
  );
}
