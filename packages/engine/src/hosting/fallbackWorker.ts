/** The part of a `Worker` that is used. */
export interface StartedWorker {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<never>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
}

/** A way to start a worker. Throws or rejects if it is refused at once. */
export type StartWorker = () => StartedWorker | Promise<StartedWorker>;

/** A worker that has sent no message after so many milliseconds was refused silently. */
const patience = 4_000;

/**
 * A worker that is started in the first of several ways that works. A policy may refuse a worker after its creation, with only an error
 * event, so a way counts as working once the worker has sent a message. Earlier messages are posted again for each way that is tried.
 * Fires `error` when no way has worked, or when the worker breaks down later.
 */
export class FallbackWorker<Message> {
  readonly #messageListeners: ((event: { readonly data: Message }) => void)[] = [];
  readonly #errorListeners: { readonly type: string; readonly listener: () => void }[] = [];
  /** Posted before a worker has answered. */
  readonly #early: (readonly [message: unknown, transfer: Transferable[]])[] = [];
  #worker: StartedWorker | null = null;
  #hasAnswered = false;
  #isTerminated = false;

  constructor(ways: readonly StartWorker[]) {
    void this.#start(ways);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.#hasAnswered) this.#early.push([message, transfer]);
    this.#worker?.postMessage(message, transfer);
  }

  terminate(): void {
    this.#isTerminated = true;
    this.#worker?.terminate();
  }

  addEventListener(type: 'message', listener: (event: { readonly data: Message }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  addEventListener(type: string, listener: ((event: { readonly data: Message }) => void) & (() => void)): void {
    if (type === 'message') this.#messageListeners.push(listener);
    else this.#errorListeners.push({ type, listener });
  }

  async #start(ways: readonly StartWorker[]): Promise<void> {
    for (const start of ways) {
      try {
        const worker = await start();
        if (this.#isTerminated) worker.terminate();
        if (this.#isTerminated || (await this.#answers(worker))) return;
        worker.terminate();
      } catch {
        // Refused at once; the next way may be allowed.
      }
    }
    this.#fail('error');
  }

  #answers(worker: StartedWorker): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = (): void => {
        clearTimeout(timer);
        if (this.#worker === worker && !this.#hasAnswered) this.#worker = null;
        resolve(false);
      };
      const timer = setTimeout(giveUp, patience);
      worker.addEventListener('message', ({ data }) => {
        if (this.#worker !== worker) return;
        this.#hasAnswered = true;
        this.#early.length = 0;
        clearTimeout(timer);
        resolve(true);
        for (const listener of this.#messageListeners) listener({ data });
      });
      worker.addEventListener('error', (event) => {
        // Reported to the listeners here, not to the page's own error handlers.
        event.preventDefault();
        if (this.#hasAnswered && this.#worker === worker) this.#fail('error');
        giveUp();
      });
      worker.addEventListener('messageerror', () => {
        if (this.#hasAnswered && this.#worker === worker) this.#fail('messageerror');
      });
      this.#worker = worker;
      for (const [message, transfer] of this.#early) worker.postMessage(message, transfer);
    });
  }

  #fail(type: string): void {
    if (this.#isTerminated) return;
    for (const one of this.#errorListeners) if (one.type === type) one.listener();
  }
}

/**
 * Starts a module worker from the text of a module without imports, which needs no separate file, so no bundler has to find one.
 * A content security policy has to allow `worker-src blob:`.
 */
export function startFromText(text: string | null, name: string): StartedWorker {
  if (text === null)
    throw new Error(
      'expected the built package, got its sources: only the build writes the text of the worker; start the worker by its URL.',
    );
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name });
  // Not before it is loaded.
  const release = (): void => URL.revokeObjectURL(url);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}
