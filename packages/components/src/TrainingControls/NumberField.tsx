'use client';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { NumberKind } from './numberText.js';

export interface NumberFieldProps {
  readonly label: string;
  readonly kind: NumberKind;
  readonly value: number;
  /** What is wrong with a text that is no such number. */
  readonly invalid: string;
  readonly characters: number;
  readonly className: string;
  readonly onChange: (value: number) => void;
}

/** A number that is typed, or walked with the arrow keys; Enter or leaving the field takes it, Escape gives the former back. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, kind, value, invalid, characters, className, onChange } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? kind.write(value);
  const parsed = kind.parse(text);

  const take = (): void => {
    if (parsed === null) return;
    setDraft(null);
    if (parsed !== value) onChange(parsed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setDraft(null);
      onChange(kind.next(parsed ?? value, event.key === 'ArrowUp' ? 1 : -1));
    }
  };
  return (
    <span className={className}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="spinbutton"
        aria-valuenow={parsed ?? value}
        aria-valuetext={text}
        aria-invalid={parsed === null}
        aria-describedby={parsed === null ? `${id}-invalid` : undefined}
        className="neuroglow-training-controls__input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        size={characters}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          take();
          setDraft(null);
        }}
        onKeyDown={onKeyDown}
      />
      {parsed === null && (
        <span id={`${id}-invalid`} role="alert" className="neuroglow-training-controls__invalid">
          {invalid}
        </span>
      )}
    </span>
  );
}
