import type { FromHost, ToHost } from './protocol.js';
import { RunHost } from './runHost.js';
import { createDefer } from './taskQueue.js';

/** What this file needs of the worker's global scope; the DOM library describes a window's. */
interface WorkerScope {
  postMessage(message: FromHost, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToHost>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const send = (message: FromHost, transfer: ArrayBuffer[]): void => scope.postMessage(message, transfer);
const host = new RunHost({ now: () => performance.now(), defer: createDefer() }, send);
scope.onmessage = ({ data }) => host.receive(data);
send({ type: 'ready' }, []);
