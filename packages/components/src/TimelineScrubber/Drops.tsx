'use client';
import { useDrops, type Drop, type TimelineState, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { positionOfStep, type StepDomain } from '../shared/stepAxis/stepAxis.js';
import type { TimelineScrubberMessages } from './messages.js';
import type { DropSearch, TimelineScrubberSlot } from './types.js';

/** Seconds that a drop takes in slow motion. */
const SLOW_SECONDS = 8;
const none: readonly Drop[] = [];

interface OfDrops {
  readonly source: TrainingSource;
  readonly search: DropSearch;
}

function useFound({ source, search }: OfDrops): { readonly drops: readonly Drop[]; readonly problem: string | null } {
  const { frame, unsupported, error } = useDrops({ source, maxFps: 4, ...search });
  return { drops: frame?.drops ?? none, problem: unsupported ?? error?.message ?? null };
}

/** The drops as bands behind the curve. Positions are shares of the track. */
export function DropBands({ domain, ...of }: OfDrops & { readonly domain: StepDomain }): ReactElement {
  const { drops } = useFound(of);
  const x = (step: number): number => 100 * positionOfStep(domain, 1, step);
  return (
    <svg className="neuroglow-timeline-scrubber__bands" aria-hidden="true" focusable="false">
      {drops.map(({ from, to, provisional }) => (
        <rect
          key={from}
          data-provisional={provisional || undefined}
          x={`${x(from)}%`}
          width={`${Math.max(0.25, x(to) - x(from))}%`}
          height="100%"
        />
      ))}
    </svg>
  );
}

export interface DropStepsProps extends OfDrops {
  readonly timeline: TimelineState;
  /** The step shown. */
  readonly step: number;
  readonly words: TimelineScrubberMessages;
  readonly slot: SlotNames<TimelineScrubberSlot>;
  /** Stops playing, and shows a step. */
  readonly onStep: (step: number) => void;
}

/** Buttons to the drop before and after the step shown, one that plays through a drop slowly, and the drops as text. */
export function DropSteps({ timeline, step, words, slot, onStep, ...of }: DropStepsProps): ReactElement {
  const { drops, problem } = useFound(of);
  const { format } = useRoot();
  const before = drops.findLast(({ steepest }) => steepest < step);
  const after = drops.find(({ steepest }) => steepest > step);
  const here = drops.find(({ from, to }) => step >= from && step <= to) ?? after ?? drops.at(-1);
  const slow = useSlowMotion(timeline, step);
  const button = (text: string, onClick: (() => void) | null): ReactElement => (
    <button type="button" className={slot('drop')} disabled={onClick === null} onClick={onClick ?? undefined}>
      {text}
    </button>
  );
  return (
    <div className={slot('drops')}>
      {button(words.previousDrop, before ? () => onStep(before.steepest) : null)}
      {button(words.nextDrop, after ? () => onStep(after.steepest) : null)}
      {slow.isPlaying
        ? button(words.pause, timeline.pause)
        : button(words.slowDrop, here ? () => slow.play(here) : null)}
      {drops.length === 0 ? (
        <span>{problem ?? words.noDrops}</span>
      ) : (
        <ul aria-label={words.drops}>
          {drops.map((drop, i) => (
            <li key={drop.from}>
              <button
                type="button"
                className={slot('drop')}
                aria-pressed={step >= drop.from && step <= drop.to}
                onClick={() => onStep(drop.steepest)}
              >
                {words.dropItem(i + 1, drop, format)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface SlowMotion {
  readonly isPlaying: boolean;
  readonly play: (drop: Drop) => void;
}

/** Plays from a drop's first step to its last, and stops there. */
function useSlowMotion({ isPlaying, setCursor, play, pause }: TimelineState, step: number): SlowMotion {
  const [end, setEnd] = useState<number | null>(null);
  const began = useRef(false);
  useEffect(() => {
    if (end === null) return;
    began.current ||= isPlaying;
    const isOver = began.current && (!isPlaying || step >= end);
    if (!isOver) return;
    if (isPlaying) {
      pause();
      setCursor(end);
    }
    setEnd(null);
  }, [end, isPlaying, step, pause, setCursor]);
  return {
    isPlaying: end !== null && isPlaying,
    play({ from, to }) {
      pause();
      began.current = false;
      setCursor(from);
      setEnd(to);
      play({ speed: Math.max(1, (to - from) / SLOW_SECONDS) });
    },
  };
}
