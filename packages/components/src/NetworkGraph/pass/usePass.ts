'use client';
import { useInput, useViewer, type NetworkDescription, type TrainingSource } from '@neuroglow/engine';
import { useLatest } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { useRoot } from '../../shared/Root.js';
import { inputWeightImages } from '../scene/inputWeightImages.js';
import { withFrames } from '../quantities/graphFrames.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { passStages, type PassKind, type PassStage } from './pass.js';
import type { CanvasController } from '../scene/canvasController.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';

export interface Pass {
  /** Where the pass has come to; null while none is shown. */
  readonly stage: PassStage | null;
  /** The step whose numbers are shown; null for plain values, which have none. */
  readonly step: number | null;
  readonly cost: number | null;
  readonly playing: boolean;
  /** Why the pass cannot be shown. */
  readonly error: string | null;
  /** Shows the next stop; from none, reads a new pass and shows its first stop. After the last there is none. */
  readonly next: () => void;
  readonly back: () => void;
  /** Plays on from here, or stops. */
  readonly play: () => void;
  readonly end: () => void;
}

export interface PassOptions {
  readonly kind: PassKind | undefined;
  readonly controller: CanvasController;
  readonly store: NumbersStore;
  readonly source: TrainingSource | null;
  readonly network: NetworkDescription;
  readonly glyph: GlyphPlan | null;
}

interface PassState {
  /** Which stop; null while no pass is shown. */
  readonly at: number | null;
  readonly playing: boolean;
  readonly step: number | null;
  readonly cost: number | null;
  readonly error: string | null;
}

const none: PassState = { at: null, playing: false, step: null, cost: null, error: null };

/** Milliseconds from one stop to the next: numbers want to be read. */
const PER_STOP = { forward: 1600, training: 1800 };
/** Milliseconds that the front takes from one layer to the next. */
const PER_LAYER = 720;

/**
 * A pass of one input through the network. While it is shown, the picture holds the numbers of the step that it began with: training may run on,
 * and nothing of what is shown moves.
 */
export function usePass({ kind = 'forward', controller, store, source, network, glyph }: PassOptions): Pass {
  const { theme } = useRoot();
  const [input] = useInput(source);
  const viewer = useViewer();
  const stages = useMemo(() => passStages(network.layers.length, kind), [network, kind]);
  const [state, change] = useReducer(
    (known: PassState, next: Partial<PassState>): PassState => ({ ...known, ...next }),
    none,
  );
  const { at, playing } = state;
  const stage = at === null ? null : (stages[at] ?? null);
  const reading = useRef(0);
  // Stops asked for while the pass is being read; null while it is not.
  const ahead = useRef<number | null>(null);
  const latest = useLatest(state);

  const begin = (plays: boolean): void => {
    const asked = ++reading.current;
    if (!source) {
      store.hold(store.get());
      change({ ...none, at: 0, playing: plays });
      return;
    }
    if (!input) return;
    ahead.current = 0;
    // Fetched when a pass is first shown.
    const read = import('./readPass.js').then(({ readPass }) =>
      readPass(source, input, kind, viewer.getSnapshot().cursor),
    );
    read.then(
      ({ step, frames, slopes, cost }) => {
        if (asked !== reading.current) return;
        const numbers = withFrames(store.get(), frames);
        const glyphs = glyph?.kind === 'inputWeights' ? inputWeightImages(network, numbers.weights) : numbers.glyphs;
        store.hold({ ...numbers, glyphs, ...(slopes && { slopes }) });
        change({
          ...none,
          at: Math.min(ahead.current ?? 0, stages.length - 1),
          playing: plays,
          step,
          cost,
        });
        ahead.current = null;
      },
      (error: unknown) => {
        if (asked !== reading.current) return;
        ahead.current = null;
        change({ ...none, error: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  const end = (): void => {
    reading.current++;
    ahead.current = null;
    store.release();
    change(none);
  };

  // Another input, step, run or architecture: what is shown is not its pass.
  useEffect(() => {
    const stop = (): void => {
      reading.current++;
      ahead.current = null;
      store.release();
      change(none);
    };
    const isBusy = (): boolean => ahead.current !== null || latest.current.at !== null || latest.current.error !== null;
    const runId = source?.getSnapshot().runId;
    const leave = source?.subscribe(() => {
      if (source.getSnapshot().runId !== runId) stop();
    });
    let known = viewer.getSnapshot().cursor;
    const leaveViewer = viewer.subscribe(() => {
      const now = viewer.getSnapshot().cursor;
      if (now === known) return;
      known = now;
      // A cursor that is dragged commits nothing while no pass is shown.
      if (isBusy()) stop();
    });
    return () => {
      leave?.();
      leaveViewer();
      stop();
    };
  }, [store, source, network, input, viewer, kind, latest]);

  const front = useRef<number | null>(null);
  useEffect(() => {
    if (stage === null) {
      front.current = null;
      controller.emphasize({ wave: null, wavesBackward: false });
      return;
    }
    const from = front.current ?? stage.wave;
    const started = performance.now();
    let frame = 0;
    const move = (now: number): void => {
      const share = theme.reducedMotion ? 1 : Math.min(1, Math.max(0, now - started) / PER_LAYER);
      front.current = from + (stage.wave - from) * share;
      controller.emphasize({ wave: front.current, wavesBackward: stage.backward });
      if (share < 1) frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  }, [stage, controller, theme.reducedMotion]);
  useEffect(() => () => controller.emphasize({ wave: null, wavesBackward: false }), [controller]);

  // Plays up to the last stop, and leaves that to be read.
  useEffect(() => {
    if (!playing || at === null) return;
    const timer = setTimeout(
      () => change(at + 1 < stages.length ? { at: at + 1 } : { playing: false }),
      PER_STOP[kind],
    );
    return () => clearTimeout(timer);
  }, [playing, at, stages, kind]);

  return {
    stage,
    step: state.step,
    cost: state.cost,
    playing,
    error: state.error,
    next: () => {
      if (ahead.current !== null) ahead.current++;
      else if (at === null) begin(false);
      else if (at + 1 < stages.length) change({ at: at + 1, playing: false });
      else end();
    },
    back: () => {
      if (at === 0) end();
      else if (at !== null) change({ at: at - 1, playing: false });
    },
    play: () => {
      if (playing) change({ playing: false });
      else if (at === null || at + 1 >= stages.length) begin(true);
      else change({ playing: true });
    },
    end,
  };
}
