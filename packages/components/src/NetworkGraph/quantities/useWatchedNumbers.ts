'use client';
import {
  useView,
  type InputReference,
  type NetworkDescription,
  type TrainingSource,
  type View,
} from '@neuroglow/engine';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type RefObject } from 'react';
import type { WatchedViewName } from '../messages.js';
import type { NumbersStore } from './numbers.js';
import type { ConnectionColor, NeuronColor } from './quantities.js';
import type { GlyphPlan } from '../scene/scene.js';
import { useFormer } from './useBaseline.js';

export interface WatchOptions {
  readonly source: TrainingSource;
  readonly network: NetworkDescription;
  readonly input: InputReference | null;
  readonly element: RefObject<Element | null>;
  readonly neuronColor: NeuronColor;
  readonly connectionColor: ConnectionColor;
  readonly gradientOf: 'sample' | 'batch';
  readonly changeSince: number;
  readonly glyph: GlyphPlan | null;
  /** Whether dead and saturated neurons are marked. */
  readonly marks: boolean;
}

/** What a source cannot give, and what went wrong. */
export interface WatchState {
  /** What cannot be had, and why not. */
  readonly reasons: readonly MissingView[];
  /** Whether the pictures in neurons can be had. */
  readonly hasGlyphs: boolean;
  readonly error: Error | null;
}

export interface MissingView {
  readonly view: WatchedViewName;
  readonly reason: string;
}

/** Cells a side of a response map in a neuron: more could not be seen. */
const GLYPH_RESOLUTION = 16;

/** Watches exactly what the graph shows, and puts it into the store; commits only when something cannot be had. */
export function useWatchedNumbers(store: NumbersStore, options: WatchOptions): WatchState {
  const { source, network, element, glyph } = options;
  const [error, setError] = useState<Error | null>(null);
  const wanted = useMemo(() => viewsFor(options), [options]);
  const { views, reasons } = useSupported(source, wanted);
  const watch = { source, element, onError: setError };

  const since = options.neuronColor === 'change' ? options.changeSince : null;
  const former = useFormer(store, { source, network, since });
  // Numbers of another source or architecture must not be drawn over this one's geometry.
  useEffect(() => () => store.clear(), [store, source, network]);
  useView(
    views.parameters,
    ({ runId, step, layers }) => {
      setError(null);
      store.update({
        runId,
        step,
        weights: layers.map(({ weights }) => weights),
        biases: layers.map(({ biases }) => biases),
      });
    },
    watch,
  );
  useView(
    views.activations,
    ({ runId, step, activations, preActivations, target }) =>
      store.update({
        ...{ runId, step, activations, preActivations, target },
        formerActivations: former.activationsOf(activations[0]),
      }),
    watch,
  );
  useView(
    views.gradients,
    ({ deltas, layers }) =>
      store.update({
        deltas,
        weightGradients: layers.map(({ weights }) => weights),
        biasGradients: layers.map(({ biases }) => biases),
      }),
    watch,
  );
  useView(views.firingRates, ({ rates }) => store.update({ firingRates: rates }), watch);
  useView(
    views.responseMaps,
    ({ resolution, maps }) => store.update({ glyphs: { rows: resolution, columns: resolution, values: maps } }),
    watch,
  );
  useView(
    views.inputWeights,
    ({ shape, inputs, weights }) =>
      store.update({ glyphs: { rows: shape?.[0] ?? 1, columns: shape?.[1] ?? inputs, values: weights } }),
    watch,
  );
  useEffect(() => {
    if (glyph === null) store.update({ glyphs: null });
  }, [store, glyph]);
  useMarks(store, options);
  const hasGlyphs = views.responseMaps !== null || views.inputWeights !== null;
  return useMemo(
    () => ({
      reasons: former.reason === null ? reasons : [...reasons, { view: 'former', reason: former.reason }],
      hasGlyphs,
      error,
    }),
    [reasons, former.reason, hasGlyphs, error],
  );
}

type Wanted = ReturnType<typeof viewsFor>;

/** What of the wanted views a source can give now, and why not the others. A source may gain or lose a view while it lives. */
function useSupported(
  source: TrainingSource,
  wanted: Wanted,
): { readonly views: Wanted; readonly reasons: readonly MissingView[] } {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  // Written as text, so that an answer that says the same is the same.
  const read = (): string =>
    JSON.stringify(
      Object.entries(wanted).flatMap(([name, view]) => {
        const support = view === null ? true : source.supports(view);
        return support === true ? [] : [[name, support.reason]];
      }),
    );
  const refused = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => {
    const reasons = new Map(JSON.parse(refused) as [name: WatchedViewName, reason: string][]);
    const views = Object.fromEntries(
      Object.entries(wanted).map(([name, view]) => [name, reasons.has(name as WatchedViewName) ? null : view]),
    ) as Wanted;
    return { views, reasons: [...reasons].map(([view, reason]) => ({ view, reason })) };
  }, [wanted, refused]);
}

function viewsFor({ input, neuronColor, connectionColor, gradientOf, glyph }: WatchOptions) {
  const activations = input === null ? null : ({ kind: 'activations', input } as const);
  const needsGradients =
    neuronColor === 'gradient' || connectionColor === 'gradient' || typeof neuronColor === 'function';
  const of = gradientOf === 'batch' ? 'batch' : input;
  return {
    parameters: { kind: 'parameters' },
    activations,
    gradients: needsGradients && of !== null ? { kind: 'gradients', of } : null,
    firingRates: neuronColor === 'firingRate' ? { kind: 'firingRates' } : null,
    responseMaps:
      glyph?.kind === 'responseMap' ? { kind: 'responseMaps', layer: glyph.layer, resolution: GLYPH_RESOLUTION } : null,
    inputWeights: glyph?.kind === 'inputWeights' ? { kind: 'inputWeights' } : null,
  } as const satisfies Record<Exclude<WatchedViewName, 'former'>, View | null>;
}

/** Dead and saturated neurons are looked for this seldom: it takes many rows, and training should not wait for it. */
const MARK_INTERVAL = 2000;
/** The first look waits for the picture itself. */
const FIRST_MARK = 200;

function useMarks(store: NumbersStore, { source, network, marks }: WatchOptions): void {
  useEffect(() => {
    const view = { kind: 'layerStatistics' } as const;
    if (!marks || source.supports(view) !== true) return;
    let stopped = false;
    let lookedAt = '';
    const look = async (): Promise<void> => {
      const { runId, step } = source.getSnapshot();
      const now = `${runId} ${step}`;
      if (now === lookedAt || store.get().runId === '') return;
      lookedAt = now;
      try {
        const frame = await source.read(view);
        if (!stopped) store.update({ flags: frame.layers.map(({ flags }, layer) => marksOf(flags, layer, network)) });
      } catch {
        // Marks are an extra; what fails here is reported by the views that the picture needs.
      }
    };
    const first = setTimeout(() => void look(), FIRST_MARK);
    const timer = setInterval(() => void look(), MARK_INTERVAL);
    return () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [store, source, network, marks]);
}

/** Hidden neurons are marked, which let no gradient through. An output near 0 or 1 is sure of itself, and that is no fault. */
function marksOf(flags: Uint8Array, layer: number, { layers }: NetworkDescription): Uint8Array {
  return layer < layers.length - 1 ? flags : new Uint8Array(flags.length);
}
