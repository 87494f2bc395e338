import {
  NeuroglowError,
  type Frame,
  type FrameOf,
  type JournalEntry,
  type NetworkDescription,
  type Snapshot,
  type SourceControls,
  type Timeline,
  type TrainingSource,
  type View,
  type ViewKind,
  type WatchOptions,
} from '@neuroglow/engine';
import { act } from '@testing-library/react';
import { watchTogether } from '../hooks/watchTogether.js';

/** A source that says what a test makes it say. */
export interface ScriptedSource extends TrainingSource {
  /** Sends a frame to everybody who watches its view. */
  readonly send: (frame: FrameOf<View>) => void;
  readonly fail: (kind: ViewKind, error: NeuroglowError) => void;
  readonly update: (change: Partial<Snapshot>) => void;
  /** Views being watched. */
  readonly watched: () => readonly View[];
  readonly calls: readonly (readonly [command: string, ...rest: unknown[]])[];
}

export interface Script {
  readonly network?: NetworkDescription;
  readonly snapshot?: Partial<Snapshot>;
  readonly unsupported?: Partial<Record<ViewKind, string>>;
  readonly controls?: boolean;
  /** Commands that are refused, with this sentence. */
  readonly refusal?: string;
  readonly timeline?: Timeline;
  readonly journal?: readonly JournalEntry[];
  /** What is read of a view. */
  readonly read?: (view: View) => Frame;
}

const layer = (neurons: number, l: number) =>
  ({
    kind: l === 0 ? 'input' : 'dense',
    inputs: l === 0 ? [] : [l - 1],
    shape: [neurons],
    neurons,
    slope: 0.01,
    labels: null,
  }) as const;

/** 2 inputs, 3 hidden neurons, 2 named outputs. */
export const smallNetwork: NetworkDescription = {
  layers: [
    { ...layer(2, 0), activation: null, name: 'input' },
    { ...layer(3, 1), activation: 'sigmoid', name: 'hidden 1' },
    { ...layer(2, 2), activation: 'softmax', name: 'output', labels: ['no', 'yes'] },
  ],
};

const initial: Snapshot = {
  runId: 'run',
  status: 'idle',
  step: 0,
  epoch: 0,
  cost: null,
  validation: null,
  seed: 7,
  hyperparameters: { learningRate: 0.5, momentum: 0, l1: 0, l2: 0 },
  pace: 'fastest',
  arithmetic: 'core',
  error: null,
  notice: null,
};

export function scriptedSource(script: Script = {}): ScriptedSource {
  const { network = smallNetwork, unsupported = {}, controls = true, refusal } = script;
  let snapshot: Snapshot = { ...initial, ...script.snapshot };
  const server = snapshot;
  const listeners = new Set<() => void>();
  const watchers = new Set<{ readonly view: View; readonly options: WatchOptions<View> }>();
  const calls: [string, ...unknown[]][] = [];
  const command =
    (name: string) =>
    (...rest: unknown[]): Promise<Snapshot> => {
      calls.push([name, ...rest]);
      return refusal === undefined
        ? Promise.resolve(snapshot)
        : Promise.reject(new NeuroglowError('unsupported', refusal));
    };
  const steering: SourceControls = {
    start: command('start'),
    pause: command('pause'),
    step: command('step'),
    reset: command('reset'),
    setHyperparameters: command('setHyperparameters'),
    setPace: command('setPace'),
    setParameter: command('setParameter'),
    resizeLayer: command('resizeLayer'),
  };
  return {
    network,
    data: { training: 4, validation: 0, probes: 1 },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => server,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    supports(view) {
      const reason = unsupported[view.kind];
      return reason === undefined ? true : { reason };
    },
    watch(view, options) {
      const watcher = { view, options: options as unknown as WatchOptions<View> };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    watchAll(views, options) {
      return watchTogether(this, views, options);
    },
    readAll: (views) => {
      const reason = views.map(({ kind }) => unsupported[kind]).find((sentence) => sentence !== undefined);
      return Promise.reject(new NeuroglowError('unsupported', reason ?? 'This source is read by watching.'));
    },
    read: (view) =>
      script.read
        ? Promise.resolve(script.read(view) as never)
        : Promise.reject(new NeuroglowError('unsupported', 'This source is read by watching.')),
    ...(script.timeline && { timeline: script.timeline }),
    ...(script.journal && { journal: script.journal }),
    ...(controls && { controls: steering }),
    send: (frame) =>
      act(() => {
        for (const { view, options } of watchers) if (view.kind === frame.kind) options.onFrame(frame);
      }),
    fail: (kind, error) =>
      act(() => {
        for (const { view, options } of watchers) if (view.kind === kind) options.onError?.(error);
      }),
    update: (change) =>
      act(() => {
        snapshot = { ...snapshot, ...change };
        for (const listener of listeners) listener();
      }),
    watched: () => [...watchers].map(({ view }) => view),
    calls,
  };
}
