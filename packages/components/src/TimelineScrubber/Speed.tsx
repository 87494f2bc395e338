'use client';
import { useId, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { TimelineScrubberMessages } from './messages.js';

export interface SpeedProps {
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly words: TimelineScrubberMessages;
  readonly className: string;
  readonly onChange: (speed: number) => void;
}

/** How many steps per second are played. */
export function Speed({ speed, speeds, words, className, onChange }: SpeedProps): ReactElement {
  const { format } = useRoot();
  const id = useId();
  const offered = speeds.includes(speed) ? speeds : [...speeds, speed].sort((one, other) => one - other);
  return (
    <span className={className}>
      <label htmlFor={id}>
        <span className="neuroglow__hidden">{words.speed}</span>
      </label>
      <select
        id={id}
        className="neuroglow-timeline-scrubber__input"
        value={speed}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {offered.map((option) => (
          <option key={option} value={option}>
            {words.perSecond(option, format)}
          </option>
        ))}
      </select>
    </span>
  );
}
