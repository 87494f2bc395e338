import type { Trainer, TrainerState } from '../core/trainer.js';
import type { Keyframe } from '../timeline/keyframe.js';

/**
 * Lends a run's trainer to look at other steps, because a second one would need the data once more. The run's own state is kept meanwhile,
 * and put back before the run is needed.
 */
export class Excursion {
  readonly #trainer: Trainer;
  /** The run's own state while the trainer is elsewhere. */
  #own: TrainerState | null = null;
  /** A copy of the run's own state that still holds. */
  #copy: TrainerState | null = null;

  constructor(trainer: Trainer) {
    this.#trainer = trainer;
  }

  /** Where the run itself stands. */
  get place(): { readonly step: number; readonly epoch: number } {
    return this.#own ?? this.#trainer;
  }

  /** Brings the trainer to a state. */
  visit(state: Keyframe): void {
    this.#own ??= this.#copy ??= this.#trainer.saveState();
    this.#trainer.loadState(state.trainer);
  }

  /** Brings the trainer back to the run's own state. */
  goHome(): void {
    if (this.#own === null) return;
    this.#trainer.loadState(this.#own);
    this.#own = null;
  }

  /** The run is about to change. */
  leave(): void {
    this.goHome();
    this.#copy = null;
  }
}
