import type { Run } from '../run/run.js';
import type { RunRecorder } from '../run/runRecorder.js';
import { sharesOrder, type SentKeyframe } from '../timeline/keyframe.js';
import type { TrainerState } from '../core/trainer.js';

/** Training goes on for this many times as long as saving took: recording takes at most about 2 % of the time. */
const workPerSave = 50;
/** Saving counts as this long at least, in milliseconds: clocks may be coarse, and sending takes time too. */
const leastSave = 0.02;
/** Keyframes are sent on when they are this old, in milliseconds, or weigh this much, in bytes. */
const oldest = 50;
const heaviest = 4e6;

/** Takes keyframes of a running run: as close together as the memory has room for, as long as that costs next to no time. */
export class KeyframeRecorder implements RunRecorder {
  /** Steps between keyframes at least; null: it records nothing. */
  spacing: number | null;
  readonly #run: Run;
  readonly #shuffles: boolean;
  readonly #now: () => number;
  #time: () => number;
  /** The state of the latest keyframe, as far as it matters to the next one. */
  #latest: Pick<TrainerState, 'step' | 'epoch' | 'position'> | null = null;
  /** When the next keyframe may be taken, and how long a step takes, in milliseconds. */
  #dueAt = -Infinity;
  #stepTime = 0;
  /** Where it stood when the clock was last read. */
  #seen = { step: 0, time: 0 };
  #waiting: SentKeyframe[] = [];
  #waitingBytes = 0;
  #waitingSince = 0;

  /** @param now Milliseconds. It decides which steps are kept, never what they compute. */
  constructor(run: Run, shuffles: boolean, spacing: number | null, now: () => number) {
    this.spacing = spacing;
    this.#run = run;
    this.#shuffles = shuffles;
    this.#now = now;
    this.#time = now;
  }

  /** Milliseconds per step, as measured while it ran; 0 before. */
  get stepTime(): number {
    return this.#stepTime;
  }

  /** The run begins to make steps now. `time`: when the clock was last read, which it is after every few steps. */
  begin(time: () => number): void {
    this.#time = time;
    this.#seen = { step: this.#run.step, time: time() };
  }

  stepsUntilDue(step: number): number {
    if (this.spacing === null) return Infinity;
    if (this.#latest === null) return 1;
    const bySpacing = this.#latest.step + this.spacing - step;
    const byTime = this.#stepTime === 0 ? 1 : Math.ceil((this.#dueAt - this.#seen.time) / this.#stepTime);
    return Math.max(1, bySpacing, byTime);
  }

  reached(): void {
    const { step } = this.#run;
    const time = this.#time();
    this.#measure(step, time);
    if (this.spacing === null || time < this.#dueAt) return;
    if (this.#latest === null || step - this.#latest.step >= this.spacing) this.take();
  }

  /** Keeps the run's present state. */
  take(): void {
    const before = this.#now();
    const { trainer, journal, latestCost } = this.#run;
    const { step, epoch, position } = trainer;
    if (this.#latest?.step === step) return;
    const place = { step, epoch, position };
    const isShared = this.#latest !== null && sharesOrder(this.#latest, place, this.#shuffles, journal);
    const { order, ...state } = trainer.saveState(isShared ? nothing : undefined);
    this.#latest = place;
    if (this.#waiting.length === 0) this.#waitingSince = before;
    this.#waiting.push({ trainer: { ...state, order: isShared ? null : order }, latestCost });
    this.#waitingBytes += state.parameters.byteLength + state.optimizer.byteLength + order.byteLength;
    const after = this.#now();
    this.#dueAt = after + workPerSave * Math.max(leastSave, after - before);
    this.#seen = { step, time: after };
  }

  /** Keyframes to send on now. `all`: also those that could wait for others. */
  collect(all: boolean): readonly SentKeyframe[] {
    if (this.#waiting.length === 0) return [];
    const isTime = all || this.#waitingBytes > heaviest || this.#seen.time - this.#waitingSince >= oldest;
    return isTime ? this.#takeWaiting() : [];
  }

  #takeWaiting(): readonly SentKeyframe[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return waiting;
  }

  #measure(step: number, time: number): void {
    const before = this.#seen;
    this.#seen = { step, time };
    if (step === before.step) return;
    const each = (time - before.time) / (step - before.step);
    this.#stepTime = this.#stepTime === 0 ? each : this.#stepTime + (each - this.#stepTime) / 8;
  }
}

/** Stands for an order that is known already. */
const nothing = new Uint32Array(0);
