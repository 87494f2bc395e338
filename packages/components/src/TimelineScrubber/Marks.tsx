'use client';
import { useRef, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { positionOfStep, type StepDomain } from '../shared/stepAxis/stepAxis.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useTooltip } from '../shared/useTooltip.js';
import type { JournalMark } from './journalWords.js';
import type { TimelineScrubberMessages } from './messages.js';
import type { TimelineScrubberSlot } from './types.js';

export interface MarksProps {
  readonly marks: readonly JournalMark[];
  readonly domain: StepDomain;
  readonly words: TimelineScrubberMessages;
  readonly slot: SlotNames<TimelineScrubberSlot>;
  readonly onStep: (step: number) => void;
}

/** The ends of the track in steps, and between them a mark per change by hand: it says what was changed, and leads there. */
export function Marks({ marks, domain, words, slot, onStep }: MarksProps): ReactElement {
  const { format, element: root } = useRoot();
  const tooltip = useTooltip(root);
  const [first, last] = domain;
  return (
    <div className={slot('marks')}>
      <span aria-hidden="true">{format.integer(first)}</span>
      {marks.length > 0 && (
        <ul aria-label={words.marks}>
          {marks.map((mark) => (
            <Mark key={mark.step} {...{ mark, domain, words, slot, onStep, tooltip, root }} />
          ))}
        </ul>
      )}
      <span aria-hidden="true">{format.integer(last)}</span>
    </div>
  );
}

interface MarkProps extends Omit<MarksProps, 'marks'> {
  readonly mark: JournalMark;
  readonly tooltip: ReturnType<typeof useTooltip>;
  readonly root: HTMLElement | null;
}

function Mark({ mark: { step, sentences }, domain, words, slot, onStep, tooltip, root }: MarkProps): ReactElement {
  const { format } = useRoot();
  const item = useRef<HTMLLIElement | null>(null);
  const share = positionOfStep(domain, 1, step);
  useIsomorphicLayoutEffect(() => {
    item.current?.style.setProperty('--_neuroglow-mark', String(share));
  }, [share]);
  const isOne = sentences.length === 1;
  const show = (): void => {
    if (!root || !item.current) return;
    const around = root.getBoundingClientRect();
    const { left, top, width, height } = item.current.getBoundingClientRect();
    tooltip.show(
      isOne ? { title: sentences[0]! } : { title: words.changes(sentences.length, format), lines: sentences },
      { x: left - around.left, y: top - around.top, width, height },
      { sides: ['along'] },
    );
  };
  return (
    <li ref={item}>
      <button
        type="button"
        className={slot('mark')}
        data-many={!isOne || undefined}
        aria-label={isOne ? sentences[0] : `${words.changes(sentences.length, format)} ${sentences.join('; ')}`}
        onClick={() => onStep(step)}
        onPointerEnter={show}
        onPointerLeave={tooltip.hide}
        onFocus={show}
        onBlur={tooltip.hide}
      />
    </li>
  );
}
