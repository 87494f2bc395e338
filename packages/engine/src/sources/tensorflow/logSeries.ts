import type { RecordedSeries, ScalarRole } from '../../views/recordedSeries.js';

interface Log {
  readonly role: ScalarRole;
  steps: number[];
  values: number[];
  /** Of that many values one is kept. */
  stride: number;
  seen: number;
}

/** Most values of a series; beyond, every second one is dropped. */
const most = 65_536;

/** Numbers that a training loop reports, by name, in bounded memory. */
export class LogSeries {
  readonly #logs = new Map<string, Log>();

  add(name: string, role: ScalarRole, step: number, value: number): void {
    const log = this.#logs.get(name) ?? { role, steps: [], values: [], stride: 1, seen: 0 };
    this.#logs.set(name, log);
    // The latest value is always there; it is replaced while its stride is not full.
    const isLatestKept = log.seen % log.stride === 0;
    log.seen++;
    if ((!isLatestKept && log.steps.length > 0) || log.steps.at(-1) === step) {
      log.steps.pop();
      log.values.pop();
    }
    log.steps.push(step);
    log.values.push(value);
    if (log.steps.length <= most) return;
    const keep = (_: number, at: number): boolean => at % 2 === 0;
    log.steps = log.steps.filter(keep);
    log.values = log.values.filter(keep);
    log.stride *= 2;
  }

  read(names?: readonly string[]): readonly RecordedSeries[] {
    return [...this.#logs]
      .filter(([name]) => names === undefined || names.includes(name))
      .map(([name, { role, steps, values }]) => ({ name, role, steps, values }));
  }
}
