import { Switchboard, type HostLink, type HostListener, type OnClosed } from './hostLink.js';
import type { FromHost, ToHost } from './protocol.js';

/** The part of a `Worker` that is used. */
export interface TrainingWorker {
  postMessage(message: ToHost): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromHost }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

export interface WorkerPatience {
  /** How long a new worker may take to say that it is ready. */
  readonly handshake: number;
  /** How long it may be silent while it holds runs. A single step that takes longer counts as silence. */
  readonly silence: number;
}

/** The platform's default, in milliseconds. */
export const defaultPatience: WorkerPatience = { handshake: 10_000, silence: 10_000 };

/** Runs hosted in a worker that is monitored: if it fails or goes silent, it is given up and its runs are notified. */
export class WorkerLink implements HostLink {
  readonly place = 'worker';
  /** Resolves after the worker's handshake; rejects with the reason if there is none. */
  readonly ready: Promise<void>;
  readonly #board = new Switchboard();
  readonly #worker: TrainingWorker;
  readonly #patience: WorkerPatience;
  readonly #onGone: (link: WorkerLink) => void;
  #heard = true;
  #gone = false;
  #watch: ReturnType<typeof setInterval> | null = null;
  #silent = 0;

  constructor(worker: TrainingWorker, patience: WorkerPatience, onGone: (link: WorkerLink) => void) {
    this.#worker = worker;
    this.#patience = patience;
    this.#onGone = onGone;
    this.ready = new Promise((resolve, reject) => {
      const refuse = (reason: string): void => {
        clearTimeout(timer);
        reject(new Error(reason));
        this.#lose();
      };
      const timer = setTimeout(() => refuse('it did not answer'), patience.handshake);
      worker.addEventListener('message', ({ data }) => {
        this.#heard = true;
        if (data.type === 'ready') {
          clearTimeout(timer);
          resolve();
        } else {
          this.#board.deliver(data);
        }
      });
      // After the handshake the promise is settled, and only the loss counts.
      worker.addEventListener('error', () => refuse('it failed to load or broke down'));
      worker.addEventListener('messageerror', () => refuse('its messages could not be read'));
    });
  }

  get load(): number {
    return this.#board.size;
  }

  attach(run: string, listener: HostListener): void {
    this.#board.attach(run, listener);
    this.#watch ??= setInterval(this.#lookAfter, this.#patience.silence / looks);
  }

  detach(run: string, onClosed?: OnClosed): void {
    this.#board.detach(run, onClosed);
    if (this.load === 0) this.#stopWatching();
  }

  post(message: ToHost): void {
    if (!this.#gone) this.#worker.postMessage(message);
  }

  terminate(): void {
    this.#gone = true;
    this.#stopWatching();
    this.#worker.terminate();
    this.#board.end();
  }

  /** Counts checks, not clock time, which also passes while this thread is suspended. */
  readonly #lookAfter = (): void => {
    this.#silent = this.#heard ? 0 : this.#silent + 1;
    this.#heard = false;
    if (this.#silent >= looks) this.#lose();
    else this.post({ type: 'ping' });
  };

  #lose(): void {
    if (this.#gone) return;
    this.terminate();
    this.#onGone(this);
    this.#board.lose();
  }

  #stopWatching(): void {
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    this.#silent = 0;
    this.#heard = true;
  }
}

/** A worker is given up after this many checks in a row without a message. */
const looks = 5;
