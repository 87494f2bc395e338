import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { colorScale, type ColorScale } from '../shared/colorScale.js';
import { countNotFinite, type Domain, type DomainRule } from '../shared/domain.js';
import { createFrameStore, type FrameStore } from '../shared/frameStore.js';
import { useRoot } from '../shared/Root.js';
import { useTextAlternative, type Say } from '../shared/useTextAlternative.js';
import type { CellFrame } from './cellFrame.js';
import { useRunningDomains, type ExtendDomain } from './useRunningDomains.js';

/** What every mode holds of its cells: the latest frame, the domains seen so far with their colours, and words for who cannot see them. */
export interface Cells {
  readonly store: FrameStore<CellFrame>;
  /** Shows a frame, and counts what is not finite in it. */
  readonly show: (frame: CellFrame) => void;
  readonly notFinite: number;
  readonly domains: readonly Domain[];
  readonly extend: ExtendDomain;
  /** A scale a domain. */
  readonly scales: readonly ColorScale[];
  /** The element that holds the words. */
  readonly alternative: RefObject<HTMLDivElement | null>;
  readonly say: Say;
}

/** `rules` must keep its identity. */
export function useCells(rules: readonly DomainRule[]): Cells {
  const { theme } = useRoot();
  const [store] = useState(() => createFrameStore<CellFrame>());
  const [notFinite, setNotFinite] = useState(0);
  const [domains, extend] = useRunningDomains(rules);
  const scales = useMemo(() => domains.map((domain) => colorScale(theme, domain)), [domains, theme]);
  const alternative = useRef<HTMLDivElement | null>(null);
  const say = useTextAlternative(alternative);
  const show = useCallback(
    (frame: CellFrame) => {
      setNotFinite(countNotFinite(frame.values));
      store.set(frame);
    },
    [store],
  );
  return { store, show, notFinite, domains, extend, scales, alternative, say };
}
