import {
  createNetwork,
  type Frame,
  type NetworkDescription,
  type NeuroglowError,
  type Snapshot,
  type TrainingSource,
  type View,
  type WatchAllOptions,
  type WatchOptions,
} from '@neuroglow/engine';
import { watchTogether } from './watchTogether.js';

interface Watch {
  readonly view: View;
  readonly at: 'live' | number;
  readonly onFrame: (frame: Frame) => void;
  readonly onError: ((error: NeuroglowError) => void) | undefined;
}

/** A source whose frames and snapshots come when the test says so, and that counts who listens. */
export class ManualSource implements TrainingSource {
  network: NetworkDescription = createNetwork({ layers: [2, 3, 1] });
  readonly data = { training: 4, validation: 0, probes: 0 };
  readonly watches = new Set<Watch>();
  readonly listeners = new Set<() => void>();
  /** How often something was watched, ever. */
  watchCount = 0;
  #snapshot: Snapshot = {
    runId: 'run',
    status: 'idle',
    step: 0,
    epoch: 0,
    cost: null,
    validation: null,
    seed: 1,
    hyperparameters: { learningRate: 0.1, momentum: 0, l1: 0, l2: 0 },
    pace: 'fastest',
    arithmetic: 'core',
    error: null,
    notice: null,
  };
  readonly #first = this.#snapshot;

  getSnapshot(): Snapshot {
    return this.#snapshot;
  }

  getServerSnapshot(): Snapshot {
    return this.#first;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  supports(view: View): true | { reason: string } {
    return view.kind === 'gradientNorms' ? { reason: 'This source knows no gradients.' } : true;
  }

  watch<V extends View>(view: V, { at = 'live', onFrame, onError }: WatchOptions<V>): () => void {
    const watch: Watch = { view, at, onFrame: onFrame, onError };
    this.watches.add(watch);
    this.watchCount++;
    return () => this.watches.delete(watch);
  }

  watchAll<const V extends readonly View[]>(views: V, options: WatchAllOptions<V>): () => void {
    return watchTogether(this, views, options);
  }

  readAll(): Promise<never> {
    return this.read();
  }

  read(): Promise<never> {
    return Promise.reject(new Error('Nobody reads here.'));
  }

  /** Replaces the snapshot. */
  change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  /** Replaces the network. */
  grow(layers: readonly number[]): void {
    this.network = createNetwork({ layers });
    for (const listener of [...this.listeners]) listener();
  }

  /** Gives every watcher of parameters a frame of that step. */
  emit(step: number): void {
    const frame = { kind: 'parameters', runId: 'run', step, parameters: new Float32Array(13), layers: [] } as const;
    for (const watch of [...this.watches]) watch.onFrame(frame);
  }

  fail(error: NeuroglowError): void {
    for (const watch of [...this.watches]) watch.onError?.(error);
  }
}
