import type { TrainingSession } from '../session/trainingSession.js';

/** How long a session outlives the component that made it: long enough for effects that are cleaned up and run again. */
const grace = 1_000;

/**
 * The sessions of one component: the one that is on the page, and one that a render in progress has asked for. Making a session
 * acquires nothing, so one whose render is abandoned is simply dropped.
 */
export class SessionKeeper<Request extends { readonly edit: object }> {
  readonly #isSame: (made: Request, asked: Request) => boolean;
  readonly #make: (request: Request) => TrainingSession | null;
  #shown: Made<Request> | null = null;
  #pending: Made<Request> | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** @param isSame Whether a session made for one request also serves another; `edit` is another object after an edit of the page. */
  constructor(isSame: (made: Request, asked: Request) => boolean, make: (request: Request) => TrainingSession | null) {
    this.#isSame = isSame;
    this.#make = make;
  }

  /** The session for a request, created if there is none yet. Called while rendering. */
  sessionFor(request: Request): TrainingSession | null {
    for (const made of [this.#shown, this.#pending]) {
      if (made === null || !this.#isSame(made.request, request)) continue;
      // What it was made from stays; only the edit that it was compared after is noted.
      made.request = { ...made.request, edit: request.edit };
      return made.session;
    }
    this.#pending = { request, session: this.#make(request) };
    return this.#pending.session;
  }

  /** Marks the session as mounted and the one before as unmounted. Returns the clean-up. */
  readonly hold = (session: TrainingSession | null): (() => void) => {
    clearTimeout(this.#leaving);
    if (this.#pending?.session === session) {
      if (this.#shown?.session !== session) this.#shown?.session?.dispose();
      this.#shown = this.#pending;
      this.#pending = null;
    }
    return () => {
      if (session !== null) this.#leaving = setTimeout(() => void rest(session), grace);
    };
  };
}

interface Made<Request> {
  request: Request;
  readonly session: TrainingSession | null;
}

/** An unmounted session makes no steps; once unwatched, it soon releases its worker. */
async function rest(session: TrainingSession): Promise<void> {
  if (session.getSnapshot().status !== 'running') return;
  // It may have been disposed of, or its worker may have failed, in the meantime.
  await session.pause().catch(() => undefined);
}
