'use client';
import { createContext, type Context } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { Viewer } from '../viewer/viewer.js';

/** What a provider hands down. */
export interface NeuroglowContextValue {
  readonly source: TrainingSource | null;
  readonly viewer: Viewer;
}

/** null where no provider is around. */
export const NeuroglowContext: Context<NeuroglowContextValue | null> = createContext<NeuroglowContextValue | null>(
  null,
);
