import type { HostLink, HostListener, OnClosed } from './hostLink.js';
import { startTimer } from './timer.js';
import { WorkerLink, type TrainingWorker, type WorkerPatience } from './workerLink.js';

/** How long an empty worker is kept for the next run, as after a reset, in milliseconds. */
const idleTime = 1_000;

export interface HostPoolOptions {
  /** null where there are no workers. May throw, as browsers do for a script of another origin. */
  readonly createWorker: (() => TrainingWorker) | null;
  /** Most workers at a time. */
  readonly mostWorkers: number;
  readonly patience: WorkerPatience;
  /** Makes the host on the calling thread. Loaded on demand: most pages have workers and never need it. */
  readonly createThread: () => HostLink | Promise<HostLink>;
}

export interface AcquiredHost {
  readonly link: HostLink;
  /** A sentence for people if a worker was refused. */
  readonly notice: string | null;
}

/** Shares a few workers among all runs of a window, with the calling thread as fallback. Holds no resources while no run needs one. */
export class HostPool {
  readonly #options: HostPoolOptions;
  /** Each with the number of runs that are about to be attached to it. */
  readonly #workers = new Map<WorkerLink, number>();
  #thread: HostLink | null = null;
  #refusal: string | null = null;
  #runsNamed = 0;

  constructor(options: HostPoolOptions) {
    this.#options = options;
  }

  /** How many workers live now. */
  get workers(): number {
    return this.#workers.size;
  }

  /** A name that no other run of this window has. */
  nameRun(): string {
    return `run ${++this.#runsNamed}`;
  }

  /** Attaches the run to the least loaded host. `release` undoes it. */
  async acquire(worker: 'auto' | false, run: string, listener: HostListener): Promise<AcquiredHost> {
    const { createWorker } = this.#options;
    const link = worker === 'auto' && createWorker !== null ? this.#leastLoaded(createWorker) : null;
    if (link !== null) {
      this.#workers.set(link, this.#expected(link) + 1);
      try {
        await link.ready;
        link.attach(run, listener);
        return { link, notice: null };
      } catch (error) {
        this.#refusal = reasonOf(error);
      } finally {
        if (this.#workers.has(link)) this.#workers.set(link, this.#expected(link) - 1);
      }
    }
    // Made while this one was on its way, the other is the one to share.
    const made = this.#thread ?? (await this.#options.createThread());
    const thread = (this.#thread ??= made);
    thread.attach(run, listener);
    const refused = worker === 'auto' && this.#refusal !== null;
    return {
      link: thread,
      notice: refused ? `No worker could be started (${this.#refusal}): training shares the page's own thread.` : null,
    };
  }

  /** Detaches the run. A worker that stays empty is terminated soon after. */
  release(link: HostLink, run: string, onClosed?: OnClosed): void {
    link.detach(run, onClosed);
    if (link === this.#thread && link.load === 0) this.#thread = null;
    if (link instanceof WorkerLink) startTimer(idleTime, () => this.#endIfEmpty(link));
  }

  #endIfEmpty(link: WorkerLink): void {
    if (!this.#workers.has(link) || this.#burden(link) > 0) return;
    this.#workers.delete(link);
    link.terminate();
  }

  #expected(link: WorkerLink): number {
    return this.#workers.get(link) ?? 0;
  }

  #leastLoaded(createWorker: () => TrainingWorker): WorkerLink | null {
    if (this.#refusal !== null) return null;
    let best: WorkerLink | null = null;
    for (const link of this.#workers.keys()) if (best === null || this.#burden(link) < this.#burden(best)) best = link;
    const full = this.#workers.size >= this.#options.mostWorkers;
    if (best !== null && (full || this.#burden(best) === 0)) return best;
    try {
      const link = new WorkerLink(createWorker(), this.#options.patience, (gone) => this.#workers.delete(gone));
      this.#workers.set(link, 0);
      return link;
    } catch (error) {
      this.#refusal = reasonOf(error);
      return null;
    }
  }

  #burden(link: WorkerLink): number {
    return link.load + this.#expected(link);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
