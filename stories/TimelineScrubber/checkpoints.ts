import {
  adam,
  circleDataset,
  createConfiguration,
  createNetwork,
  createRun,
  createValueSource,
  NeuroglowError,
  type Snapshot,
  type TimelineSnapshot,
  type TrainingSource,
} from '@neuroglow/engine';

const kept: readonly number[] = [0, 50, 150, 400, 1000, 2000];
const last = kept.at(-1)!;

/**
 * A source of your own that keeps six checkpoints of a run, as a remote run may do: one plain source per checkpoint, and a timeline that names
 * their steps.
 */
export function createCheckpointSource(): TrainingSource {
  const dataset = circleDataset({ rows: 240 });
  const network = createNetwork({ layers: [2, 6, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 3 });
  const run = createRun({
    configuration: createConfiguration({ network, optimizer: adam({ learningRate: 0.01 }), batchSize: 20, seed: 3 }),
    training: dataset,
  });
  const checkpoints = new Map<number, TrainingSource>();
  let step = 0;
  for (const next of kept) {
    if (next > step) run.advance(next - step);
    step = next;
    const source = createValueSource({ network: run.readNetwork(), dataset });
    source.update(run.readNetwork().parameters, { step: next });
    checkpoints.set(next, source);
  }

  const newest = checkpoints.get(last)!;
  /** The checkpoint of a step, or why there is none. */
  const at = (wanted: 'live' | number = 'live'): TrainingSource | NeuroglowError =>
    checkpoints.get(wanted === 'live' ? last : wanted) ??
    new NeuroglowError(
      'step-not-kept',
      `at: expected one of the steps ${kept.join(', ')}, got ${wanted}; choose one of them.`,
    );
  const watchAll: TrainingSource['watchAll'] = (views, options) => {
    const found = at(options.at);
    if (!(found instanceof NeuroglowError)) return found.watchAll(views, { ...options, at: 'live' });
    const soon = setTimeout(() => options.onError?.(found));
    return () => clearTimeout(soon);
  };
  const readAll: TrainingSource['readAll'] = async (views, options) => {
    const found = at(options?.at);
    if (found instanceof NeuroglowError) throw found;
    return found.readAll(views);
  };
  const snapshot: Snapshot = { runId: 'checkpoints', status: 'finished', step: last, error: null, notice: null };
  const timeline: TimelineSnapshot = {
    ...{ first: 0, last, kept, keyframes: kept.length, seeks: [] },
    bytes: kept.length * network.parameters.byteLength,
  };
  return {
    network: newest.network,
    ...(newest.data && { data: newest.data }),
    getSnapshot: () => snapshot,
    getServerSnapshot: () => snapshot,
    subscribe: () => () => undefined,
    supports: (view) => newest.supports(view),
    watchAll,
    readAll,
    watch: (view, { onFrame, ...options }) => watchAll([view], { ...options, onFrames: ([frame]) => onFrame(frame) }),
    read: async (view, options) => (await readAll([view], options))[0],
    timeline: { getSnapshot: () => timeline, subscribe: () => () => undefined },
  };
}
