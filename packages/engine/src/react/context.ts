'use client';
import type { Context } from 'react';
import { version } from '../core/version.js';
import type { TrainingSource } from '../source/trainingSource.js';
import type { Viewer } from '../viewer/viewer.js';
import { sharedContext } from './sharedContext.js';

/** What a provider hands down. */
export interface NeuroglowContextValue {
  readonly source: TrainingSource | null;
  readonly viewer: Viewer;
}

/** null where no provider is around. */
export const NeuroglowContext: Context<NeuroglowContextValue | null> = sharedContext('context', version);
