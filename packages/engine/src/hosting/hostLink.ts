import type { RunState } from '../run/runState.js';
import type { FromHost, ToHost } from './protocol.js';

/** Receives what the host of a run sends. */
export interface HostListener {
  onMessage(message: FromHost): void;
  /** The host is lost, with all its runs. */
  onLost(): void;
}

/** Takes the final state of a closed run; null if it was lost. */
export type OnClosed = (state: RunState | null) => void;

/** A connection to a host of runs: a worker, or the calling thread. */
export interface HostLink {
  readonly place: 'worker' | 'thread';
  /** How many runs it holds. */
  readonly load: number;
  attach(run: string, listener: HostListener): void;
  /** Forgets the run. Of later messages only its final state is passed on; null if the host is lost before. */
  detach(run: string, onClosed?: OnClosed): void;
  post(message: ToHost): void;
}

/** Passes messages on to their runs' connections. */
export class Switchboard {
  readonly #listeners = new Map<string, HostListener>();
  readonly #closing = new Map<string, OnClosed>();

  get size(): number {
    return this.#listeners.size;
  }

  attach(run: string, listener: HostListener): void {
    this.#listeners.set(run, listener);
  }

  detach(run: string, onClosed?: OnClosed): void {
    this.#listeners.delete(run);
    if (onClosed !== undefined) this.#closing.set(run, onClosed);
  }

  deliver(message: FromHost): void {
    if (!('run' in message)) return;
    this.#listeners.get(message.run)?.onMessage(message);
    if (message.type === 'closed') this.#close(message.run, message.state);
  }

  /** No more messages will come: ends the runs that are being closed. */
  end(): void {
    for (const run of [...this.#closing.keys()]) this.#close(run, null);
  }

  #close(run: string, state: RunState | null): void {
    const onClosed = this.#closing.get(run);
    this.#closing.delete(run);
    onClosed?.(state);
  }

  /** Reports the loss of the host to all listeners. */
  lose(): void {
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of listeners) listener.onLost();
  }
}
