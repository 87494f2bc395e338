import type { Dataset } from '../core/dataset.js';
import type { Trainer, TrainerConfiguration } from '../core/trainer.js';
import { initialState } from '../core/trainerState.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import type { View } from '../views/view.js';
import type { JournalEntry } from '../run/journal.js';
import { startCost } from '../run/startCost.js';
import { errorToData, type ErrorData } from '../source/errorData.js';
import type { Keyframe } from '../timeline/keyframe.js';
import { keyframeOf, replayTowards } from '../timeline/replayTowards.js';
import { StateCache } from '../timeline/stateCache.js';
import type { Excursion } from './excursion.js';
import type { SeekRequest } from './protocol.js';

/** What became of a request after a slice of work. */
export type SeekOutcome =
  | { readonly call: number; readonly answers: readonly FrameAnswer[]; readonly state: Keyframe | null }
  | { readonly call: number; readonly error: ErrorData }
  /** It takes longer: milliseconds left, about. */
  | { readonly call: number; readonly expectedMs: number }
  /** The state that it was to begin with is here no more. */
  | { readonly call: number; readonly lacks: 'keyframe' };

interface Task {
  readonly request: SeekRequest;
  /** How far it got. */
  at: Keyframe;
}

/** What a seeker works with. */
export interface SeekSurroundings {
  readonly trainer: Trainer;
  readonly excursion: Excursion;
  readonly configuration: TrainerConfiguration;
  readonly training: Dataset;
  readonly journal: () => readonly JournalEntry[];
  /** Frames of the state that the trainer holds. */
  readonly frames: (views: readonly View[]) => readonly FrameAnswer[];
  /** The cost where the run itself stands. */
  readonly ownCost: () => number | null;
  readonly now: () => number;
}

/** Computes other steps than the present one, slice by slice, the shortest way first. */
export class Seeker {
  readonly #around: SeekSurroundings;
  readonly #cache = new StateCache();
  #tasks: Task[] = [];
  #stepTime = 0;

  constructor(surroundings: SeekSurroundings) {
    this.#around = surroundings;
  }

  get isBusy(): boolean {
    return this.#tasks.length > 0;
  }

  /** Steps of the states that are here. */
  get steps(): readonly number[] {
    return this.#cache.steps;
  }

  /** Milliseconds per step of a replay; 0 before the first. */
  get stepTime(): number {
    return this.#stepTime;
  }

  /** Takes a request; returns what became of it if it cannot be begun. */
  add(request: SeekRequest): SeekOutcome | null {
    const at = this.#startOf(request);
    if (at === null) return { call: request.call, lacks: 'keyframe' };
    this.#tasks.push({ request, at });
    return null;
  }

  cancel(call: number): void {
    this.#tasks = this.#tasks.filter(({ request }) => request.call !== call);
  }

  /** The run takes another course after a step. */
  forgetAfter(step: number): void {
    this.#cache.forgetAfter(step);
  }

  /** Works until `budget` says that there is no time left. */
  work(budget: () => boolean): SeekOutcome[] {
    const outcomes: SeekOutcome[] = [];
    do {
      const task = this.#nearest();
      if (task === null) break;
      outcomes.push(this.#workOn(task, budget));
    } while (budget());
    return outcomes;
  }

  #nearest(): Task | null {
    const left = ({ request, at }: Task): number => request.step - at.trainer.step;
    return this.#tasks.reduce<Task | null>((best, task) => (best && left(best) <= left(task) ? best : task), null);
  }

  #workOn(task: Task, budget: () => boolean): SeekOutcome {
    const { call, step, views, withState } = task.request;
    try {
      const { excursion } = this.#around;
      // Others may have been this way meanwhile.
      task.at = this.#cache.nearest(task.at.trainer.step + 1, step) ?? task.at;
      if (step === excursion.place.step) return this.#answerHere(task);
      this.#replay(task, budget);
      if (task.at.trainer.step < step) {
        return { call, expectedMs: (step - task.at.trainer.step) * this.#stepTime };
      }
      this.cancel(call);
      return { call, answers: this.#around.frames(views), state: withState ? task.at : null };
    } catch (error) {
      this.cancel(call);
      return { call, error: errorToData(error) };
    }
  }

  /** The run itself stands at the step. */
  #answerHere({ request: { call, views, withState } }: Task): SeekOutcome {
    const { excursion, trainer, frames, ownCost } = this.#around;
    excursion.goHome();
    this.cancel(call);
    const state = withState ? { trainer: trainer.saveState(), latestCost: ownCost() } : null;
    return { call, answers: frames(views), state };
  }

  #replay(task: Task, budget: () => boolean): void {
    const { trainer, excursion, journal, configuration, now } = this.#around;
    const from = task.at;
    const options = { trainer, journal: journal(), shuffles: configuration.shuffle, from };
    excursion.visit(from);
    const begun = now();
    const latestCost = replayTowards({ ...options, step: task.request.step, budget });
    const steps = trainer.step - from.trainer.step;
    if (steps > 0) this.#stepTime = (now() - begun) / steps;
    task.at = keyframeOf(options, latestCost);
    this.#cache.add(task.at);
  }

  #startOf({ step, from }: SeekRequest): Keyframe | null {
    const given = from === 'here' ? null : from === 'start' ? this.#first() : from;
    if (given !== null && this.#cache.nearest(given.trainer.step, given.trainer.step) === null) this.#cache.add(given);
    return this.#cache.nearest(given?.trainer.step ?? 0, step);
  }

  #first(): Keyframe {
    const { configuration, training, trainer, excursion } = this.#around;
    const first = { trainer: initialState(configuration, training.rows), latestCost: null };
    excursion.visit(first);
    return { ...first, latestCost: startCost(trainer, configuration, training) };
  }
}
