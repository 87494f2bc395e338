// The page that every bundler is given: no JSX, so that none needs a plugin. What tests look at hangs on `globalThis`.
import { CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, readCsv, sgd, useTraining } from '@neuroglow/engine';
import { createElement as h, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const dataset = {
  inputs: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]),
  targets: new Float32Array([0, 1, 1, 0]),
  rows: 4,
};

function App() {
  const training = useTraining({
    network: { layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 },
    dataset,
    optimizer: sgd({ learningRate: 0.5 }),
  });
  globalThis.training = training;
  const pictures = [TrainingControls, NetworkGraph, CostPlot].map((component, key) => h(component, { key }));
  return h(NeuroglowProvider, { source: training, defaultInput: { sample: 1 } }, ...pictures);
}

globalThis.readCsv = readCsv;
createRoot(globalThis.document.getElementById('root')).render(h(StrictMode, null, h(App)));
