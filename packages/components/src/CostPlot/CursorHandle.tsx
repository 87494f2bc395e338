'use client';
import { useCursor, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { createThrottle } from '@neuroglow/engine/internal';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { CursorSteps } from './interaction/cursor.js';
import type { CostPlotMessages } from './messages.js';
import type { CostPlotSlot } from './types.js';

export interface CursorHandleProps {
  readonly handle: RefObject<HTMLDivElement | null>;
  readonly source: TrainingSource | null;
  /** Where it can stand. */
  readonly steps: () => CursorSteps;
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
}

/** The line at the step that pictures show, with a knob to drag: a slider. Where it is on the axis, the plot says. */
export function CursorHandle({ handle, source, steps, onKey, words, slot }: CursorHandleProps): ReactElement {
  const { format } = useRoot();
  const [cursor] = useCursor();
  const [{ first, last }, setEnds] = useState({ first: 0, last: 0 });
  useEffect(() => {
    const read = (): void => {
      const now = steps();
      setEnds((before) => (before.first === now.first && before.last === now.last ? before : now));
    };
    const throttle = createThrottle(500, read);
    throttle.request();
    const leave = source?.subscribe(throttle.request);
    return () => {
      leave?.();
      throttle.reset();
    };
  }, [source, steps]);
  const now = cursor === 'live' ? last : cursor;
  return (
    <div
      ref={handle}
      className={slot('cursor')}
      role="slider"
      tabIndex={0}
      data-live={cursor === 'live' || undefined}
      aria-label={words.cursor}
      aria-orientation="horizontal"
      aria-valuemin={first}
      aria-valuemax={Math.max(last, now)}
      aria-valuenow={now}
      aria-valuetext={cursor === 'live' ? `${words.live}, ${words.step(now, format)}` : words.step(now, format)}
      onKeyDown={(event) => {
        if (onKey(event)) event.preventDefault();
      }}
    />
  );
}
