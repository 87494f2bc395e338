'use client';
import { useContext } from 'react';
import { NeuroglowError } from '../core/error.js';
import type { TrainingSource } from '../source/trainingSource.js';
import { NeuroglowContext } from './context.js';

/** The source given, else the provider's; null where there is none yet, which is no error: a picture then says so. */
export function useSource(source?: TrainingSource | null): TrainingSource | null {
  const context = useContext(NeuroglowContext);
  return source ?? context?.source ?? null;
}

/** Like `useSource`, for hooks that cannot answer without one. Throws `no-source`. */
export function useRequiredSource(source?: TrainingSource | null): TrainingSource {
  const found = useSource(source);
  if (found === null) {
    throw new NeuroglowError(
      'no-source',
      'expected a source, got none; wrap the component in <NeuroglowProvider source={…}> or pass it a source.',
    );
  }
  return found;
}
