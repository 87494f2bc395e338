import { NeuroglowError } from '../core/error.js';
import type { Keyframe } from '../timeline/keyframe.js';
import { errorFromData } from '../source/errorData.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import type { Frame, View } from '../views/view.js';
import { viewKey } from '../views/viewKey.js';

/** What a seek asks for. */
export interface SeekTarget {
  readonly step: number;
  readonly views: readonly View[];
  readonly withState: boolean;
}

export interface Sought {
  readonly answers: readonly FrameAnswer[];
  readonly state: Keyframe | null;
}

/** A seek under way. */
export interface SeekCall {
  readonly answer: Promise<Sought>;
  readonly cancel: () => void;
}

interface Request {
  readonly resolve: (sought: Sought) => void;
  readonly reject: (error: unknown) => void;
  /** Where its views are among those of the group. */
  readonly at: readonly number[];
}

/** The requests for a step that were made together: they are answered by one replay. */
interface Group {
  readonly step: number;
  readonly views: View[];
  readonly keys: string[];
  readonly requests: Set<Request>;
  withState: boolean;
  call: SeekCall | null;
}

/** Collects what pictures ask of other steps than the present one, so that those of one cursor share a replay. */
export class SeekDesk {
  readonly #seek: (target: SeekTarget) => SeekCall;
  /** Groups that are not yet posted, by step. */
  readonly #open = new Map<number, Group>();

  constructor(seek: (target: SeekTarget) => SeekCall) {
    this.#seek = seek;
  }

  /** Frames of a step, in the order of the views. Rejects with `signal.reason` if it is aborted before. */
  async frames(views: readonly View[], step: number, signal?: AbortSignal): Promise<readonly Frame[]> {
    const { answers } = await this.#ask(views, step, false, signal);
    return answers.map((answer) => {
      if ('error' in answer) throw errorFromData(answer.error);
      return answer.frame;
    });
  }

  /** The state at a step. */
  async state(step: number): Promise<Keyframe> {
    const { state } = await this.#ask([], step, true);
    if (state !== null) return state;
    throw new NeuroglowError('worker-failed', 'expected the state of a step, got none; ask for it again.');
  }

  #ask(views: readonly View[], step: number, withState: boolean, signal?: AbortSignal): Promise<Sought> {
    return new Promise((resolve, reject) => {
      const group = this.#groupOf(step);
      const request = { resolve, reject, at: views.map((view) => place(group, view)) };
      group.withState ||= withState;
      group.requests.add(request);
      signal?.addEventListener('abort', () => {
        group.requests.delete(request);
        if (group.requests.size === 0) group.call?.cancel();
        reject(signal.reason as Error);
      });
    });
  }

  #groupOf(step: number): Group {
    let group = this.#open.get(step);
    if (group === undefined) {
      const created: Group = { step, views: [], keys: [], requests: new Set(), withState: false, call: null };
      this.#open.set(step, created);
      queueMicrotask(() => this.#post(created));
      group = created;
    }
    return group;
  }

  #post(group: Group): void {
    const { step, views, withState, requests } = group;
    this.#open.delete(step);
    if (requests.size === 0) return;
    group.call = this.#seek({ step, views, withState });
    group.call.answer.then(
      ({ answers, state }) => {
        for (const { at, resolve } of requests) resolve({ answers: at.map((index) => answers[index]!), state });
      },
      (error: unknown) => {
        for (const { reject } of requests) reject(error);
      },
    );
  }
}

/** The place of a view among a group's; equal views share one. */
function place({ views, keys }: Group, view: View): number {
  const key = viewKey(view);
  const known = keys.indexOf(key);
  if (known >= 0) return known;
  keys.push(key);
  return views.push(view) - 1;
}
