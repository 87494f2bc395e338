'use client';
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
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
import { CellList } from './CellList.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { AnyMode } from './modes/index.js';
import type { Axes, Panel, PanelNumbers, PanelPoints } from './panel.js';
import { PanelLabels } from './PanelLabels.js';
import type { ActivationHeatmapProps, ActivationHeatmapSlot } from './types.js';
import { useCellCanvas } from './useCellCanvas.js';

/** What every part of the component is given. */
export interface SharedProps {
  readonly mode: AnyMode;
  readonly props: ActivationHeatmapProps;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
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
}

/** Cells drawn by the drawing worker with the marks over them, the elements that people touch, the legend, and words. */
export function PanelView(view: PanelViewProps): ReactElement {
  const { props, words, slot, stage, panel, numbers, axes, points, badge, onPick } = view;
  const { theme, format } = useRoot();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const alternative = useRef<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const tooltip = useTooltip(element);
  const say = useTextAlternative(alternative);
  const [notFinite, setNotFinite] = useFrameState(0);
  const { rules, hasDots } = panel;
  const [domains, extend] = useDomains(rules, props.domain ?? 'run', rules.length - (hasDots ? 1 : 0));
  const scales = useMemo(
    () => domains.map((domain, place) => colorScale(theme, domain, kindForQuantity(rules[place]?.quantity, domain))),
    [domains, rules, theme],
  );
  const layout = useMemo(
    () => (size.width > 0 ? panel.layoutFor(size, format, axes) : null),
    [panel, size, format, axes],
  );
  useCellCanvas({ canvas, numbers, panel, layout, size, scales, theme, points, source: props.source });

  useEffect(() => {
    const receive = (): void => {
      const now = numbers.get();
      if (!now) return;
      for (const [place, values] of now.extents.entries()) if (values) extend(place, values, now.runId);
      setNotFinite(countNotFinite(now.values));
      say(() => now.summary(format));
    };
    receive();
    return numbers.subscribe(receive);
  }, [numbers, extend, say, format, setNotFinite]);

  return (
    <>
      <div ref={stage} className={slot('stage')}>
        <canvas ref={canvas} className={slot('cells')} aria-hidden="true" />
        {layout && <PanelLabels labels={layout.labels} slot={slot} />}
        {layout?.groups.map((group, index) => {
          const groupWords = panel.groups[index];
          return (
            groupWords && (
              <CellList
                key={group.layer}
                group={group}
                index={index}
                names={groupWords}
                numbers={numbers}
                tooltip={tooltip}
                slot={slot}
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
          <LegendList
            entries={[...panel.legend(domains, notFinite), ...classEntries(points, words, theme)]}
            messages={words}
          />
          {badge}
          {panel.note !== null && <div className={slot('note')}>{panel.note}</div>}
        </div>
      )}
    </>
  );
}

/** A legend names as many classes as there are colours for them. */
const mostClasses = 10;

function classEntries(
  points: PanelPoints | null,
  words: ActivationHeatmapMessages,
  { categorical }: Theme,
): readonly LegendEntry[] {
  if (!points?.classes) return [];
  const classes = [...new Set(Array.from(points.classes))].sort((one, other) => one - other);
  return classes.slice(0, mostClasses).map((number): LegendEntry => ({
    kind: 'swatch',
    label: words.classNumber(number),
    color: categorical[number % categorical.length],
  }));
}
