import type { RunState } from '../run/runState.js';
import type { FromHost, ToHost } from './protocol.js';

/** What a run's connection hears from the host that holds the run. */
export interface HostListener {
  onMessage(message: FromHost): void;
  /** The host is gone, and with it all that it held. */
  onLost(): void;
}

/** Takes the final state of a run that was closed; null where it was lost. */
export type OnClosed = (state: RunState | null) => void;

/** A way to a host of runs: a worker, or the thread that calls. */
export interface HostLink {
  readonly place: 'worker' | 'thread';
  /** How many runs it holds. */
  readonly load: number;
  attach(run: string, listener: HostListener): void;
  /** Forgets the run. Of what its host still says of it, only its final state is heard; null where the host is lost before. */
  detach(run: string, onClosed?: OnClosed): void;
  post(message: ToHost): void;
}

/** Hands messages to the connection they are meant for. */
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

  /** No more messages will come: runs that were closed are told so. */
  end(): void {
    for (const run of [...this.#closing.keys()]) this.#close(run, null);
  }

  #close(run: string, state: RunState | null): void {
    const onClosed = this.#closing.get(run);
    this.#closing.delete(run);
    onClosed?.(state);
  }

  /** Tells everybody that the host is gone. */
  lose(): void {
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of listeners) listener.onLost();
  }
}
