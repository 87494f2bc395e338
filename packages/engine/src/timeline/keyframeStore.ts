import { bytesOfKeyframe, type Keyframe } from './keyframe.js';
import type { Thinnable, TimelineMemory } from './timelineMemory.js';

/** The past that a branch shares with the run it comes from: that run's keyframes up to the fork. */
interface Past {
  readonly store: KeyframeStore;
  readonly until: number;
}

/**
 * The keyframes of a run, by step. The first and the latest are always kept; the others share a budget with those of the window's other
 * runs. When it is used up, those go whose neighbours are nearest to each other, so that the gaps grow evenly.
 */
export class KeyframeStore implements Thinnable {
  readonly limit: number;
  readonly #memory: TimelineMemory;
  readonly #past: Past | null;
  #keyframes: Keyframe[] = [];
  /** How many keyframes share an order. */
  readonly #orders = new Map<Uint32Array, number>();
  #bytes = 0;
  #users = 1;

  /** @param limit Most bytes, besides the first and the latest keyframe. */
  constructor(limit: number, memory: TimelineMemory, past: Past | null = null) {
    this.limit = limit;
    this.#memory = memory;
    this.#past = past;
    past?.store.retain();
    memory.join(this);
  }

  /** How many keyframes there are, including those of the shared past. */
  get count(): number {
    const shared = this.#past === null ? 0 : this.#past.store.#countUntil(this.#past.until);
    return shared + this.#keyframes.length;
  }

  /** What they take, in bytes; a shared past counts where it was recorded. */
  get bytes(): number {
    return this.#bytes;
  }

  get spareBytes(): number {
    const [first, latest] = [this.#keyframes[0], this.#keyframes.at(-1)];
    const kept = new Set([first, latest].filter((keyframe) => keyframe !== undefined));
    const orders = new Set([...kept].map(({ trainer }) => trainer.order));
    let bytes = this.#bytes;
    for (const keyframe of kept) bytes -= bytesOfKeyframe(keyframe);
    for (const order of orders) bytes -= order.byteLength;
    return Math.max(0, bytes);
  }

  /** The step of the latest keyframe; −1 without one. */
  get latestStep(): number {
    return this.#keyframes.at(-1)?.trainer.step ?? this.#past?.until ?? -1;
  }

  /** The order of rows of the latest keyframe, which its successor may share. */
  get latestOrder(): Uint32Array | null {
    return this.#keyframes.at(-1)?.trainer.order ?? null;
  }

  /** Adds a keyframe; one of the same step stays. */
  add(keyframe: Keyframe): void {
    if (this.#users === 0) return;
    const at = this.#indexAfter(keyframe.trainer.step);
    if (this.#keyframes[at - 1]?.trainer.step === keyframe.trainer.step) return;
    if (at === this.#keyframes.length) this.#keyframes.push(keyframe);
    else this.#keyframes.splice(at, 0, keyframe);
    this.#count(keyframe, 1);
    this.#memory.settle(this);
  }

  /** The latest keyframe at or before a step; null if there is none. */
  nearest(step: number): Keyframe | null {
    const own = this.#keyframes[this.#indexAfter(step) - 1];
    if (own !== undefined) return own;
    return this.#past === null ? null : this.#past.store.nearest(Math.min(step, this.#past.until));
  }

  /** Every keyframe, ascending by step, including those of the shared past. */
  all(): Keyframe[] {
    const shared =
      this.#past === null ? [] : this.#past.store.all().slice(0, this.#past.store.#countUntil(this.#past.until));
    return [...shared, ...this.#keyframes];
  }

  /** The run takes another course after a step: later keyframes go. */
  forgetAfter(step: number): void {
    for (const keyframe of this.#keyframes.splice(this.#indexAfter(step))) this.#count(keyframe, -1);
  }

  /** How far apart keyframes have to be for all of them to fit: a power of 2, in steps. */
  spacing(step: number): number {
    const { length } = this.#keyframes;
    if (length === 0) return 1;
    const each = this.#bytes / length;
    const from = this.#past?.until ?? 0;
    const fit = Math.max(1, this.limit / each);
    return 2 ** Math.max(0, Math.floor(Math.log2((step - from) / fit)));
  }

  /** Another user besides its run: a branch. */
  retain(): void {
    this.#users++;
  }

  /** A user leaves; after the last one nothing is kept. */
  release(): void {
    this.#users--;
    if (this.#users > 0) return;
    this.#memory.leave(this);
    this.#keyframes = [];
    this.#orders.clear();
    this.#bytes = 0;
    this.#past?.store.release();
  }

  thin(bytes: number): number {
    const before = this.#bytes;
    while (this.#keyframes.length > 2 && before - this.#bytes < bytes) this.#thinOnce(before - bytes);
    return before - this.#bytes;
  }

  /** Removes keyframes whose neighbours are nearest, of two neighbours one at most, until the store holds no more than `target` bytes. */
  #thinOnce(target: number): void {
    const keyframes = this.#keyframes;
    const gap = (index: number): number => keyframes[index + 1]!.trainer.step - keyframes[index - 1]!.trainer.step;
    const candidates = Array.from({ length: keyframes.length - 2 }, (_, index) => index + 1);
    candidates.sort((one, other) => gap(one) - gap(other) || one - other);
    const removed = new Set<number>();
    for (const index of candidates) {
      if (this.#bytes <= target) break;
      if (removed.has(index - 1) || removed.has(index + 1)) continue;
      removed.add(index);
      this.#count(keyframes[index]!, -1);
    }
    this.#keyframes = keyframes.filter((_, index) => !removed.has(index));
  }

  #count(keyframe: Keyframe, change: 1 | -1): void {
    const { order } = keyframe.trainer;
    this.#bytes += change * bytesOfKeyframe(keyframe);
    const users = (this.#orders.get(order) ?? 0) + change;
    if (users === 0) this.#orders.delete(order);
    else this.#orders.set(order, users);
    if (users === (change === 1 ? 1 : 0)) this.#bytes += change * order.byteLength;
  }

  #countUntil(step: number): number {
    const shared = this.#past === null ? 0 : this.#past.store.#countUntil(Math.min(step, this.#past.until));
    return shared + this.#indexAfter(step);
  }

  /** The index of the first keyframe after a step. */
  #indexAfter(step: number): number {
    let low = 0;
    let high = this.#keyframes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keyframes[middle]!.trainer.step <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
