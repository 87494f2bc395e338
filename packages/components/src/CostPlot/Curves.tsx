'use client';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import type { FrameStore } from '../shared/frameStore.js';
import { ErrorBox } from '../shared/Message.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { createThrottle } from '@neuroglow/engine/internal';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useFrameState } from '../shared/useFrameState.js';
import { useStepRange } from '../shared/stepAxis/useStepRange.js';
import { useSize } from '../shared/useSize.js';
import { useTooltip } from '../shared/useTooltip.js';
import type { CostPlotSlot } from './types.js';
import { noCurves, type CostCurves } from './curveData.js';
import { lastStep, pointByKey, type CostScale } from './geometry.js';
import type { CostPlotMessages } from './messages.js';
import { usePlot, type Plot } from './usePlot.js';
import { writeStep } from './writeCost.js';

export interface CurvesProps {
  readonly curves: FrameStore<CostCurves>;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly scale: CostScale;
  readonly halfLife: number;
  /** A step to mark with a line; null for none. */
  readonly marked: number | null;
  /** Whether the run has made steps; their curves may not have arrived yet. */
  readonly hasSteps: boolean;
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
}

/** The curves, and a line that pointer, finger or keys move along them. To a screen reader it is a slider over the steps. */
export function Curves({ curves, stage, scale, halfLife, marked, hasSteps, words, slot }: CurvesProps): ReactElement {
  const { theme, format } = useRoot();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const tooltip = useTooltip(element);
  const [empty, setEmpty] = useFrameState(true);
  const nothing = hasSteps ? words.waiting : words.empty;
  const reading = useRef<number | null>(null);

  const onCursor = ({ chart, aligned }: Plot, index: number): void => {
    const step = aligned.steps[index];
    reading.current = step ?? null;
    if (step === undefined) {
      tooltip.hide();
      return;
    }
    const lines = writeStep(curves.get() ?? noCurves, step, words, format);
    const x = chart.over.offsetLeft + (chart.cursor.left ?? 0);
    const y = chart.over.offsetTop + Math.max(0, chart.cursor.top ?? 0);
    tooltip.show({ title: words.step(step, format), lines }, { x, y, width: 1, height: 1 });
    setValue(stage.current, step, [words.step(step, format), ...lines].join(', '));
  };
  const [plot, problem] = usePlot({
    element,
    curves,
    size,
    theme,
    format,
    scale,
    halfLife,
    steps: words.steps,
    costs: words.costs,
    marked,
    range: useStepRange(),
    onCursor,
  });

  // What the slider says while nobody moves it: the latest step.
  useEffect(() => {
    const throttle = createThrottle(1000, () => {
      const now = curves.get() ?? noCurves;
      const last = lastStep(now);
      stage.current?.setAttribute('aria-valuemax', String(last));
      if (reading.current !== null) return;
      const known = [words.step(last, format), ...writeStep(now, last, words, format)].join(', ');
      setValue(stage.current, last, last > 0 ? known : nothing);
    });
    const receive = (): void => {
      setEmpty(lastStep(curves.get() ?? noCurves) === 0);
      throttle.request();
    };
    receive();
    const leave = curves.subscribe(receive);
    return () => {
      leave();
      throttle.reset();
    };
  }, [curves, stage, words, nothing, format, setEmpty]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const now = plot.current;
    if (!now) return;
    const { steps } = now.aligned;
    if (event.key === 'Escape') {
      now.chart.setCursor({ left: -10, top: -10 });
      return;
    }
    // Keys stay within the steps shown.
    const { min = -Infinity, max = Infinity } = now.chart.scales['x'] ?? {};
    const shown = steps.filter((step) => step >= min && step <= max);
    const at = now.chart.cursor.idx ?? null;
    const current = at === null ? shown.length - 1 : shown.indexOf(steps[at] ?? NaN);
    const to = pointByKey(current, shown.length, event.key);
    if (to === null) return;
    event.preventDefault();
    now.chart.setCursor({ left: now.chart.valToPos(shown[to] ?? 0, 'x'), top: 0 });
  };

  return (
    <div
      ref={stage}
      className={slot('stage')}
      role="slider"
      tabIndex={0}
      aria-label={words.reader}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      aria-valuetext={nothing}
      onKeyDown={onKeyDown}
      onBlur={() => plot.current?.chart.setCursor({ left: -10, top: -10 })}
    >
      {problem ? <ErrorBox error={problem} messages={words} /> : empty && <p className={slot('empty')}>{nothing}</p>}
    </div>
  );
}

function setValue(slider: HTMLElement | null, step: number, text: string): void {
  slider?.setAttribute('aria-valuenow', String(step));
  slider?.setAttribute('aria-valuetext', text);
}
