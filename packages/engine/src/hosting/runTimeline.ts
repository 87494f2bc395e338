import type { Keyframe, SentKeyframe } from '../timeline/keyframe.js';
import { KeyframeStore } from '../timeline/keyframeStore.js';
import type { TimelineMemory } from '../timeline/timelineMemory.js';
import type { Seek } from '../source/timeline.js';

/**
 * The recorded past of a run, kept outside its host: keyframes, and what is known of the host's own states. It belongs to the run, so it
 * outlives hosts, and connections too.
 */
export class RunTimeline {
  /** null: nothing is recorded. */
  readonly store: KeyframeStore | null;
  /** The first step that can be computed again. */
  readonly first: number;
  /** Steps that are being computed, by call. */
  readonly #seeks = new Map<number, Seek>();
  /** Steps whose states the host has. */
  #here: readonly number[] = [];
  /** The order of rows that was received last. */
  #order: Uint32Array | null = null;
  /** Milliseconds per step; 0 while unknown. */
  #stepTime = 0;
  #spacing = 1;

  constructor(store: KeyframeStore | null, first: number) {
    this.store = store;
    this.first = first;
  }

  /** A timeline whose keyframes take at most `limit` bytes; null: only step 0 and the latest can be shown. */
  static of(limit: number | null, memory: TimelineMemory, first = 0): RunTimeline {
    return new RunTimeline(limit === null ? null : new KeyframeStore(limit, memory), first);
  }

  /** The timeline of a branch, which shares the past up to a step. */
  fork(until: number, memory: TimelineMemory): RunTimeline {
    const { store, first } = this;
    return new RunTimeline(store && new KeyframeStore(store.limit, memory, { store, until }), first);
  }

  get seeks(): readonly Seek[] {
    return [...this.#seeks.values()];
  }

  /** Steps between keyframes at least; null: none are taken. */
  get spacing(): number | null {
    return this.store === null ? null : this.#spacing;
  }

  /** A host begins with the run: what the one before had is gone. */
  hosted(): void {
    this.#here = [];
    this.#order = null;
  }

  /** Takes keyframes from the host. Returns whether they are to be farther apart from now on. */
  receive(keyframes: readonly SentKeyframe[], stepTime: number): boolean {
    if (stepTime > 0) this.#stepTime = stepTime;
    for (const { trainer, latestCost } of keyframes) {
      const order = trainer.order ?? this.#order;
      if (order === null) continue;
      this.#order = order;
      this.store?.add({ trainer: { ...trainer, order }, latestCost });
    }
    const before = this.#spacing;
    if (this.store !== null) this.#spacing = this.store.spacing(this.store.latestStep);
    return this.#spacing !== before;
  }

  /** The host has computed a step. */
  sought(here: readonly number[], stepTime: number): void {
    this.#here = here;
    if (stepTime > 0) this.#stepTime = stepTime;
  }

  /** A change by hand has been made after a step. */
  changedAt(step: number): void {
    this.store?.forgetAfter(step);
    this.#here = this.#here.filter((at) => at <= step);
  }

  /** Where a host is to begin, to get to a step. `mustSend`: it has no state of its own. */
  startFor(step: number, mustSend: boolean): Keyframe | 'start' | 'here' {
    const keyframe = this.store?.nearest(step) ?? null;
    const from = keyframe?.trainer.step ?? 0;
    if (!mustSend && this.#here.some((at) => at >= from && at <= step)) return 'here';
    return keyframe ?? 'start';
  }

  /** A seek begins. */
  begin(call: number, step: number): void {
    const from = Math.max(this.store?.nearest(step)?.trainer.step ?? 0, ...this.#here.filter((at) => at <= step));
    this.#seeks.set(call, { step, expectedMs: Math.round((step - from) * this.#stepTime) });
  }

  expect(call: number, expectedMs: number): void {
    const seek = this.#seeks.get(call);
    if (seek !== undefined) this.#seeks.set(call, { ...seek, expectedMs: Math.round(expectedMs) });
  }

  end(call: number): void {
    this.#seeks.delete(call);
  }
}
