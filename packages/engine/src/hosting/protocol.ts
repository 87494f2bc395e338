import type { ArithmeticKind, Hyperparameters } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { Evaluation, TrainerConfiguration } from '../core/trainer.js';
import type { StopCondition, ValidateEvery } from '../run/boundaries.js';
import type { JournalChange, JournalEntry } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import type { View } from '../views/view.js';
import type { ErrorData } from '../source/errorData.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';
import type { Pace, TrainingStatus } from '../source/trainingSource.js';
import type { Keyframe, SentKeyframe } from '../timeline/keyframe.js';

/** Every message is plain data. A host may hold several runs; `run` says which is meant: a name
 * that is unique in the window, as a run's id is not, since two sessions may train alike. */

/** Everything that a run is made from, except changes by hand. */
export interface RunPlan {
  readonly runId: string;
  readonly configuration: TrainerConfiguration;
  readonly training: Dataset;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
  readonly validateEvery: ValidateEvery;
  readonly arithmetic: 'auto' | ArithmeticKind;
}

export type HostCommand =
  /** `orOn`: a run that meets the stop condition already goes on without one, instead of finishing at once. */
  | { readonly kind: 'start'; readonly until: StopCondition | null; readonly pace: Pace; readonly orOn: boolean }
  | { readonly kind: 'pause' }
  /** Makes so many steps, at any pace, then pauses. */
  | { readonly kind: 'advance'; readonly by: number }
  /** Makes steps up to this one, then pauses; repeating it does no harm. */
  | { readonly kind: 'advance'; readonly to: number }
  | { readonly kind: 'change'; readonly change: JournalChange }
  | { readonly kind: 'setPace'; readonly pace: Pace };

export type ToHost =
  /** `state`: where the run continues from; `journal`: all of it, including entries after that state; `before`: its last report. */
  | {
      readonly type: 'open';
      readonly run: string;
      readonly plan: RunPlan;
      readonly state: RunState | null;
      readonly journal: readonly JournalEntry[];
      readonly before: Report | null;
      /** Steps between keyframes at least; null: none are taken. */
      readonly spacing: number | null;
    }
  | { readonly type: 'close'; readonly run: string }
  | { readonly type: 'command'; readonly run: string; readonly call: number; readonly command: HostCommand }
  | { readonly type: 'read'; readonly run: string; readonly call: number; readonly views: readonly View[] }
  /** Asks for another step: frames of it and, `withState`, its state. */
  | ({ readonly type: 'seek'; readonly run: string } & SeekRequest)
  /** The answer to a seek is not needed any more. */
  | { readonly type: 'cancel'; readonly run: string; readonly call: number }
  /** Keyframes are to be that many steps apart from now on. */
  | { readonly type: 'space'; readonly run: string; readonly spacing: number }
  /** Asks for the run's state as it is now. */
  | { readonly type: 'save'; readonly run: string; readonly call: number }
  /** One displayed frame's worth: `steps` granted to a paced run, and what is on screen. */
  | { readonly type: 'tick'; readonly run: string; readonly steps: number; readonly views: readonly WatchedView[] }
  | { readonly type: 'ping' };

/** A step to be looked at. */
export interface SeekRequest {
  readonly call: number;
  readonly step: number;
  readonly views: readonly View[];
  /** Whether the state itself is wanted, too. */
  readonly withState: boolean;
  /** Where to begin: a keyframe at or before the step, or the run's first step, or a state that the host has from an earlier seek. */
  readonly from: Keyframe | 'start' | 'here';
}

/** Where a run stands. */
export interface Report {
  readonly status: TrainingStatus;
  readonly step: number;
  readonly epoch: number;
  readonly cost: number | null;
  readonly validation: (Evaluation & { readonly step: number }) | null;
  readonly hyperparameters: Hyperparameters;
  readonly arithmetic: ArithmeticKind;
  readonly error: ErrorData | null;
  /** Counts changes of the parameters: equal numbers mean equal frames. */
  readonly revision: number;
  /** How many frames this host has computed for the run. */
  readonly framesComputed: number;
}

export type FromHost =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | { readonly type: 'opened'; readonly run: string; readonly report: Report }
  /** The run cannot be hosted here. */
  | { readonly type: 'rejected'; readonly run: string; readonly error: ErrorData }
  /** `journal`: only if the command has changed it. */
  | {
      readonly type: 'done';
      readonly run: string;
      readonly call: number;
      readonly report: Report;
      readonly journal: readonly JournalEntry[] | null;
    }
  | { readonly type: 'refused'; readonly run: string; readonly call: number; readonly error: ErrorData }
  | {
      readonly type: 'read';
      readonly run: string;
      readonly call: number;
      /** In the order of the views, all of the same step. */
      readonly answers: readonly FrameAnswer[];
      readonly report: Report;
    }
  | {
      readonly type: 'saved';
      readonly run: string;
      readonly call: number;
      readonly report: Report;
      readonly state: RunState;
    }
  | { readonly type: 'ticked'; readonly run: string; readonly report: Report; readonly answers: readonly FrameAnswer[] }
  | {
      readonly type: 'sought';
      readonly run: string;
      readonly call: number;
      /** In the order of the views. */
      readonly answers: readonly FrameAnswer[];
      /** null if it was not asked for. */
      readonly state: Keyframe | null;
      readonly report: Report;
      /** Steps whose states the host has now, and milliseconds that a step of a replay takes. */
      readonly here: readonly number[];
      readonly stepTime: number;
    }
  /** A seek takes longer: milliseconds left, about. */
  | { readonly type: 'seeking'; readonly run: string; readonly call: number; readonly expectedMs: number }
  /** The host does not have the state any more that a seek was to begin with. */
  | { readonly type: 'lacking'; readonly run: string; readonly call: number }
  /** Taken since the last message of this kind, ascending by step. */
  | {
      readonly type: 'keyframes';
      readonly run: string;
      readonly keyframes: readonly SentKeyframe[];
      /** Milliseconds that a step takes. */
      readonly stepTime: number;
    }
  /** The run stopped by itself. */
  | { readonly type: 'stopped'; readonly run: string; readonly report: Report }
  /** From time to time while it runs, so that the run outlives its host. */
  | { readonly type: 'checkpoint'; readonly run: string; readonly report: Report; readonly state: RunState }
  | { readonly type: 'closed'; readonly run: string; readonly state: RunState };
