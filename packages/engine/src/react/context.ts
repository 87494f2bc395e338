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
  /** The source of the provider that the viewer comes from: hover and selection that name no source are of this one. */
  readonly viewerSource: TrainingSource | null;
  readonly serverStyles: ServerStyles;
}

/** null outside a provider. */
export const NeuroglowContext: Context<NeuroglowContextValue | null> = sharedContext('context', version);
