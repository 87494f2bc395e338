import { NetworkGraph } from '@neuroglow/components';
import { createRoot } from 'react-dom/client';

const names = (at, last) => (at === 0 ? 'input' : at === last ? 'output' : `hidden ${at}`);

/** A source of frames, as a training session is one. */
function sourceOf(layers, first) {
  const watchers = new Set();
  const last = layers.length - 1;
  const snapshot = {
    runId: 'bench',
    status: 'running',
    step: 0,
    epoch: 0,
    cost: null,
    validation: null,
    seed: 1,
    hyperparameters: { learningRate: 0, momentum: 0, l1: 0, l2: 0 },
    pace: 'fastest',
    arithmetic: 'kernels',
    error: null,
    notice: null,
  };
  const frameOf = ({ kind }, { weights, biases, activations }) =>
    kind === 'parameters'
      ? { kind, runId: 'bench', step: 1, layers: weights.map((layer, at) => ({ weights: layer, biases: biases[at] })) }
      : { kind, runId: 'bench', step: 1, activations, preActivations: activations, target: null };
  return {
    network: {
      layers: layers.map((neurons, at) => ({
        neurons,
        activation: at === 0 ? null : at === last ? 'softmax' : 'sigmoid',
        slope: 0.01,
        name: names(at, last),
        shape: null,
        labels: null,
      })),
    },
    data: { training: 1, validation: 0, probes: 0 },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => snapshot,
    subscribe: () => () => undefined,
    supports: ({ kind }) => (kind === 'parameters' || kind === 'activations' ? true : { reason: 'not here' }),
    watch(view, options) {
      const watcher = { view, options };
      watchers.add(watcher);
      options.onFrame(frameOf(view, first));
      return () => watchers.delete(watcher);
    },
    read: () => Promise.reject(new Error('not here')),
    send(frame) {
      for (const { view, options } of watchers) options.onFrame(frameOf(view, frame));
    },
  };
}

/** The component, every layer expanded. A picture counts when its bitmap is handed to the page. */
export async function neuroglow(root, layers, first) {
  let shown = 0;
  let resolveFirst;
  const firstShown = new Promise((resolve) => (resolveFirst = resolve));
  const { prototype } = ImageBitmapRenderingContext;
  const { transferFromImageBitmap } = prototype;
  prototype.transferFromImageBitmap = function (bitmap) {
    shown++;
    resolveFirst();
    return transferFromImageBitmap.call(this, bitmap);
  };
  const source = sourceOf(layers, first);
  createRoot(root).render(
    <NetworkGraph
      source={source}
      expanded={layers.map((_, layer) => layer)}
      aspect={1.6}
      style={{ width: 960 }}
      legend={false}
      marks={false}
    />,
  );
  await firstShown;
  return { draw: (frame) => source.send(frame), drawn: () => shown };
}
