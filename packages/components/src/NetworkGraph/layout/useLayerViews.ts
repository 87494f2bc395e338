'use client';
import { useMemo, useState } from 'react';

export interface LayerViews {
  readonly expanded: ReadonlySet<number>;
  readonly pages: ReadonlyMap<number, number>;
  readonly toggle: (layer: number) => void;
  readonly turnTo: (layer: number, page: number) => void;
}

export interface ExpandedProps {
  readonly expanded?: readonly number[] | undefined;
  readonly defaultExpanded?: readonly number[] | undefined;
  readonly onExpandedChange?: ((expanded: readonly number[]) => void) | undefined;
}

/** Which layers are shown whole, and the pages of those that are not; controlled where `expanded` is given. */
export function useLayerViews({ expanded, defaultExpanded = [], onExpandedChange }: ExpandedProps): LayerViews {
  const [own, setOwn] = useState<readonly number[]>(defaultExpanded);
  const [pages, setPages] = useState<ReadonlyMap<number, number>>(new Map());
  const current = expanded ?? own;
  const set = useMemo(() => new Set(current), [current]);
  return {
    expanded: set,
    pages,
    toggle: (layer) => {
      const next = set.has(layer)
        ? current.filter((other) => other !== layer)
        : [...current, layer].sort((a, b) => a - b);
      if (expanded === undefined) setOwn(next);
      onExpandedChange?.(next);
    },
    turnTo: (layer, page) => setPages((known) => new Map(known).set(layer, page)),
  };
}
