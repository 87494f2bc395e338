/** Calls back before the next displayed frame. */
export type RequestFrame = (callback: () => void) => void;

/** Displayed frames where there is a display, else sixty a second by timer. */
export const requestDisplayFrame: RequestFrame = (callback) => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(callback);
  else setTimeout(callback, 1000 / 60);
};

/** Takes part in the loop. Answers whether it wants the next frame too. */
export type FrameMember = () => boolean;

/** The one loop of a window: every session that has something to ask or to show gets its turn once a displayed frame. Nobody in it: no loop. */
export class FrameLoop {
  readonly #request: RequestFrame;
  readonly #members = new Set<FrameMember>();
  #scheduled = false;

  constructor(request: RequestFrame = requestDisplayFrame) {
    this.#request = request;
  }

  /** Wakes the loop for this member, from the next frame until it answers no. */
  join(member: FrameMember): void {
    this.#members.add(member);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#request(this.#turn);
  }

  leave(member: FrameMember): void {
    this.#members.delete(member);
  }

  readonly #turn = (): void => {
    for (const member of [...this.#members]) if (!member()) this.#members.delete(member);
    this.#scheduled = this.#members.size > 0;
    if (this.#scheduled) this.#request(this.#turn);
  };
}
