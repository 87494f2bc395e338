'use client';
import type { TimelineState } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { TimelineScrubberMessages } from './messages.js';
import type { TimelineScrubberSlot } from './types.js';

export interface TransportProps {
  readonly timeline: TimelineState;
  /** Steps per second, greater than 0. */
  readonly speed: number;
  readonly words: TimelineScrubberMessages;
  readonly slot: SlotNames<TimelineScrubberSlot>;
}

const icons = {
  stepBack: 'M8.5 1.5h1.75v9H8.5zM7.25 1.5v9L1.5 6z',
  playBackwards: 'M9.5 1 1.5 6l8 5z',
  pause: 'M2.5 1h2.5v10H2.5zM7 1h2.5v10H7z',
  play: 'M2.5 1 10.5 6l-8 5z',
  stepOn: 'M1.75 1.5H3.5v9H1.75zM4.75 1.5v9L10.5 6z',
} as const;

/** Step by step, and playing in both directions. */
export function Transport({ timeline, speed, words, slot }: TransportProps): ReactElement {
  const { isPlaying, speed: played, play, pause, stepBy } = timeline;
  const button = (icon: keyof typeof icons, name: string, onClick: () => void, isActive = false): ReactElement => (
    <button
      type="button"
      className={slot('button')}
      aria-label={name}
      title={name}
      data-active={isActive || undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" fill="currentColor">
        <path d={icons[icon]} />
      </svg>
    </button>
  );
  const playing = (direction: 1 | -1, icon: 'play' | 'playBackwards', name: string): ReactElement => {
    const isActive = isPlaying && Math.sign(played) === direction;
    return isActive
      ? button('pause', words.pause, pause, true)
      : button(icon, name, () => play({ speed: direction * speed }));
  };
  const stepping = (count: 1 | -1) => (): void => {
    pause();
    stepBy(count);
  };
  return (
    <div className={slot('transport')}>
      {button('stepBack', words.stepBack, stepping(-1))}
      {playing(-1, 'playBackwards', words.playBackwards)}
      {playing(1, 'play', words.play)}
      {button('stepOn', words.stepOn, stepping(1))}
    </div>
  );
}
