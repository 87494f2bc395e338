'use client';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { TimelineScrubberMessages } from './messages.js';

export interface StepFieldProps {
  readonly step: number;
  readonly first: number;
  readonly last: number;
  readonly words: TimelineScrubberMessages;
  readonly className: string;
  readonly onStep: (step: number) => void;
  readonly onStepBy: (count: number) => void;
}

/** A step that is typed, or walked with the arrow keys. Enter or leaving the field takes it, Escape gives the former back. */
export function StepField(props: StepFieldProps): ReactElement {
  const { step, first, last, words, className, onStep, onStepBy } = props;
  const { format } = useRoot();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? format.integer(step);
  const typed = draft === null ? step : wholeNumber(draft);
  const isValid = typed !== null && typed >= first && typed <= last;
  const take = (): void => {
    if (draft !== null && isValid) onStep(typed);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      if (isValid) take();
    } else if (event.key === 'Escape') setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setDraft(null);
      onStepBy(event.key === 'ArrowUp' ? 1 : -1);
    }
  };
  return (
    <span className={className}>
      <label htmlFor={id}>{words.step}</label>
      <input
        id={id}
        role="spinbutton"
        aria-valuenow={typed ?? step}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuetext={text}
        aria-invalid={!isValid}
        aria-describedby={isValid ? undefined : `${id}-invalid`}
        className="neuroglow-timeline-scrubber__input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <span>{words.of(last, format)}</span>
      {!isValid && (
        <span id={`${id}-invalid`} role="alert" className="neuroglow-timeline-scrubber__invalid">
          {words.invalidStep(first, last, format)}
        </span>
      )}
    </span>
  );
}

/** The whole number in a text, whatever groups its digits; null if it is none. */
function wholeNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s.,'’\u00a0\u202f]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
