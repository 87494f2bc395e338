'use client';
import { useView, type TrainingSource } from '@neuroglow/engine';
import { useEffect, type RefObject } from 'react';
import { useRoot } from '../shared/Root.js';
import type { StepRange } from './interaction/window.js';
import type { CostPlotMessages } from './messages.js';
import type { PlotEvent } from './scene/scene.js';
import { reduceGiven } from './series/given.js';
import type { RunEntry, RunStore } from './series/runEntries.js';
import { eventsOf } from './words/events.js';

export interface RunWatcherProps {
  readonly entry: RunEntry;
  readonly store: RunStore;
  /** The steps to ask for. */
  readonly window: StepRange;
  readonly points: number;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly words: CostPlotMessages;
  readonly onError: (error: Error | null) => void;
  readonly onEvents: (key: string, events: readonly PlotEvent[]) => void;
}

/** Brings the curves of one run into the store, of the steps shown. Renders nothing. */
export function RunWatcher(props: RunWatcherProps): null {
  const { entry, store, window, points, stage, words, onError, onEvents } = props;
  const { key, name, source, values, fork } = entry;
  const { format } = useRoot();
  useView(
    source ? { kind: 'scalars', ...(window !== 'all' && { range: window }), points } : null,
    ({ series }) => {
      onError(null);
      store.put({ key, name, fork, series });
    },
    // Live even where others look back: where the cursor stands is marked in the whole curve.
    { source, at: 'live', element: stage, onError },
  );
  useEffect(() => {
    if (!values) return;
    const range = window === 'all' ? ([-Infinity, Infinity] as const) : window;
    store.put({ key, name, fork, series: reduceGiven(values, range, points) });
  }, [store, key, name, fork, values, window, points]);
  useEffect(() => {
    if (!source) return;
    let known: readonly [unknown, unknown] = [null, null];
    const tell = (): void => {
      const now = [source.journal, source.getSnapshot().status === 'diverged'] as const;
      if (now[0] === known[0] && now[1] === known[1]) return;
      known = now;
      onEvents(key, eventsOf(source, words, format));
    };
    tell();
    const leave = source.subscribe(tell);
    return () => {
      leave();
      onEvents(key, []);
    };
  }, [source, key, words, format, onEvents]);
  return null;
}

/** The source whose cursor the plot moves. */
export function sourceWithTimeline(entries: readonly RunEntry[]): TrainingSource | null {
  return entries.find(({ source }) => source?.timeline)?.source ?? null;
}
