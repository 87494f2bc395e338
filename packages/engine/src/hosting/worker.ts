import type { FromHost, ToHost } from './protocol.js';
import { RunHost } from './runHost.js';
import { createDefer } from './taskQueue.js';

/** The part of a worker's global scope that is used here; the DOM library's types describe a window's. */
interface WorkerScope {
  postMessage(message: FromHost, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToHost>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const send = (message: FromHost, transfer: ArrayBuffer[]): void => scope.postMessage(message, transfer);
const host = new RunHost({ now: () => performance.now(), defer: createDefer() }, send);
scope.onmessage = ({ data }) => host.receive(data);
send({ type: 'ready' }, []);
