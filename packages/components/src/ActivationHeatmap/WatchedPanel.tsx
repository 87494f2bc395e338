'use client';
import {
  useInput,
  useNetwork,
  useSelection,
  useSupport,
  useViewer,
  useViews,
  type Frame,
  type TrainingSource,
} from '@neuroglow/engine';
import { useLatest, useStable } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { createFrameStore } from '../shared/frameStore.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { StepBadge } from '../shared/StepBadge.js';
import { useFrameState } from '../shared/useFrameState.js';
import { differenceOf, differencePanel } from './difference.js';
import type { ModeFrames, ModeMemory, ModeViews } from './modes/mode.js';
import type { Axes, PanelNumbers } from './panel.js';
import { PanelView, type SharedProps } from './PanelView.js';
import { usePrepared, type Prepared } from './usePrepared.js';
import { widen } from './widen.js';

type SourceProps = SharedProps & { readonly source: TrainingSource };

/** A mode over what a source gives. */
export function WatchedPanel(shared: SourceProps): ReactElement {
  const { mode, props, words, source } = shared;
  const network = useNetwork(source);
  const [input] = useInput(source);
  const preparation = useStable(network && (mode.prepare?.(props, { network, input }, words) ?? null));
  const prepared = usePrepared(source, preparation);
  const context = network && { network, input, prepared: prepared.frame };
  const views = useStable(context && mode.views(props, context));
  const description = useStable(context && mode.describe(props, context, words));
  const support = useSupport(preparation?.view ?? views?.main ?? null, { source });
  if (support !== true) return <Message>{support.reason}</Message>;
  if (prepared.error) return <ErrorBox error={prepared.error} messages={words} />;
  if (preparation && !prepared.frame) return <Message>{words.waiting}</Message>;
  if (!views || !description) return <Message>{mode.missing(words)}</Message>;
  return <Watched {...shared} views={views} description={description} prepared={prepared} />;
}

interface WatchedProps extends SourceProps {
  readonly views: ModeViews;
  readonly description: object;
  readonly prepared: Prepared;
}

function Watched({ views, description, prepared, source, ...shared }: WatchedProps): ReactElement {
  const { mode, props, words } = shared;
  const stage = useRef<HTMLDivElement | null>(null);
  const [error, setError] = useFrameState<Error | null>(null);
  const [axes, setAxes] = useState<Axes | null>(null);
  const [numbers] = useState(() => createFrameStore<PanelNumbers>());
  // Another description means other numbers: nothing that was remembered holds.
  const remembered = useRef<{ readonly of: object; readonly memory: ModeMemory } | null>(null);
  const shown = useRef<ModeFrames | null>(null);
  const compared = useRef<ModeFrames | null>(null);
  const compare = 'compare' in props ? props.compare : undefined;
  const extra = useSupport(views.extra ?? null, { source }) === true ? (views.extra ?? null) : null;
  const show = (frames: ModeFrames): void => {
    if (remembered.current?.of !== description) {
      remembered.current = { of: description, memory: { order: null, reach: null } };
    }
    const { memory } = remembered.current;
    const isRunning = source.getSnapshot().status === 'running';
    const read = mode.read({ ...frames, isRunning, memory }, description, words);
    if (!read) return;
    if (read.reach) memory.reach = widen(memory.reach, read.reach);
    const sides = read.axes ?? memory.reach;
    if (sides) setAxes(sides);
    if (!compare) {
      numbers.set(read);
      return;
    }
    const base = compared.current && mode.read({ ...compared.current, isRunning: true, memory }, description, words);
    const difference = base && differenceOf(read, base);
    if (difference) numbers.set(difference);
  };
  useViews(
    extra ? [views.main, extra] : [views.main],
    ([main, beside]) => {
      setError(null);
      shown.current = { main, extra: beside ?? null };
      show(shown.current);
    },
    { source, element: stage, onError: setError },
  );
  const latest = useLatest(show);
  useViews(
    compare ? (extra ? [views.main, extra] : [views.main]) : null,
    ([main, beside]) => {
      compared.current = { main, extra: beside ?? null };
      if (shown.current) latest.current(shown.current);
    },
    {
      source: compare?.source ?? source,
      element: stage,
      onError: setError,
      // Another source has steps of its own: without a step its latest is meant.
      ...(compare?.at !== undefined ? { at: compare.at } : compare?.source && { at: 'live' as const }),
    },
  );
  // What stands still while a run makes steps, such as the order of rows, may move when it pauses.
  useEffect(() => {
    let wasRunning = source.getSnapshot().status === 'running';
    return source.subscribe(() => {
      const isRunning = source.getSnapshot().status === 'running';
      if (wasRunning && !isRunning && shown.current) latest.current(shown.current);
      wasRunning = isRunning;
    });
  }, [source, latest]);
  const isDifference = compare !== undefined;
  const panel = useMemo(() => {
    const plain = mode.panel(description, words);
    return isDifference ? differencePanel(plain, words) : plain;
  }, [mode, description, words, isDifference]);
  const rows = useRows(source, views.points ?? null);
  const known = useStable(axes);
  const points = useMemo(() => mode.points?.(props, known, rows) ?? null, [mode, props, known, rows]);
  const findSamples = useFindSamples({ ...shared, source }, description);
  return (
    <>
      {error && <ErrorBox error={error} messages={words} />}
      <PanelView
        {...shared}
        stage={stage}
        panel={panel}
        numbers={numbers}
        axes={known}
        points={points}
        onPick={findSamples}
        badge={
          <StepBadge
            source={source}
            shown={() => shown.current?.main.step ?? null}
            subscribe={numbers.subscribe}
            messages={words}
            isOverlaid={props.legend === false}
          />
        }
        judge={compare ? null : source}
        action={prepared.again}
      />
    </>
  );
}

/** Data rows, read once per network: they do not move while it learns. */
function useRows(source: TrainingSource, view: ModeViews['points']): Frame | null {
  const stable = useStable(view ?? null);
  const network = useNetwork(source);
  const [rows, setRows] = useState<Frame | null>(null);
  useEffect(() => {
    if (stable === null || source.supports(stable) !== true) return;
    let wanted = true;
    source.read(stable).then(
      (frame) => {
        if (wanted) setRows(frame);
      },
      // Points are an extra; what fails here is reported by the view that the picture needs.
      () => undefined,
    );
    return () => {
      wanted = false;
      setRows(null);
    };
  }, [source, stable, network]);
  return rows;
}

/** For modes whose cells stand for samples: selects those of a cell. */
function useFindSamples(
  { mode, props, source }: SourceProps,
  description: object,
): ((cell: number) => Promise<readonly number[]>) | undefined {
  const [selection, setSelection] = useSelection(source);
  const viewer = useViewer();
  if (!mode.samplesView) return undefined;
  return async (cell) => {
    const view = mode.samplesView?.(props, cell, description);
    const frame = view && (await source.read(view, { at: viewer.getSnapshot().cursor }));
    if (frame?.kind !== 'confusionMatrix' || !frame.samples) return [];
    const samples = [...frame.samples];
    setSelection({ ...selection, samples, samplesOf: frame.of });
    return samples;
  };
}
