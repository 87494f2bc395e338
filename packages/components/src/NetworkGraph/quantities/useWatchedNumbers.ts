'use client';
import { useViewer, type NetworkDescription, type TrainingSource, type Unsubscribe } from '@neuroglow/engine';
import { followStep, samePlainData, useStable } from '@neuroglow/engine/internal';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type RefObject } from 'react';
import { needKey } from '../../shared/quantities/frames.js';
import type { QuantityContext } from '../../shared/quantities/quantity.js';
import { useFrameState } from '../../shared/useFrameState.js';
import type { WatchedViewName } from '../messages.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';
import { withFrames, type GraphNeed } from './graphFrames.js';
import { graphNeeds } from './graphNeeds.js';
import type { NumbersStore } from './numbersStore.js';
import type { ShownQuantities } from './shownQuantities.js';
import { useMarks } from './useMarks.js';
import { watchStep } from './watchStep.js';

export interface WatchOptions {
  readonly source: TrainingSource;
  readonly network: NetworkDescription;
  readonly context: QuantityContext;
  readonly shown: ShownQuantities;
  readonly element: RefObject<Element | null>;
  readonly glyph: GlyphPlan | null;
  /** Whether dead and saturated neurons are marked. */
  readonly marks: boolean;
}

/** What a source cannot give, and what went wrong. */
export interface WatchState {
  readonly reasons: readonly MissingView[];
  /** Whether the pictures in neurons can be had. */
  readonly hasGlyphs: boolean;
  readonly error: Error | null;
}

export interface MissingView {
  readonly view: WatchedViewName;
  readonly reason: string;
}

/** Watches exactly what the graph shows, and puts it into the store; commits only when something cannot be had. */
export function useWatchedNumbers(store: NumbersStore, options: WatchOptions): WatchState {
  const { source, network, context, shown, element, glyph } = options;
  const viewer = useViewer();
  const [error, setError] = useFrameState<Error | null>(null);
  const wanted = useStable(useMemo(() => graphNeeds(context, shown, glyph), [context, shown, glyph]));
  const { needs, reasons } = useSupported(source, wanted);

  // Numbers of another source or architecture must not be drawn over this one's geometry.
  useEffect(() => () => store.clear(), [store, source, network]);
  useEffect(() => {
    const kept = new Set(needs.map(needKey));
    store.update(({ frames }) => ({ frames: new Map([...frames].filter(([key]) => kept.has(key))) }));
    const current = needs.filter(({ at }) => at === undefined);
    // A source may give none of them, such as a model of which only the structure is known.
    if (current.length === 0) return undefined;
    const watch = (at: 'live' | number, onSeen: () => void): Unsubscribe =>
      source.watchAll(
        current.map(({ view }) => view),
        {
          at,
          // All of one step, so that a picture never mixes steps.
          onFrames: (frames) => {
            setError(null);
            store.update((latest) =>
              withFrames(
                latest,
                current.map((need, index) => [need, frames[index]!]),
              ),
            );
            onSeen();
          },
          onError: (reason) => {
            setError(reason);
            onSeen();
          },
        },
      );
    return followStep(element.current, { source, viewer, at: undefined, watch });
  }, [store, source, network, needs, viewer, element, setError]);
  const past = usePastFrames(store, source, network, needs);
  useEffect(() => {
    if (glyph === null) store.update({ glyphs: null });
  }, [store, glyph]);
  useMarks(store, options);
  const hasGlyphs = needs.some(({ view }) => view.kind === 'responseMaps' || view.kind === 'inputWeights');
  return useMemo(
    () => ({ reasons: past === null ? reasons : [...reasons, past], hasGlyphs, error }),
    [reasons, past, hasGlyphs, error],
  );
}

/** Reads what is needed of past steps; returns what cannot be had. */
function usePastFrames(
  store: NumbersStore,
  source: TrainingSource,
  network: NetworkDescription,
  needs: readonly GraphNeed[],
): MissingView | null {
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    const leave = needs.map((need) =>
      need.at === undefined
        ? null
        : watchStep(source, {
            network,
            view: need.view,
            at: need.at,
            onFrame: (frame) => {
              setReason(null);
              store.update((latest) => withFrames(latest, [[need, frame]]));
            },
            onError: ({ message }) => setReason(message),
          }),
    );
    return () => {
      for (const stop of leave) stop?.();
      setReason(null);
    };
  }, [store, source, network, needs]);
  return useMemo(() => (reason === null ? null : { view: 'former', reason }), [reason]);
}

/** What of the wanted needs a source can give now, and why not the others. A source may gain or lose a view while it lives. */
function useSupported(
  source: TrainingSource,
  wanted: readonly GraphNeed[],
): { readonly needs: readonly GraphNeed[]; readonly reasons: readonly MissingView[] } {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const read = useMemo(() => createSupportReader(source, wanted), [source, wanted]);
  const answers = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => {
    const reasons = new Map<WatchedViewName, string>();
    wanted.forEach(({ view }, at) => {
      const reason = answers[at];
      if (reason != null) reasons.set(view.kind, reason);
    });
    return {
      needs: wanted.filter((_, at) => answers[at] === null),
      reasons: [...reasons].map(([view, reason]) => ({ view, reason })),
    };
  }, [wanted, answers]);
}

/** Asks a source which needs it refuses, and why: the same array as long as the answers are equal. */
function createSupportReader(source: TrainingSource, wanted: readonly GraphNeed[]): () => readonly (string | null)[] {
  let known: readonly (string | null)[] = [];
  return () => {
    const now = wanted.map(({ view }) => {
      const support = source.supports(view);
      return support === true ? null : support.reason;
    });
    if (!samePlainData(now, known)) known = now;
    return known;
  };
}
