'use client';
import { useContext, useState } from 'react';
import { NeuroglowContext } from './context.js';
import type { Viewer } from '../viewer/viewer.js';
import { createViewer } from '../viewer/viewerStore.js';

/** The provider's viewer; without a provider, a viewer of its own. */
export function useViewer(): Viewer {
  const context = useContext(NeuroglowContext);
  const [own] = useState(createViewer);
  return context?.viewer ?? own;
}
