import { InputWeights, LayerSpace, ResponseMaps, SampleMatrix } from '@neuroglow/components';
import { createNetwork, createTraining, NeuroglowProvider } from '@neuroglow/engine';
import { createRoot } from 'react-dom/client';

const pictures = {
  responseMaps: (what) => <ResponseMaps resolution={what.rows} legend={false} aspect={1.6} />,
  inputWeights: () => <InputWeights legend={false} aspect={1.6} />,
  samples: (what) => <SampleMatrix rows={what.columns} legend={false} aspect={1.6} />,
  layerSpace: (what) => <LayerSpace rows={what.points} legend={false} aspect={1.6} />,
};

function dataOf([inputs, ...others], rows) {
  const outputs = others.at(-1);
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const targets = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++)
    targets[row * outputs + (outputs > 1 ? row % outputs : 0)] = row % 2 || outputs > 1 ? 1 : 0;
  return { inputs: Float32Array.from({ length: rows * inputs }, random), targets, rows };
}

/** A session that trains in its worker, a step per displayed frame, and its picture. A picture counts when its bitmap is handed to the page. */
export async function neuroglow(root, what) {
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
  const { layers } = what;
  const session = createTraining({
    network: createNetwork({
      layers,
      activation: 'tanh',
      outputActivation: layers.at(-1) > 1 ? 'softmax' : 'sigmoid',
      seed: 1,
    }),
    dataset: dataOf(layers, what.points ?? what.columns),
    cost: layers.at(-1) > 1 ? 'categoricalCrossEntropy' : 'binaryCrossEntropy',
    optimizer: { kind: 'sgd', learningRate: 0.01 },
    batchSize: 1,
    seed: 1,
    pace: 1,
  });
  createRoot(root).render(
    <NeuroglowProvider source={session}>
      <div style={{ width: 960 }}>{pictures[what.mode](what)}</div>
    </NeuroglowProvider>,
  );
  await firstShown;
  let gridMs;
  if (what.mode === 'responseMaps') {
    // From asking to having, messages included: more than the passes alone.
    const view = { kind: 'responseMaps', layer: 1, resolution: what.rows };
    for (let warm = 0; warm < 10; warm++) await session.read(view);
    const started = performance.now();
    for (let turn = 0; turn < 30; turn++) await session.read(view);
    gridMs = (performance.now() - started) / 30;
  }
  await session.start();
  return { draw() {}, drawn: () => shown, own: () => (gridMs === undefined ? {} : { gridMs }) };
}
