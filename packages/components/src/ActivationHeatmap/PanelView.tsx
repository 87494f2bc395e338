'use client';
import type { TrainingSource } from '@neuroglow/engine';
import { useLatest } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { pointShapes } from '../drawing/scenes/cells.js';
import { colorScale, kindForQuantity } from '../shared/colorScale.js';
import { countNotFinite } from '../shared/domain.js';
import type { FrameStore } from '../shared/frameStore.js';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import { LegendList } from '../shared/legend/LegendList.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { Theme } from '../shared/theme.js';
import { useDomains } from '../shared/useDomains.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useFrameState } from '../shared/useFrameState.js';
import { useSize } from '../shared/useSize.js';
import { useTextAlternative } from '../shared/useTextAlternative.js';
import { useTooltip } from '../shared/useTooltip.js';
import { Badges, healthList, type HealthList } from './Badges.js';
import { CellGrid } from './CellGrid.js';
import { DataTable } from './DataTable.js';
import type { ContentSlot, HeatmapContent } from './exporting.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { AnyMode } from './modes/mode.js';
import type { Axes, Panel, PanelNumbers, PanelPoints } from './panel.js';
import { Pager } from './Pager.js';
import { PanelLabels } from './PanelLabels.js';
import type { ActivationHeatmapProps, ActivationHeatmapSlot } from './types.js';
import { useNeuronHealth } from './useNeuronHealth.js';
import { useCellCanvas } from './useCellCanvas.js';

/** What every part of the component is given. */
export interface SharedProps {
  readonly mode: AnyMode;
  readonly props: ActivationHeatmapProps;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
  readonly exporter: ContentSlot;
}

export interface PanelViewProps extends SharedProps {
  /** Filled with the element that decides whether the picture is on screen. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly panel: Panel;
  readonly numbers: FrameStore<PanelNumbers>;
  readonly axes: Axes | null;
  readonly points: PanelPoints | null;
  /** Says which step is shown, where it is a past one. */
  readonly badge?: ReactNode;
  /** Where cells stand for samples: selects those of a cell, and gives them back. */
  readonly onPick?: ((cell: number) => Promise<readonly number[]>) | undefined;
  /** Where the neurons are judged that may be badged; null for plain values. */
  readonly judge?: TrainingSource | null | undefined;
  /** A button under the picture. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | null | undefined;
}

/** Cells drawn by the drawing worker with the marks over them, the elements that people touch, the legend, and words. */
export function PanelView(view: PanelViewProps): ReactElement {
  const { props, words, slot, stage, panel, numbers, axes, points, badge, onPick, action, judge, exporter } = view;
  const { theme, format, element: root } = useRoot();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const alternative = useRef<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const tooltip = useTooltip(element);
  const say = useTextAlternative(alternative);
  const [notFinite, setNotFinite] = useFrameState(0);
  const [remark, setRemark] = useFrameState('');
  const [moving, setMoving] = useFrameState<string>('');
  const [page, setPage] = useState(0);
  const { rules, hasDots } = panel;
  const [domains, extend] = useDomains(rules, props.domain ?? 'run', rules.length - (hasDots ? 1 : 0));
  const scales = useMemo(
    () => domains.map((domain, place) => colorScale(theme, domain, kindForQuantity(rules[place]?.quantity, domain))),
    [domains, rules, theme],
  );
  const layout = useMemo(
    () => (size.width > 0 ? panel.layoutFor(size, format, axes, page) : null),
    [panel, size, format, axes, page],
  );
  useCellCanvas({ canvas, numbers, panel, layout, size, scales, theme, points, axes, source: props.source });

  useEffect(() => {
    const receive = (): void => {
      const now = numbers.get();
      if (!now) return;
      for (const [place, values] of now.extents.entries()) if (values) extend(place, values, now.runId);
      setNotFinite(countNotFinite(now.values));
      setRemark(now.remark?.(format) ?? '');
      setMoving(classesIn(now));
      say(() => now.summary(format));
    };
    receive();
    return numbers.subscribe(receive);
  }, [numbers, extend, say, format, setNotFinite, setRemark, setMoving]);

  const neurons = layout?.groups[0]?.neurons ?? 0;
  const isBadged = props.badges ?? neurons <= mostBadged;
  const health = useNeuronHealth(judge ?? null, isBadged ? (panel.badgedLayer ?? null) : null, numbers);
  const list = useMemo(() => health && healthList(health), [health]);
  const entries = [
    ...panel.legend(domains, notFinite),
    ...classEntries(
      points?.classes ?? moving.split(',').filter(Boolean).map(Number),
      numbers.get()?.points?.classNames ?? null,
      words,
      theme,
    ),
  ];
  const content = useLatest((): HeatmapContent | null => {
    const now = numbers.get();
    if (!layout || !now || !canvas.current || !root) return null;
    const caption = [panel.note, remark].filter(Boolean).join(' ');
    return { root, canvas: canvas.current, layout, panel, numbers: now, entries, caption, theme, format, words };
  });
  const read = useMemo(() => () => content.current(), [content]);
  useEffect(() => {
    exporter.fill(read);
    return () => exporter.fill(null);
  }, [exporter, read]);
  const judged = list
    ? words.health(
        list.rows,
        { ...mapNeurons(list), duplicates: list.duplicates.map(([one, other]) => [one + 1, other + 1]) },
        format,
      )
    : '';
  const Overlay = panel.overlay ?? CellGrid;
  return (
    <>
      <div ref={stage} className={slot('stage')}>
        <canvas ref={canvas} className={slot('cells')} aria-hidden="true" />
        {layout && <PanelLabels labels={layout.labels} slot={slot} />}
        {list && layout?.groups[0] && <Badges health={list} group={layout.groups[0]} words={words} slot={slot} />}
        {layout?.groups.map((group, index) => {
          const groupWords = panel.groups[index];
          return (
            groupWords && (
              <Overlay
                key={group.layer}
                group={group}
                index={index}
                names={groupWords}
                numbers={numbers}
                axes={axes}
                tooltip={tooltip}
                slot={slot}
                words={words}
                onPick={onPick}
                areNeurons={panel.areNeurons}
                source={props.source}
              />
            )
          );
        })}
        {props.legend === false && badge}
      </div>
      <div ref={alternative} className="neuroglow__hidden" />
      {props.legend !== false && (
        <div className={slot('legend')}>
          <LegendList entries={entries} messages={words} />
          {badge}
          {panel.note !== null && <div className={slot('note')}>{panel.note}</div>}
          {remark !== '' && <div className={slot('note')}>{remark}</div>}
          {judged !== '' && <div className={slot('note')}>{judged}</div>}
        </div>
      )}
      <Pager
        page={Math.min(page, (layout?.pages ?? 1) - 1)}
        pages={layout?.pages ?? 1}
        onPage={setPage}
        words={words}
        slot={slot}
      />
      {action && (
        <div className={slot('pager')}>
          <button type="button" className={slot('action')} onClick={action.onClick}>
            {action.label}
          </button>
        </div>
      )}
      {props.table === true && <DataTable read={read} words={words} slot={slot} />}
    </>
  );
}

/** Wider layers are badged when asked for. */
const mostBadged = 256;

/** As people count them. */
function mapNeurons({ dead, silent, saturated }: HealthList): Pick<HealthList, 'dead' | 'silent' | 'saturated'> {
  const fromOne = (neurons: readonly number[]): number[] => neurons.map((neuron) => neuron + 1);
  return { dead: fromOne(dead), silent: fromOne(silent), saturated: fromOne(saturated) };
}

/** A legend names as many classes as there are colours for them. */
const mostClasses = 10;

function classEntries(
  all: ArrayLike<number>,
  names: readonly string[] | null,
  words: ActivationHeatmapMessages,
  { categorical }: Theme,
): readonly LegendEntry[] {
  const classes = [...new Set(Array.from(all))].sort((one, other) => one - other);
  return classes.slice(0, mostClasses).map((number): LegendEntry => ({
    kind: 'swatch',
    label: names?.[number] ?? words.classNumber(number),
    color: categorical[number % categorical.length],
    shape: pointShapes[number % pointShapes.length],
  }));
}

/** The classes of moving points, as a text that is equal for equal classes. */
function classesIn({ points }: PanelNumbers): string {
  return points?.classes ? [...new Set(Array.from(points.classes))].sort((one, other) => one - other).join() : '';
}
