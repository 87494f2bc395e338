import { useNetwork, type Frame, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useState } from 'react';
import type { Preparation } from './modes/mode.js';

/** What a mode asked for before its picture. */
export interface Prepared {
  readonly frame: Frame | null;
  readonly error: Error | null;
  /** A button that reads it again at the step shown now; null where there is none. */
  readonly again: { readonly label: string; readonly onClick: () => void } | null;
}

interface Read {
  readonly of: object;
  readonly frame: Frame | null;
  readonly error: Error | null;
}

/**
 * Reads a preparation once per network, and again when it is asked for.
 *
 * @param preparation Must keep its identity for as long as its structure is the same.
 */
export function usePrepared(source: TrainingSource, preparation: Preparation | null): Prepared {
  const network = useNetwork(source);
  const [read, setRead] = useState<Read | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (preparation === null || source.supports(preparation.view) !== true) return;
    let wanted = true;
    const at = times > 0 ? 'live' : preparation.at;
    const done = (frame: Frame | null, error: Error | null): void => {
      if (wanted) setRead({ of: preparation, frame, error });
    };
    source.read(preparation.view, { at }).then(
      (frame) => done(frame, null),
      (error: unknown) => done(null, error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      wanted = false;
    };
  }, [source, preparation, network, times]);
  const current = read?.of === preparation ? read : null;
  return {
    frame: current?.frame ?? null,
    error: current?.error ?? null,
    again: preparation?.again ? { label: preparation.again, onClick: () => setTimes(times + 1) } : null,
  };
}
