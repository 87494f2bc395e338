'use client';
import { useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import { NeuroglowContext } from './context.js';
import { useLayoutEffectSafely } from './useLayoutEffectSafely.js';
import type { Viewer } from '../viewer/viewer.js';
import { createScopedViewer, createViewer, fixesAnything, type ViewerProps } from '../viewer/viewerStore.js';

export interface NeuroglowProviderProps extends ViewerProps {
  /** What is looked at. Left out: the source of the provider around; null: nothing yet. */
  readonly source?: TrainingSource | null | undefined;
  /** A viewer made with `createViewer`, to steer pictures from outside React. Default: the provider's around, else one of its own. */
  readonly viewer?: Viewer | undefined;
  readonly children?: ReactNode;
}

/**
 * Joins the pictures inside it: one source, and one viewer (input, selection, hover and cursor). Providers nest: what an inner
 * one is not told, it takes from the one around.
 */
export function NeuroglowProvider(props: NeuroglowProviderProps): ReactElement {
  const { children } = props;
  const outer = useContext(NeuroglowContext);
  const [own] = useState(createViewer);
  const source = props.source === undefined ? (outer?.source ?? null) : props.source;
  const viewer = useScope(props.viewer ?? outer?.viewer ?? own, props);
  const value = useMemo(() => ({ source, viewer }), [source, viewer]);
  return <NeuroglowContext.Provider value={value}>{children}</NeuroglowContext.Provider>;
}

function useScope(around: Viewer, props: ViewerProps): Viewer {
  const [first] = useState(props);
  const scope = useMemo(() => createScopedViewer(around, first), [around, first]);
  useLayoutEffectSafely(() => scope.obey(props));
  return fixesAnything(props) || fixesAnything(first) ? scope.viewer : around;
}
