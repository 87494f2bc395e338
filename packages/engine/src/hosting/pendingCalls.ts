import { NeuroglowError } from '../core/error.js';
import type { View } from '../views/view.js';
import type { FromHost, HostCommand } from './protocol.js';
import type { SeekTarget } from './seekDesk.js';

export type Request =
  | { readonly command: HostCommand }
  | { readonly views: readonly View[] }
  | { readonly save: true }
  | { readonly seek: SeekTarget };
export type Answer = Extract<FromHost, { type: 'done' | 'read' | 'saved' | 'sought' }>;

/** A pending command, read or seek: posted once the run is open, and again after the loss of its host. */
export interface Call {
  readonly number: number;
  readonly request: Request;
  readonly answer: Promise<Answer>;
  /** Where an `advance` is to end, known once it is posted. */
  target?: number;
  readonly resolve: (message: Answer) => void;
  readonly reject: (error: NeuroglowError) => void;
}

/** The calls of a run that have no answer yet. */
export class PendingCalls {
  readonly #calls = new Map<number, Call>();
  #count = 0;

  get size(): number {
    return this.#calls.size;
  }

  /** Where the pending `advance` commands end. */
  get targets(): number[] {
    return [...this.#calls.values()].flatMap(({ target }) => target ?? []);
  }

  add(request: Request): Call {
    const number = this.#count++;
    const { promise: answer, resolve, reject } = withResolvers<Answer>();
    const call: Call = { number, request, answer, resolve, reject };
    this.#calls.set(number, call);
    return call;
  }

  get(number: number): Call | undefined {
    return this.#calls.get(number);
  }

  all(): Call[] {
    return [...this.#calls.values()];
  }

  /** Removes a call, which is answered or not needed any more. */
  take(number: number): Call | undefined {
    const call = this.#calls.get(number);
    this.#calls.delete(number);
    return call;
  }

  rejectAll(error: NeuroglowError): void {
    const calls = this.all();
    this.#calls.clear();
    for (const call of calls) call.reject(error);
  }
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: NeuroglowError) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (error: NeuroglowError) => void;
  const promise = new Promise<T>((one, other) => {
    resolve = one;
    reject = other;
  });
  return { promise, resolve, reject };
}

/** The answer, which has to be of the type that the call asked for. */
export function answerOf<T extends Answer['type']>(type: T, answer: Answer): Extract<Answer, { readonly type: T }> {
  if (answer.type === type) return answer as Extract<Answer, { readonly type: T }>;
  throw new NeuroglowError(
    'worker-failed',
    `expected an answer of the type "${type}" from the run's host, got "${answer.type}"; ask again.`,
  );
}
