import { createNetwork, sgd, type Dataset, type ResumeOptions, type TrainingOptions } from '@neuroglow/engine/core';
import { FrameLoop } from '../../../packages/engine/src/source/frameLoop.js';
import { HostPool } from '../../../packages/engine/src/hosting/hostPool.js';
import type { FromHost, ToHost } from '../../../packages/engine/src/hosting/protocol.js';
import { RunHost } from '../../../packages/engine/src/hosting/runHost.js';
import { Session } from '../../../packages/engine/src/session/session.js';
import { SessionRuns } from '../../../packages/engine/src/session/sessionRuns.js';
import type { MakeRuns } from '../../../packages/engine/src/session/sessionWindow.js';
import { checkTrainingOptions } from '../../../packages/engine/src/session/trainingOptions.js';
import { ThreadLink } from '../../../packages/engine/src/hosting/threadLink.js';
import { TimelineMemory } from '../../../packages/engine/src/timeline/timelineMemory.js';
import type { TrainingWorker } from '../../../packages/engine/src/hosting/workerLink.js';

export const xor: Dataset = {
  inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  targets: Float32Array.of(0, 1, 1, 0),
  rows: 4,
};

export const xorOptions: TrainingOptions = {
  network: createNetwork({ layers: [2, 4, 1], seed: 3 }),
  dataset: xor,
  optimizer: sgd({ learningRate: 0.5 }),
  batchSize: 2,
  probes: [
    [0, 1],
    [1, 1],
  ],
};

/** Runs all waiting microtasks, and those that they queue. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

/** A worker without a thread: the same host, and messages that are copied as between threads. */
export class ManualWorker implements TrainingWorker {
  isAlive = true;
  readonly received: ToHost[] = [];
  readonly #listeners: ((event: { readonly data: FromHost }) => void)[] = [];
  readonly #failures: (() => void)[] = [];
  readonly #host: RunHost;

  constructor(now: () => number, defer: (task: () => void) => void, greets = true) {
    this.#host = new RunHost({ now, defer }, (message) => this.#send(structuredClone(message)));
    if (greets) this.#send({ type: 'ready' });
  }

  postMessage(message: ToHost): void {
    const data = structuredClone(message);
    this.received.push(data);
    queueMicrotask(() => {
      if (this.isAlive) this.#host.receive(data);
    });
  }

  terminate(): void {
    this.isAlive = false;
  }

  /** Fails like a worker that runs out of memory. */
  fail(): void {
    this.isAlive = false;
    for (const listener of this.#failures) listener();
  }

  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { readonly data: FromHost }) => void,
  ): void {
    if (type === 'message') this.#listeners.push(listener);
    else if (type === 'error') this.#failures.push(listener as () => void);
  }

  #send(data: FromHost): void {
    queueMicrotask(() => {
      if (this.isAlive) for (const listener of this.#listeners) listener({ data });
    });
  }
}

/** A window whose displayed frames, tasks, clock and workers the test controls. */
export class ManualWindow {
  readonly workers: ManualWorker[] = [];
  readonly frames: FrameLoop;
  readonly hosts: HostPool;
  readonly memory = new TimelineMemory();
  readonly runs =
    (): MakeRuns =>
    (parts): SessionRuns =>
      new SessionRuns(parts, this);
  time = 0;
  /** Milliseconds that pass with each reading of the clock. */
  pass = 1;
  greets = true;
  #frames: ((now: number) => void)[] = [];
  #tasks: (() => void)[] = [];

  constructor(createWorker: ((window: ManualWindow) => TrainingWorker) | null = null, mostWorkers = 2) {
    this.frames = new FrameLoop((callback) => this.#frames.push(callback));
    this.hosts = new HostPool({
      createWorker: createWorker === null ? null : () => createWorker(this),
      mostWorkers,
      patience: { handshake: 5_000, silence: 10_000 },
      createThread: () => new ThreadLink({ now: this.now, defer: this.defer }),
    });
  }

  /** A window with workers by hand. */
  static withWorkers(mostWorkers = 2): ManualWindow {
    return new ManualWindow((window) => {
      const worker = new ManualWorker(window.now, window.defer, window.greets);
      window.workers.push(worker);
      return worker;
    }, mostWorkers);
  }

  readonly now = (): number => (this.time += this.pass);
  readonly defer = (task: () => void): void => void this.#tasks.push(task);

  get isFrameRequested(): boolean {
    return this.#frames.length > 0;
  }

  get isWorkWaiting(): boolean {
    return this.#tasks.length > 0;
  }

  session(options: Partial<TrainingOptions> = {}): Session {
    return new Session(checkTrainingOptions({ worker: false, arithmetic: 'core', ...xorOptions, ...options }), this);
  }

  resume(options: ResumeOptions): Session {
    return new Session(checkTrainingOptions({ worker: false, ...options }), this);
  }

  /** Shows a frame. */
  async show(): Promise<void> {
    await settle();
    for (const callback of this.#frames.splice(0)) callback(0);
    await settle();
  }

  /** Runs the host's tasks that many times. */
  async work(moments = 1): Promise<void> {
    await settle();
    for (let i = 0; i < moments; i++) {
      for (const task of this.#tasks.splice(0)) task();
      await settle();
    }
  }

  /** Works until the promise settles. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const state = { isSettled: false };
    const mark = (): void => {
      state.isSettled = true;
    };
    promise.then(mark, mark);
    for (let i = 0; i < 10_000 && !state.isSettled; i++) await this.work();
    return promise;
  }
}
