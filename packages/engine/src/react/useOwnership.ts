'use client';
import { useContext } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { OfSource } from '../viewer/viewer.js';
import { NeuroglowContext } from './context.js';

/** Decides which hover and selection belong to a source, and adds the source if it is not the provider's. */
export interface Ownership {
  readonly owns: (what: OfSource) => boolean;
  readonly name: OfSource;
}

export function useOwnership(source: TrainingSource | null | undefined): Ownership {
  const provided = useContext(NeuroglowContext)?.source ?? null;
  const own = source ?? provided;
  return {
    owns: (what) => {
      const owner = what.source ?? provided;
      return owner === null || own === null || owner === own;
    },
    name: own !== null && own !== provided ? { source: own } : {},
  };
}
