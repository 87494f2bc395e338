import { callListener } from './callListener.js';

/** Calls back before the next displayed frame, with the time of it in milliseconds. */
export type RequestFrame = (callback: (now: number) => void) => void;

/** A member of the loop. Returns whether it wants the next frame too. */
export type FrameMember = (now: number) => boolean;

/** One loop for all work that is due once per displayed frame. It runs only while it has members. */
export class FrameLoop {
  readonly #request: RequestFrame;
  readonly #members = new Set<FrameMember>();
  #scheduled = false;

  constructor(request: RequestFrame) {
    this.#request = request;
  }

  /** Adds a member: it is called from the next frame on, until it returns false. */
  join(member: FrameMember): void {
    this.#members.add(member);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#request(this.#turn);
  }

  leave(member: FrameMember): void {
    this.#members.delete(member);
  }

  /** Gives everybody a turn now: a page that is about to be printed shows no further frame. */
  flush(): void {
    this.#callAll(performance.now());
  }

  readonly #turn = (now: number): void => {
    this.#callAll(now);
    this.#scheduled = this.#members.size > 0;
    if (this.#scheduled) this.#request(this.#turn);
  };

  #callAll(now: number): void {
    // A member that leaves during this frame is not called any more; one that joins is called in the next.
    for (const member of [...this.#members]) if (this.#members.has(member)) this.#call(member, now);
  }

  #call(member: FrameMember, now: number): void {
    let wantsMore: boolean | undefined;
    callListener(() => {
      wantsMore = member(now);
    });
    if (wantsMore !== true) this.#members.delete(member);
  }
}

/** The part of a window that the loop uses; Node's global object has none of it. */
export interface FrameWindow {
  readonly requestAnimationFrame?: ((callback: (now: number) => void) => unknown) | undefined;
  readonly addEventListener?: ((type: 'beforeprint', listener: () => void) => void) | undefined;
}

const loops = new WeakMap<object, FrameLoop>();

/** The one loop of a window: displayed frames if there is a display, otherwise a timer at 60 per second. */
export function frameLoopOf(view: FrameWindow): FrameLoop {
  let loop = loops.get(view);
  if (loop === undefined) {
    const created = new FrameLoop((callback) => {
      if (typeof view.requestAnimationFrame === 'function') view.requestAnimationFrame(callback);
      else setTimeout(() => callback(performance.now()), 1000 / 60);
    });
    view.addEventListener?.('beforeprint', () => created.flush());
    loop = created;
    loops.set(view, loop);
  }
  return loop;
}
