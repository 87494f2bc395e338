'use client';
import { useTrainingState, type Snapshot, type SourceControls, type StopCondition } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { TrainingControlsSlot } from './types.js';
import type { TrainingControlsMessages } from './messages.js';
import { useCommand } from './useCommand.js';

export interface CommandsProps {
  readonly controls: Partial<SourceControls>;
  readonly words: TrainingControlsMessages;
  readonly slot: SlotNames<TrainingControlsSlot>;
  readonly until?: StopCondition | undefined;
  readonly stepCount?: number | undefined;
}

const selectStatus = (snapshot: Snapshot): Snapshot['status'] => snapshot.status;
const selectTrouble = ({ error, notice }: Snapshot): string | null => error?.message ?? notice;

/** Start or pause, step, reset; and what went wrong. */
export function Commands({ controls, words, slot, until, stepCount }: CommandsProps): ReactElement {
  const status = useTrainingState(selectStatus);
  const trouble = useTrainingState(selectTrouble);
  const [problem, run] = useCommand();
  const running = status === 'running';
  // A run that has stopped at this condition would stop again at once.
  const stop = status === 'finished' ? undefined : until;
  const dead = status === 'diverged' || status === 'failed' || status === 'lost';
  const { start, pause, step, reset } = controls;
  const said = problem ?? trouble;
  return (
    <>
      <div className={slot('commands')}>
        {start && pause && (
          <button
            type="button"
            className={slot('button')}
            data-primary
            data-icon={running ? 'pause' : 'start'}
            disabled={dead}
            onClick={() => run(() => (running ? pause() : start(stop)))}
          >
            <Icon running={running} />
            {/* Both words lie in one cell of a grid, so that the button keeps its width. */}
            <span className="neuroglow-training-controls__words">
              <span>{running ? words.pause : status === 'paused' ? words.resume : words.start}</span>
              {[words.start, words.resume, words.pause].map((word) => (
                <span key={word} aria-hidden="true" data-ghost>
                  {word}
                </span>
              ))}
            </span>
          </button>
        )}
        {step && (
          <button
            type="button"
            className={slot('button')}
            disabled={running || dead}
            onClick={() => run(() => step(stepCount))}
          >
            {words.step}
          </button>
        )}
        {reset && (
          <button type="button" className={slot('button')} onClick={() => run(() => reset())}>
            {words.reset}
          </button>
        )}
      </div>
      {said !== null && (
        <p className={slot('notice')} role="alert" data-kind={dead || problem !== null ? 'error' : 'notice'}>
          {said}
        </p>
      )}
    </>
  );
}

function Icon({ running }: { readonly running: boolean }): ReactElement {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" fill="currentColor">
      <path d={running ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1 11 6l-8.5 5z'} />
    </svg>
  );
}
