'use client';
import { useEffect, useState } from 'react';

/**
 * A module that is fetched once it is wanted, after the first picture; null until it has come, and where it cannot be fetched.
 * @param load a constant function with a dynamic import, so that bundlers make a chunk of it
 */
export function useOnDemand<T>(
  isWanted: boolean,
  load: () => Promise<T>,
  onError?: (error: unknown) => void,
): T | null {
  const [module, setModule] = useState<{ readonly loaded: T } | null>(null);
  const isMissing = isWanted && module === null;
  useEffect(() => {
    if (!isMissing) return;
    let isStopped = false;
    load().then(
      (loaded) => {
        if (!isStopped) setModule({ loaded });
      },
      (error: unknown) => {
        if (!isStopped) onError?.(error);
      },
    );
    return () => {
      isStopped = true;
    };
  }, [isMissing, load, onError]);
  return isWanted ? (module?.loaded ?? null) : null;
}
