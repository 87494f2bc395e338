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
import { useStable } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { createFrameStore } from '../shared/frameStore.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { StepBadge } from '../shared/StepBadge.js';
import { useFrameState } from '../shared/useFrameState.js';
import type { ModeViews } from './modes/mode.js';
import type { Axes, PanelNumbers } from './panel.js';
import { PanelView, type SharedProps } from './PanelView.js';

type SourceProps = SharedProps & { readonly source: TrainingSource };

/** A mode over what a source gives. */
export function WatchedPanel(shared: SourceProps): ReactElement {
  const { mode, props, words, source } = shared;
  const network = useNetwork(source);
  const [input] = useInput(source);
  const views = useStable(network && mode.views(props, { network, input }));
  const description = useStable(network && mode.describe(props, { network, input }, words));
  const support = useSupport(views?.main ?? null, { source });
  if (support !== true) return <Message>{support.reason}</Message>;
  if (!views || !description) return <Message>{mode.missing(words)}</Message>;
  return <Watched {...shared} views={views} description={description} />;
}

interface WatchedProps extends SourceProps {
  readonly views: ModeViews;
  readonly description: object;
}

function Watched({ views, description, source, ...shared }: WatchedProps): ReactElement {
  const { mode, props, words } = shared;
  const stage = useRef<HTMLDivElement | null>(null);
  const [error, setError] = useFrameState<Error | null>(null);
  const [axes, setAxes] = useState<Axes | null>(null);
  const [numbers] = useState(() => createFrameStore<PanelNumbers>());
  const shown = useRef<number | null>(null);
  const extra = useSupport(views.extra ?? null, { source }) === true ? (views.extra ?? null) : null;
  useViews(
    extra ? [views.main, extra] : [views.main],
    ([main, beside]) => {
      setError(null);
      const read = mode.read({ main, extra: beside ?? null }, description, words);
      if (!read) return;
      if (read.axes) setAxes(read.axes);
      shown.current = main.step;
      numbers.set(read);
    },
    { source, element: stage, onError: setError },
  );
  const panel = useMemo(() => mode.panel(description, words), [mode, description, words]);
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
            shown={() => shown.current}
            subscribe={numbers.subscribe}
            messages={words}
            isOverlaid={props.legend === false}
          />
        }
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
