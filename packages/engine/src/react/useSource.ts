'use client';
import { useContext } from 'react';
import { NeuroglowError } from '../core/error.js';
import { checkSource } from '../source/checkSource.js';
import type { TrainingSource } from '../source/trainingSource.js';
import { NeuroglowContext } from './context.js';

/**
 * The given source, otherwise the provider's; null if there is none yet, which is not an error: a picture then says so.
 * @throws `no-source` for a value that is not a source, such as training options
 */
export function useSource(source?: TrainingSource | null): TrainingSource | null {
  const context = useContext(NeuroglowContext);
  const found = source ?? context?.source ?? null;
  if (found !== null) checkSource(found);
  return found;
}

/** Like `useSource`, for hooks that watch: throws `no-source` if there is a view to watch and neither a provider nor a `source` option. */
export function useWatchedSource(
  source: TrainingSource | null | undefined,
  isWatching: boolean,
): TrainingSource | null {
  const isOutside = useContext(NeuroglowContext) === null;
  const found = useSource(source);
  if (isWatching && isOutside && source === undefined) throw noSource();
  return found;
}

/** Like `useSource`, for hooks that cannot answer without one. Throws `no-source`. */
export function useRequiredSource(source?: TrainingSource | null): TrainingSource {
  const found = useSource(source);
  if (found === null) throw noSource();
  return found;
}

function noSource(): NeuroglowError {
  return new NeuroglowError(
    'no-source',
    'expected a source, got none; wrap the component in <NeuroglowProvider source={…}> or pass it a source.',
  );
}
