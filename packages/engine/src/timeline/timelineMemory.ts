/** Something that can give up memory bit by bit. */
export interface Thinnable {
  /** What it could give up, in bytes. */
  readonly spareBytes: number;
  /** The most that it may hold, in bytes; the largest limit of all holds for them together. */
  readonly limit: number;
  /** Gives up at least that many bytes if it can. Returns how many it gave up. */
  thin(bytes: number): number;
}

/** More is given up at once than is needed, so that it is seldom needed. */
const share = 1 / 32;

/** The memory that the timelines of a window share. Members that nobody uses any more leave by themselves. */
export class TimelineMemory {
  readonly #members = new Set<WeakRef<Thinnable>>();

  join(member: Thinnable): void {
    this.#members.add(new WeakRef(member));
  }

  leave(member: Thinnable): void {
    for (const reference of this.#members) if (reference.deref() === member) this.#members.delete(reference);
  }

  /** What all members hold, in bytes. */
  get bytes(): number {
    return this.#living().reduce((sum, { spareBytes }) => sum + spareBytes, 0);
  }

  /** Makes room after a member has grown: within its own limit first, then within that of all, from the largest members. */
  settle(grown: Thinnable): void {
    if (grown.spareBytes > grown.limit) grown.thin(grown.spareBytes - grown.limit * (1 - share));
    if (this.#members.size < 2) return;
    const members = this.#living();
    const limit = Math.max(...members.map((member) => member.limit));
    let excess = members.reduce((sum, { spareBytes }) => sum + spareBytes, 0) - limit;
    if (excess <= 0) return;
    excess += limit * share;
    while (excess > 0) {
      const [largest, next] = members.sort((one, other) => other.spareBytes - one.spareBytes);
      if (largest === undefined) return;
      const beyondNext = largest.spareBytes - (next?.spareBytes ?? 0);
      const given = largest.thin(Math.min(excess, Math.max(beyondNext, limit * share)));
      if (given === 0) return;
      excess -= given;
    }
  }

  #living(): Thinnable[] {
    const living: Thinnable[] = [];
    for (const reference of this.#members) {
      const member = reference.deref();
      if (member === undefined) this.#members.delete(reference);
      else living.push(member);
    }
    return living;
  }
}
