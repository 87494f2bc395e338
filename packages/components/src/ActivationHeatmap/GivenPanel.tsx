'use client';
import { useStable } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { createFrameStore } from '../shared/frameStore.js';
import type { Given } from './modes/mode.js';
import type { PanelNumbers } from './panel.js';
import { widen } from './widen.js';
import { PanelView, type SharedProps } from './PanelView.js';

/** A mode over plain values. */
export function GivenPanel(shared: SharedProps & { readonly given: Given<object> }): ReactElement {
  const { mode, props, words, given } = shared;
  const stage = useRef<HTMLDivElement | null>(null);
  // By structure, so that new values alone keep layout and domains.
  const description = useStable(given.description);
  const panel = useMemo(() => mode.panel(description, words), [mode, description, words]);
  const [numbers] = useState(() => createFrameStore<PanelNumbers>());
  useEffect(() => {
    numbers.set(given.numbers);
  });
  const points = mode.points?.(props, null, null) ?? null;
  const { axes = null, reach = null } = given.numbers;
  const sides = useStable(axes ?? (reach && widen(null, reach)));
  return (
    <PanelView {...shared} stage={stage} panel={panel} numbers={numbers} axes={sides} points={useStable(points)} />
  );
}
