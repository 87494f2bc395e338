'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsomorphicLayoutEffect } from '../../shared/useIsomorphicLayoutEffect.js';
import { createBiasDrag, type BiasDrag, type KeyedBias } from './createBiasDrag.js';
import type { Editing } from './editing.js';

export interface BiasDragHandlers extends BiasDrag {
  /** The bias that was last changed by key, for screen readers. */
  readonly said: KeyedBias | null;
}

/** The bias drag of a graph; it edits nothing while `editing` is null. */
export function useBiasDrag(editing: Editing | null): BiasDragHandlers {
  const [drag] = useState(createBiasDrag);
  const said = useSyncExternalStore(drag.subscribe, drag.get, drag.get);
  useIsomorphicLayoutEffect(() => drag.update(editing));
  useEffect(() => () => drag.destroy(), [drag]);
  return { ...drag, said };
}
