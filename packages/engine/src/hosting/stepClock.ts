/** Most pairs kept. */
const capacity = 2048;

/**
 * When steps were made: seconds of running since step 0, pauses not counted, in bounded memory. It is measured by the host and is no part of a run,
 * whose state depends on nothing but its configuration; so a run that continues from a state has no times.
 */
export class StepClock {
  readonly #steps: number[] = [0];
  readonly #seconds: number[] = [0];
  /** Whether it has seen the run from its beginning. */
  readonly #isWhole: boolean;
  #elapsed = 0;
  /** Milliseconds; null while the run pauses. */
  #since: number | null = null;
  /** Of that many marks one is kept. */
  #stride = 1;
  #marks = 0;

  constructor(step: number) {
    this.#isWhole = step === 0;
  }

  /** The run is about to make steps, unless it was already. */
  start(now: number): void {
    this.#since ??= now;
  }

  /** The run has come to a step. */
  mark(step: number, now: number): void {
    if (this.#since === null) return;
    this.#elapsed += (now - this.#since) / 1000;
    this.#since = now;
    const isLastReplaced = this.#marks++ % this.#stride !== 0 && this.#steps.length > 1;
    if (isLastReplaced || this.#steps.at(-1) === step) {
      this.#steps.pop();
      this.#seconds.pop();
    }
    this.#steps.push(step);
    this.#seconds.push(this.#elapsed);
    if (this.#steps.length > capacity) this.#thin();
  }

  pause(): void {
    this.#since = null;
  }

  /** Seconds at each of some ascending steps, interpolated between marks; null if the beginning is not known. */
  timesOf(steps: ArrayLike<number>): Float64Array | null {
    if (!this.#isWhole) return null;
    const times = new Float64Array(steps.length);
    let mark = 1;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      while (mark < this.#steps.length - 1 && this.#steps[mark]! < step) mark++;
      times[i] = this.#between(mark, step);
    }
    return times;
  }

  #between(mark: number, step: number): number {
    const [before, after] = [this.#steps[mark - 1]!, this.#steps[mark] ?? Infinity];
    const [from, to] = [this.#seconds[mark - 1]!, this.#seconds[mark] ?? this.#elapsed];
    return after > before ? from + (to - from) * Math.min(1, (step - before) / (after - before)) : to;
  }

  #thin(): void {
    const keep = (_: number, at: number): boolean => at % 2 === 0 || at === this.#steps.length - 1;
    const kept = [this.#steps.filter(keep), this.#seconds.filter(keep)] as const;
    this.#steps.splice(0, Infinity, ...kept[0]);
    this.#seconds.splice(0, Infinity, ...kept[1]);
    this.#stride *= 2;
  }
}
