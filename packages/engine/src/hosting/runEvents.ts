import type { NeuroglowError } from '../core/error.js';
import type { JournalEntry } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import type { Report } from './protocol.js';

/** Callbacks of a connection to its session. */
export interface RunEvents {
  onReport(report: Report): void;
  onAnswers(answers: readonly FrameAnswer[]): void;
  /** The run was opened somewhere: displayed frames can be asked for. */
  onOpened(): void;
  onNotice(notice: string): void;
  onFailed(error: NeuroglowError): void;
  /** Keyframes have come, or a seek has begun, goes on or has ended. */
  onTimeline(): void;
}

/** A saved point of a run, to continue from. */
export interface RunStart {
  /** null: its configuration's step 0. */
  readonly state: RunState | null;
  /** All changes by hand, including those after that state. */
  readonly journal: readonly JournalEntry[];
  /** How it was last reported: at the state's step, or later. */
  readonly report: Report | null;
}
