'use client';
import type { Context } from 'react';
import { version } from '../core/version.js';
import type { TrainingSource } from '../source/trainingSource.js';
import type { Viewer } from '../viewer/viewer.js';
import { sharedContext } from './sharedContext.js';

/** How components bring their styles in server-rendered HTML. */
export interface ServerStyles {
  readonly nonce: string | undefined;
  readonly inlineStyles: boolean;
}

/** The context of a provider. */
export interface NeuroglowContextValue {
  readonly source: TrainingSource | null;
  readonly viewer: Viewer;
  readonly serverStyles: ServerStyles;
}

/** null outside a provider. */
export const NeuroglowContext: Context<NeuroglowContextValue | null> = sharedContext('context', version);
