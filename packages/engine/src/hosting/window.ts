import { frameLoopOf, type FrameLoop } from '../source/frameLoop.js';
import { FallbackWorker, startFromText, type StartedWorker } from './fallbackWorker.js';
import type { HostLink } from './hostLink.js';
import { HostPool } from './hostPool.js';
import { TimelineMemory } from '../timeline/timelineMemory.js';
import type { FromHost } from './protocol.js';
import { createDefer } from './taskQueue.js';
import { defaultPatience, type TrainingWorker } from './workerLink.js';

/** What the sessions of a window share; tests bring their own. */
export interface WindowServices {
  readonly frames: FrameLoop;
  readonly hosts: HostPool;
  readonly memory: TimelineMemory;
}

const windows = new WeakMap<object, WindowServices>();

/** The services of this window (or Node process), created on first use. They hold no resources until a run needs some. */
export function servicesOfThisWindow(): WindowServices {
  const found = windows.get(globalThis);
  if (found !== undefined) return found;
  const services = createServices();
  windows.set(globalThis, services);
  return services;
}

function createServices(): WindowServices {
  const cores = typeof navigator === 'undefined' ? 1 : navigator.hardwareConcurrency;
  return {
    frames: frameLoopOf(globalThis),
    memory: new TimelineMemory(),
    hosts: new HostPool({
      createWorker: typeof Worker === 'undefined' ? null : createTrainingWorker,
      // One core is left to the page.
      mostWorkers: Math.max(1, Math.min(4, (cores || 1) - 1)),
      patience: defaultPatience,
      createThread,
    }),
  };
}

async function createThread(): Promise<HostLink> {
  const { ThreadLink } = await import('./threadLink.js');
  return new ThreadLink({ now: () => performance.now(), defer: createDefer() });
}

const workerName = 'neuroglow training';

function createTrainingWorker(): TrainingWorker {
  return new FallbackWorker<FromHost>([startByText, startByUrl]);
}

async function startByText(): Promise<StartedWorker> {
  const { workerText } = await import('./workerText.js');
  return startFromText(workerText, workerName);
}

/** Bundlers find the worker's file by exactly this expression. */
function startByUrl(): StartedWorker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'neuroglow training' });
}
