'use client';
import { useCursor, type TrainingSource } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { ErrorBox } from '../shared/Message.js';
import { useRoot } from '../shared/Root.js';
import { slotNames, type SlotNames } from '../shared/slots.js';
import { useFrameState } from '../shared/useFrameState.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize } from '../shared/useSize.js';
import { useTextAlternative } from '../shared/useTextAlternative.js';
import { useTooltip } from '../shared/useTooltip.js';
import { knownXs } from './axes/horizontal.js';
import { CursorHandle } from './CursorHandle.js';
import type { ExporterSlot } from './export/exportHandle.js';
import type { CursorSteps } from './interaction/cursor.js';
import type { PlotInput } from './interaction/plotController.js';
import type { CostPlotMessages } from './messages.js';
import { PlotControls } from './PlotControls.js';
import { legendItems, PlotLegend } from './PlotLegend.js';
import { RunWatcher, sourceWithTimeline } from './RunWatcher.js';
import { ScaleSwitch } from './ScaleSwitch.js';
import type { PlotEvent, PlotScene, UnseenCounts } from './scene/scene.js';
import { lastStep } from './series/curves.js';
import { createRunStore, type RunEntry } from './series/runEntries.js';
import type { CostPlotProps, CostPlotSlot } from './types.js';
import { useChoice } from './useChoice.js';
import { usePlotController } from './usePlotController.js';
import { useStepWindow } from './useStepWindow.js';
import { useToldReading } from './useToldReading.js';

export interface PlotProps {
  readonly options: CostPlotProps;
  readonly entries: readonly RunEntry[];
  readonly words: CostPlotMessages;
  readonly exporter: ExporterSlot;
}

const nothingUnseen: UnseenCounts = { notFinite: 0, notOnLog: 0, beyond: 0 };
const noKeys: ReadonlySet<string> = new Set();

/** A plot of some runs: legend, curves, controls. Frames pass by React. */
export function Plot({ options, entries, words, exporter }: PlotProps): ReactElement {
  const { smoothing = 0, robust = true, points = 2048, controls = 'scale', wheel = 'focused', classNames } = options;
  const { theme, format, element: root } = useRoot();
  const slot: SlotNames<CostPlotSlot> = useMemo(() => slotNames('cost-plot', classNames), [classNames]);
  const [store] = useState(() => createRunStore(entries, points));
  useIsomorphicLayoutEffect(() => store.keep(entries), [store, entries]);
  const [, setShape] = useFrameState('');
  useEffect(() => {
    const read = (): void => setShape((store.get() ?? []).map(shapeOf).join('|'));
    read();
    return store.subscribe(read);
  }, [store, setShape]);

  const [scale, setScale] = useChoice(options.scale, options.defaultScale ?? 'linear', options.onScaleChange);
  const [x, setX] = useChoice(options.x, options.defaultX ?? 'step', options.onXChange);
  const [xScale, setXScale] = useChoice(options.xScale, options.defaultXScale ?? 'linear', options.onXScaleChange);
  const [toggled, setToggled] = useState(noKeys);
  const [unseen, setUnseen] = useState(nothingUnseen);
  const [isFollowing, setFollowing] = useState(false);
  const [events, setEvents] = useState<ReadonlyMap<string, readonly PlotEvent[]>>(new Map());
  const [error, setError] = useFrameState<Error | null>(null);
  const onEvents = useCallback((key: string, found: readonly PlotEvent[]) => {
    setEvents((known) => ((known.get(key)?.length ?? 0) + found.length === 0 ? known : new Map(known).set(key, found)));
  }, []);

  const own = entries.filter(({ fork }) => fork === null).length;
  const chosen = options.band ?? (own >= 3 ? 'extremes' : 'none');
  const band = chosen === 'none' || own < 2 ? null : chosen;
  const stage = useRef<HTMLDivElement | null>(null);
  const reader = useRef<HTMLDivElement | null>(null);
  const handle = useRef<HTMLDivElement | null>(null);
  const alternative = useRef<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(reader.current), []);
  const size = useSize(element);
  const tooltip = useTooltip(element);
  const say = useTextAlternative(alternative);
  const { range, window } = useStepWindow();
  const [cursor] = useCursor();

  const source: TrainingSource | null = entries.length === 1 ? (entries[0]?.source ?? null) : null;
  const seekable = sourceWithTimeline(entries);
  const hasHandle = seekable !== null || cursor !== 'live' || options.onCursorChange !== undefined;
  const cursorSteps = useCallback(
    (): CursorSteps =>
      seekable?.timeline?.getSnapshot() ?? { first: 0, last: lastStep(store.get() ?? []), kept: 'every' },
    [seekable, store],
  );
  const settings = useMemo(
    () => ({ x, xScale, scale, robust, halfLife: smoothing, band, toggled, events: [...events.values()].flat() }),
    [x, xScale, scale, robust, smoothing, band, toggled, events],
  );
  const axisNames = useMemo(
    () => ({
      x: { step: words.steps, epoch: words.epochs, time: words.times }[x],
      left: words.costs,
      right: words.metrics,
    }),
    [words, x],
  );
  const input = useMemo(
    (): PlotInput => ({ size, theme, format, axisNames, settings, wheel, cursorSteps: hasHandle ? cursorSteps : null }),
    [size, theme, format, axisNames, settings, wheel, hasHandle, cursorSteps],
  );
  const nothing = useHasSteps(source) ? words.waiting : words.empty;
  const told = useToldReading({ reader, store, tooltip, words, format, entries, nothing });
  const [tell] = useState(() => createSceneTeller());
  const used = usePlotController({
    ...{ reader, stage, handle, hasHandle, store, input },
    onScene: (scene) =>
      tell(scene, (now) => {
        setUnseen((before) => (sameCounts(before, now.unseen) ? before : now.unseen));
        say(() => told.describe(now));
      }),
    onReading: (reading) => told.read(reading, used.controller.current?.scene() ?? null),
    onFollowing: setFollowing,
  });
  const { controller, parts, problem } = used;

  const bandText = band === null ? null : words.band(band, own, format);
  useEffect(() => {
    const drawn = controller.current;
    if (!drawn || !parts || !root) return;
    exporter.fill(
      parts.exporterOf({
        ...{ controller: drawn, input: () => input, words, root },
        legend: () => [
          ...legendItems(store.get() ?? [], band !== null, words, theme).filter(
            ({ key, isMetric }) => toggled.has(key) === isMetric,
          ),
          ...(bandText === null ? [] : [bandText]),
        ],
      }),
    );
    return () => exporter.fill(null);
  }, [exporter, controller, parts, root, input, words, store, band, bandText, theme, toggled]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (controller.current?.onKey(event)) event.preventDefault();
  };
  const onToggle = (key: string): void => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  const [isEmpty, setEmpty] = useFrameState(true);
  useEffect(() => {
    const read = (): void => setEmpty(lastStep(store.get() ?? []) === 0);
    read();
    return store.subscribe(read);
  }, [store, setEmpty]);

  return (
    <>
      {entries.map((entry) => (
        <RunWatcher
          key={entry.key}
          {...{ entry, store, window, stage, words, onEvents }}
          points={window === 'all' ? points : Math.min(65_536, 2 * points)}
          onError={setError}
        />
      ))}
      {error && <ErrorBox error={error} messages={words} />}
      <div className={slot('header')}>
        <PlotLegend
          {...{ store, source, toggled, onToggle, unseen, words, slot }}
          band={bandText}
          isLog={scale === 'log' || xScale === 'log'}
        />
        <PlotControls
          {...{ words, slot, isFollowing, x, xScale }}
          isComplete={controls === 'all'}
          isZoomed={range !== 'all' && controls !== 'none'}
          known={knownXs(store.get() ?? [])}
          onX={setX}
          onXScale={setXScale}
          onZoom={(factor) => controller.current?.zoom(factor)}
          onShowAll={() => controller.current?.reset()}
          onFollow={(follow) => controller.current?.follow(follow)}
        />
        {controls !== 'none' && <ScaleSwitch scale={scale} onChange={setScale} words={words} slot={slot} />}
      </div>
      <div className={slot('stage')} ref={stage}>
        <div
          ref={reader}
          className={slot('reader')}
          role="slider"
          tabIndex={0}
          aria-label={words.reader}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={0}
          aria-valuenow={0}
          aria-valuetext={nothing}
          onKeyDown={onKeyDown}
          onBlur={() => controller.current?.leave()}
        >
          {problem ? (
            <ErrorBox error={problem} messages={words} />
          ) : (
            isEmpty && <p className={slot('empty')}>{nothing}</p>
          )}
        </div>
        {hasHandle && (
          <CursorHandle
            {...{ handle, words, slot }}
            source={seekable}
            steps={cursorSteps}
            onKey={(event) => controller.current?.onCursorKey(event) ?? false}
          />
        )}
      </div>
      <div ref={alternative} className="neuroglow__hidden" />
    </>
  );
}

/** What of a run's curves a render depends on. */
function shapeOf({
  key,
  series,
}: {
  readonly key: string;
  readonly series: readonly { readonly name: string }[];
}): string {
  return [key, ...series.map(({ name }) => name)].join(' ');
}

function sameCounts(one: UnseenCounts, other: UnseenCounts): boolean {
  return one.notFinite === other.notFinite && one.notOnLog === other.notOnLog && one.beyond === other.beyond;
}

/** Whether the run has made steps, although their curves may not have arrived yet. */
function useHasSteps(source: TrainingSource | null): boolean {
  const subscribe = useCallback((listener: () => void) => source?.subscribe(listener) ?? (() => undefined), [source]);
  const read = (): boolean => (source?.getSnapshot().step ?? 0) > 0;
  return useSyncExternalStore(subscribe, read, () => (source?.getServerSnapshot().step ?? 0) > 0);
}

/** Tells of scenes ten times a second, of the latest at last. */
function createSceneTeller(): (scene: PlotScene, tell: (scene: PlotScene) => void) => void {
  let latest: (() => void) | null = null;
  const throttle = createThrottle(100, () => latest?.());
  return (scene, tell) => {
    latest = () => tell(scene);
    throttle.request();
  };
}
