'use client';
import { useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import { NeuroglowContext } from './context.js';
import { useLayoutEffectSafely } from './useLayoutEffectSafely.js';
import type { Viewer } from '../viewer/viewer.js';
import { createScopedViewer, createViewer, fixesAnything, type ViewerProps } from '../viewer/viewerStore.js';

export interface NeuroglowProviderProps extends ViewerProps {
  /** The source to show. Left out: that of the outer provider; null: none yet. */
  readonly source?: TrainingSource | null | undefined;
  /** A viewer made with `createViewer`, to control pictures from outside React. Default: the outer provider's, otherwise a new one. */
  readonly viewer?: Viewer | undefined;
  /**
   * For server-rendered pages with a content security policy: the nonce of its `style-src`. The components inside bring their styles in
   * `<style>` elements that exist until they are hydrated, and give them this nonce. Default: the outer provider's.
   */
  readonly nonce?: string | undefined;
  /**
   * Whether server-rendered HTML brings the components' styles. Pass false on pages that load `@neuroglow/components/styles.css`.
   *
   * @default as the outer provider, otherwise true
   */
  readonly inlineStyles?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * Joins the pictures inside it: one source, and one viewer (input, selection, hover and cursor). Providers nest: an inner
 * provider inherits every prop that it is not given.
 */
export function NeuroglowProvider(props: NeuroglowProviderProps): ReactElement {
  const { children } = props;
  const outer = useContext(NeuroglowContext);
  const [own] = useState(createViewer);
  const source = props.source === undefined ? (outer?.source ?? null) : props.source;
  const viewerSource = props.viewer === undefined && outer ? outer.viewerSource : source;
  const named = useNamedSelection(props, source === viewerSource ? null : source);
  const viewer = useScope(props.viewer ?? outer?.viewer ?? own, named);
  const nonce = props.nonce ?? outer?.serverStyles.nonce;
  const inlineStyles = props.inlineStyles ?? outer?.serverStyles.inlineStyles ?? true;
  const serverStyles = useMemo(() => ({ nonce, inlineStyles }), [nonce, inlineStyles]);
  const value = useMemo(
    () => ({ source, viewer, viewerSource, serverStyles }),
    [source, viewer, viewerSource, serverStyles],
  );
  return <NeuroglowContext.Provider value={value}>{children}</NeuroglowContext.Provider>;
}

/** A selection given to a provider is of that provider's source, also where the viewer takes another for granted. */
function useNamedSelection(props: ViewerProps, source: TrainingSource | null): ViewerProps {
  const { selection, defaultSelection } = props;
  const named = useMemo(() => selection && source && { source, ...selection }, [selection, source]);
  const firstNamed = useMemo(
    () => defaultSelection && source && { source, ...defaultSelection },
    [defaultSelection, source],
  );
  return {
    ...props,
    ...(named && { selection: named }),
    ...(firstNamed && { defaultSelection: firstNamed }),
  };
}

function useScope(around: Viewer, props: ViewerProps): Viewer {
  const [first] = useState(props);
  const scope = useMemo(() => createScopedViewer(around, first), [around, first]);
  useLayoutEffectSafely(() => scope.obey(props));
  return fixesAnything(props) || fixesAnything(first) ? scope.viewer : around;
}
