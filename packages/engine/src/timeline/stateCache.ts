import { bytesOfKeyframe, type Keyframe } from './keyframe.js';

/** Most bytes, without the orders of rows, which states of one epoch share. */
const mostBytes = 16 * 2 ** 20;
const mostStates = 128;

/**
 * The states that were computed last, so that looking back and forth round a step is immediate. States that were not used for longest are
 * dropped first.
 */
export class StateCache {
  /** In the order of use. */
  readonly #states = new Map<number, Keyframe>();
  #bytes = 0;

  /** Their steps. */
  get steps(): number[] {
    return [...this.#states.keys()];
  }

  add(state: Keyframe): void {
    const { step } = state.trainer;
    this.#remove(step);
    this.#states.set(step, state);
    this.#bytes += bytesOfKeyframe(state);
    for (const oldest of this.#states.keys()) {
      if (oldest === step || (this.#bytes <= mostBytes && this.#states.size <= mostStates)) break;
      this.#remove(oldest);
    }
  }

  /** The latest state from `least` to `step`, both included; null if there is none. */
  nearest(least: number, step: number): Keyframe | null {
    let best = -1;
    for (const at of this.#states.keys()) if (at >= least && at <= step && at > best) best = at;
    const state = this.#states.get(best);
    if (state === undefined) return null;
    this.#states.delete(best);
    this.#states.set(best, state);
    return state;
  }

  /** The run takes another course after a step. */
  forgetAfter(step: number): void {
    for (const at of this.steps) if (at > step) this.#remove(at);
  }

  #remove(step: number): void {
    const state = this.#states.get(step);
    if (state === undefined) return;
    this.#states.delete(step);
    this.#bytes -= bytesOfKeyframe(state);
  }
}
