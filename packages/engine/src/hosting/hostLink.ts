import type { FromHost, ToHost } from './protocol.js';

/** What a run's connection hears from the host that holds the run. */
export interface HostListener {
  onMessage(message: FromHost): void;
  /** The host is gone, and with it all that it held. */
  onLost(): void;
}

/** A way to a host of runs: a worker, or the thread that calls. */
export interface HostLink {
  readonly place: 'worker' | 'thread';
  /** How many runs it holds. */
  readonly load: number;
  attach(run: string, listener: HostListener): void;
  detach(run: string): void;
  post(message: ToHost): void;
}

/** Hands messages to the connection they are meant for. */
export class Switchboard {
  readonly #listeners = new Map<string, HostListener>();

  get size(): number {
    return this.#listeners.size;
  }

  attach(run: string, listener: HostListener): void {
    this.#listeners.set(run, listener);
  }

  detach(run: string): void {
    this.#listeners.delete(run);
  }

  deliver(message: FromHost): void {
    if ('run' in message) this.#listeners.get(message.run)?.onMessage(message);
  }

  /** Tells everybody that the host is gone. */
  lose(): void {
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of listeners) listener.onLost();
  }
}
