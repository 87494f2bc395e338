'use client';
import type { TrainingSource } from '@neuroglow/engine';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { FrameStore } from '../shared/frameStore.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { calmSnapshot, createThrottle } from '@neuroglow/engine/internal';
import { useFrameState } from '../shared/useFrameState.js';
import { useTextAlternative } from '../shared/useTextAlternative.js';
import type { CostPlotSlot } from './types.js';
import { noCurves, type CostCurves } from './curveData.js';
import { countHidden, lastStep, latest, type CostScale } from './geometry.js';
import type { CostPlotMessages } from './messages.js';
import { writeCost } from './writeCost.js';

export interface CurrentValuesProps {
  /** Whose costs are told, of the same step as all other readings on the page; null for plain values. */
  readonly source: TrainingSource | null;
  readonly curves: FrameStore<CostCurves>;
  readonly scale: CostScale;
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
}

/** The curves' names, how they are drawn and what they are now; what cannot be drawn; and the plot in words. Numbers change without React. */
export function CurrentValues({ source, curves, scale, words, slot }: CurrentValuesProps): ReactElement {
  const { format } = useRoot();
  const training = useRef<HTMLElement | null>(null);
  const validation = useRef<HTMLElement | null>(null);
  const alternative = useRef<HTMLDivElement | null>(null);
  // What a server writes; from then on numbers change without React.
  const [initial] = useState(() => curves.get() ?? noCurves);
  const [heldOut, setHeldOut] = useFrameState(initial.validation.steps.length > 0);
  const [hidden, setHidden] = useFrameState(() => countHidden(initial, scale));
  const say = useTextAlternative(alternative);

  useEffect(() => {
    const snapshots = source && calmSnapshot(source);
    const tellCosts = (): void => {
      const now = curves.get() ?? noCurves;
      const snapshot = snapshots?.get();
      const write = (line: HTMLElement | null, cost: number | null): void => {
        if (line) line.textContent = writeCost(cost, words, format);
      };
      write(training.current, snapshot?.cost ?? latest(now.training));
      write(validation.current, snapshot?.validation?.cost ?? latest(now.validation));
    };
    const tell = (): void => {
      const now = curves.get() ?? noCurves;
      setHeldOut(now.validation.steps.length > 0);
      setHidden(countHidden(now, scale));
      tellCosts();
      say(() =>
        [[words.training, now.training] as const, [words.validation, now.validation] as const]
          .filter(([, { costs }]) => costs.length > 0)
          .map(([name, { costs }]) =>
            words.summary(name, costs[0] ?? NaN, costs[costs.length - 1] ?? NaN, lastStep(now), format),
          )
          .join(' '),
      );
    };
    const throttle = createThrottle(100, tell);
    throttle.request();
    const leave = curves.subscribe(throttle.request);
    const leaveSnapshots = snapshots?.subscribe(tellCosts);
    return () => {
      leave();
      leaveSnapshots?.();
      throttle.reset();
    };
  }, [source, curves, scale, words, format, say, heldOut, setHeldOut, setHidden]);

  return (
    <>
      <dl className={slot('values')}>
        <div className={slot('value')}>
          <dt data-line="training">{words.training}</dt>
          <dd ref={training}>{writeCost(latest(initial.training), words, format)}</dd>
        </div>
        {heldOut && (
          <div className={slot('value')}>
            <dt data-line="validation">{words.validation}</dt>
            <dd ref={validation}>{writeCost(latest(initial.validation), words, format)}</dd>
          </div>
        )}
        {hidden > 0 && (
          <div className={slot('value')} data-hidden-values>
            <dt>{scale === 'log' ? words.notOnLog : words.notFiniteValues}</dt>
            <dd>{format.integer(hidden)}</dd>
          </div>
        )}
      </dl>
      <div ref={alternative} className="neuroglow__hidden" />
    </>
  );
}
