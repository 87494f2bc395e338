'use client';
import type { ScalarRole, TrainingSource } from '@neuroglow/engine';
import { calmSnapshot, createThrottle } from '@neuroglow/engine/internal';
import { useCallback, useEffect, useRef, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { lineStyle, type LineStyle } from './scene/lineStyle.js';
import type { CostPlotMessages } from './messages.js';
import type { UnseenCounts } from './scene/scene.js';
import { latest, type CurveSeries, type RunCurves } from './series/curves.js';
import type { RunStore } from './series/runEntries.js';
import { seriesName, writeCost } from './words/writeCost.js';
import type { CostPlotSlot } from './types.js';

export interface PlotLegendProps {
  readonly store: RunStore;
  /** Whose costs are told, of the same step as all other readings on the page; null for plain values and several runs. */
  readonly source: TrainingSource | null;
  readonly toggled: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly unseen: UnseenCounts;
  /** What the band is, in words; null without one. */
  readonly band: string | null;
  readonly isLog: boolean;
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
}

/** An entry of the legend: a curve of a single run; of several runs, a run, or what its lines have in common. */
export interface LegendItem {
  readonly key: string;
  readonly name: string;
  readonly role: ScalarRole;
  readonly style: LineStyle;
  /** Whose latest value is told; null for what several runs have in common. */
  readonly value: { readonly run: RunCurves; readonly series: CurveSeries } | null;
  readonly isMetric: boolean;
}

/** The curves' names, how they are drawn and what they are now; what cannot be seen. Numbers change without React. */
export function PlotLegend(props: PlotLegendProps): ReactElement {
  const { store, source, toggled, onToggle, unseen, band, isLog, words, slot } = props;
  const { format, theme } = useRoot();
  const list = useRef<HTMLDListElement | null>(null);
  const items = legendItems(store.get() ?? [], band !== null, words, theme);

  const tell = useCallback(() => {
    const snapshot = source && calmSnapshot(source).get();
    for (const { key, value, role } of legendItems(store.get() ?? [], band !== null, words, theme)) {
      const line = list.current?.querySelector(`[data-value="${CSS.escape(key)}"]`);
      if (!line || !value) continue;
      const known = role === 'training' ? snapshot?.cost : role === 'validation' ? snapshot?.validation?.cost : null;
      line.textContent = writeCost(known ?? latest(value.series), words, format);
    }
  }, [store, source, band, words, theme, format]);
  // Entries that have just come tell the same cost as all other readings, at once.
  useIsomorphicLayoutEffect(tell);
  useEffect(() => {
    const throttle = createThrottle(100, tell);
    const leave = store.subscribe(throttle.request);
    const leaveSnapshots = source && calmSnapshot(source).subscribe(tell);
    return () => {
      leave();
      leaveSnapshots?.();
      throttle.reset();
    };
  }, [store, source, tell]);

  const counts = [
    [words.notFiniteValues, unseen.notFinite],
    [words.notOnLog, isLog ? unseen.notOnLog : 0],
    [words.beyond, unseen.beyond],
  ] as const;
  return (
    <dl className={slot('values')} aria-label={words.curves} ref={list}>
      {items.map(({ key, name, role, style, value, isMetric }) => (
        <div key={key} className={slot('value')}>
          <dt data-line={role}>
            <button type="button" aria-pressed={toggled.has(key) === isMetric} onClick={() => onToggle(key)}>
              <Swatch style={style} />
              {name}
            </button>
          </dt>
          {value && (
            <dd data-value={key} data-role={role}>
              {writeCost(latest(value.series), words, format)}
            </dd>
          )}
        </div>
      ))}
      {band !== null && (
        <div className={slot('value')} data-band>
          <dt>{band}</dt>
        </div>
      )}
      {counts.map(
        ([name, count]) =>
          count > 0 && (
            <div key={name} className={slot('value')} data-hidden-values>
              <dt>{name}</dt>
              <dd>{format.integer(count)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Swatch({ style }: { readonly style: LineStyle }): ReactElement {
  return (
    <svg width="20" height="8" aria-hidden="true" focusable="false">
      <path
        d="M1 4H19"
        fill="none"
        stroke={style.color}
        strokeWidth="2"
        strokeDasharray={style.dash.join(' ') || undefined}
      />
    </svg>
  );
}

/** Stands in for the curves of a run until they come, so that nothing moves then. */
const notYet: CurveSeries = { name: 'cost', role: 'training', steps: [], values: [] };

/** One run: its series. Several: each run, then each series by name, with the line that all runs draw it with. With a band, series alone. */
export function legendItems(
  runs: readonly RunCurves[],
  isBanded: boolean,
  words: CostPlotMessages,
  theme: Parameters<typeof lineStyle>[1],
): readonly LegendItem[] {
  const metrics = [
    ...new Set(runs.flatMap(({ series }) => series.filter(({ role }) => role === 'metric').map(({ name }) => name))),
  ];
  const styleOf = ({ role, name }: CurveSeries, run: number, count: number): LineStyle =>
    lineStyle({ role, metric: metrics.indexOf(name), run, runs: count }, theme);
  const itemOf = (run: RunCurves, series: CurveSeries, isCommon: boolean): LegendItem => ({
    ...{ key: series.name, name: seriesName(series, words), role: series.role, isMetric: series.role === 'metric' },
    style: isCommon && !isBanded ? { ...styleOf(series, 0, 1), color: theme.colors.muted } : styleOf(series, 0, 1),
    value: isCommon ? null : { run, series },
  });
  const [only] = runs;
  if (runs.length <= 1) {
    if (!only) return [];
    const series = only.series.length > 0 ? only.series : [notYet];
    return series.map((one) => itemOf(only, one, false));
  }
  const common = new Map<string, LegendItem>();
  for (const run of runs) {
    for (const series of run.series) if (!common.has(series.name)) common.set(series.name, itemOf(run, series, true));
  }
  const each = runs.map((run, at): LegendItem => {
    const series = run.series.find(({ role }) => role === 'training') ?? run.series[0];
    const style = { ...lineStyle({ role: 'training', metric: 0, run: at, runs: runs.length }, theme) };
    return {
      ...{ key: run.key, name: run.name, role: 'training', style, isMetric: false },
      value: series ? { run, series } : null,
    };
  });
  // One name for what there is one of says nothing.
  return [...each, ...(common.size > 1 || isBanded ? common.values() : [])];
}
