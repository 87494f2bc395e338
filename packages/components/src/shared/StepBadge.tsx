'use client';
import { useViewer, type TrainingSource } from '@neuroglow/engine';
import { calmSnapshot, useLatest } from '@neuroglow/engine/internal';
import { useEffect, useRef, type ReactElement } from 'react';
import type { CommonMessages } from './messages.js';
import { pastStepText } from './pastStep.js';
import { useRoot } from './Root.js';

export interface StepBadgeProps {
  readonly source: TrainingSource;
  /** The step of the numbers that are drawn; null before the first. */
  readonly shown: () => number | null;
  /** Calls back when other numbers are drawn. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly messages: CommonMessages;
  /** Whether it lies on the picture, where there is no legend to stand in. */
  readonly isOverlaid?: boolean;
}

/** The badge of a picture that looks back: which step it shows. Written without React, so that scrubbing commits nothing. */
export function StepBadge({ source, shown, subscribe, messages, isOverlaid = false }: StepBadgeProps): ReactElement {
  const viewer = useViewer();
  const { format } = useRoot();
  const badge = useRef<HTMLSpanElement | null>(null);
  const read = useLatest(shown);
  useEffect(() => {
    const write = (): void => {
      const element = badge.current;
      if (!element) return;
      const text = pastStepText(source, viewer, read.current(), messages, format);
      if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
      element.hidden = text === null;
    };
    write();
    const leave = [subscribe(write), viewer.subscribe(write), calmSnapshot(source).subscribe(write)];
    return () => {
      for (const stop of leave) stop();
    };
  }, [source, viewer, subscribe, messages, format, read]);
  return <span ref={badge} className="neuroglow__past" data-overlaid={isOverlaid || undefined} hidden />;
}
