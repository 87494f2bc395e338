'use client';
import { useContext } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { OfSource } from '../viewer/viewer.js';
import { NeuroglowContext } from './context.js';

/** Decides which hover and selection belong to a source, and adds the source unless it is the one that the viewer assumes. */
export interface Ownership {
  readonly owns: (what: OfSource) => boolean;
  readonly name: OfSource;
}

export function useOwnership(source: TrainingSource | null | undefined): Ownership {
  const context = useContext(NeuroglowContext);
  const assumed = context?.viewerSource ?? null;
  const own = source ?? context?.source ?? null;
  return {
    owns: (what) => {
      const owner = what.source ?? assumed;
      return owner === null || own === null || owner === own;
    },
    name: own !== null && own !== assumed ? { source: own } : {},
  };
}
