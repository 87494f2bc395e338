import { Switchboard, type HostLink, type HostListener, type OnClosed } from './hostLink.js';
import type { ToHost } from './protocol.js';
import { RunHost, type HostSurroundings } from './runHost.js';

/** Runs hosted on the calling thread: the same host as in a worker, with messages delivered asynchronously as by a worker. */
export class ThreadLink implements HostLink {
  readonly place = 'thread';
  readonly #board = new Switchboard();
  readonly #host: RunHost;

  constructor(surroundings: HostSurroundings) {
    this.#host = new RunHost(surroundings, (message) => queueMicrotask(() => this.#board.deliver(message)));
  }

  get load(): number {
    return this.#board.size;
  }

  attach(run: string, listener: HostListener): void {
    this.#board.attach(run, listener);
  }

  detach(run: string, onClosed?: OnClosed): void {
    this.#board.detach(run, onClosed);
  }

  post(message: ToHost): void {
    queueMicrotask(() => this.#host.receive(message));
  }
}
