'use client';
import type { NetworkDescription, TrainingSource } from '@neuroglow/engine';
import { useEffect, useMemo, useState } from 'react';
import { useOnDemand } from '../../shared/useOnDemand.js';
import type { Editing } from './editing.js';
import type * as Parts from './parts.js';
import type { NumbersStore } from '../quantities/numbersStore.js';

export interface EditingOptions {
  readonly enabled: boolean;
  readonly source: TrainingSource | null;
  readonly network: NetworkDescription;
  readonly store: NumbersStore;
  /** Ends what else holds the picture. */
  readonly onBegin: () => void;
}

const fetchParts = (): Promise<typeof Parts> => import('./parts.js');

/** Editing is null where nothing can be edited: not asked for, a source that cannot be steered, or its code not fetched yet. */
export function useEditing({ enabled, source, network, store, onBegin }: EditingOptions): {
  readonly editing: Editing | null;
  readonly Editor: (typeof Parts)['Editor'] | null;
  readonly error: unknown;
} {
  const [error, setError] = useState<unknown>(null);
  const setParameter = enabled ? source?.controls?.setParameter : undefined;
  const parts = useOnDemand(setParameter !== undefined, fetchParts, setError);
  const session = useMemo(
    () => (setParameter && parts ? parts.createEditSession(setParameter, network, store, setError) : null),
    [setParameter, parts, network, store],
  );
  useEffect(() => () => session?.takeBack(), [session]);
  if (!session || !parts) return { editing: null, Editor: null, error: setParameter ? error : null };
  return {
    Editor: parts.Editor,
    editing: {
      ...session,
      tryOut(parameter, value) {
        if (!session.isTrying()) onBegin();
        session.tryOut(parameter, value);
      },
    },
    error,
  };
}
