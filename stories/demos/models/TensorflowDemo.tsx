import { CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider } from '@neuroglow/engine';
import { createTensorflowSource, type TensorflowSource } from '@neuroglow/engine/tensorflow';
import { useEffect, useState, type ReactElement } from 'react';
import { loadDigits } from '../../data/digits.js';
import { Loaded } from '../Loaded.js';
import { InputChoice } from './InputChoice.js';
import { ModelPictures } from './ModelPictures.js';

const names = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface Run {
  readonly source: TensorflowSource;
  /** Calls `model.fit`, for as many epochs. */
  readonly fit: (epochs: number) => Promise<void>;
}

/** TensorFlow.js is fetched when a story needs it. */
async function makeRun(isConvolutional: boolean): Promise<Run> {
  const [core, library] = await Promise.all([
    import('@tensorflow/tfjs-core'),
    import('@tensorflow/tfjs-layers'),
    import('@tensorflow/tfjs-backend-cpu'),
  ]);
  const tf = { ...core, ...library };
  const { training, validation } = await loadDigits();
  const { layers } = tf;
  const model = tf.sequential();
  if (isConvolutional) {
    const conv = { filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' } as const;
    model.add(layers.conv2d({ ...conv, inputShape: [8, 8, 1], name: 'conv1' }));
    model.add(layers.maxPooling2d({ poolSize: 2, name: 'pool1' }));
    model.add(layers.conv2d({ ...conv, filters: 16, name: 'conv2' }));
    model.add(layers.flatten({ name: 'flatten' }));
  } else {
    model.add(layers.flatten({ inputShape: [8, 8, 1] }));
    model.add(layers.dense({ units: 16, activation: 'relu', name: 'hidden' }));
  }
  model.add(layers.dense({ units: 10, activation: 'softmax', name: 'digit' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const probes = names.map((_, digit) => {
    const row = validation.labels.indexOf(digit);
    return validation.inputs.subarray(row * 64, (row + 1) * 64);
  });
  const source = createTensorflowSource({ tf, model, dataset: training, validation, probes, classNames: names });
  const x = tf.tensor(training.inputs, [training.rows, 8, 8, 1]);
  const y = tf.tensor(training.targets, [training.rows, 10]);
  const fit = async (epochs: number): Promise<void> => {
    await model.fit(x, y, { epochs, batchSize: 32, validationSplit: 0.1, callbacks: source.callbacks });
  };
  return { source, fit };
}

const dense = (): Promise<Run> => makeRun(false);
const convolutional = (): Promise<Run> => makeRun(true);

/** A model of TensorFlow.js that learns to read digits under `model.fit`, watched as it does. */
export function TensorflowDemo({ convolutions = false }: { readonly convolutions?: boolean }): ReactElement {
  return (
    <Loaded load={convolutions ? convolutional : dense}>
      {(run) => <Watched run={run} isConvolutional={convolutions} />}
    </Loaded>
  );
}

function Watched({
  run: { source, fit },
  isConvolutional,
}: {
  readonly run: Run;
  readonly isConvolutional: boolean;
}): ReactElement {
  const [isFitting, setIsFitting] = useState(false);
  useEffect(() => () => void source.controls.pause(), [source]);
  return (
    <NeuroglowProvider source={source}>
      <div className="demo models__pictures">
        <div className="models__inputs">
          <button
            type="button"
            className="demo__button"
            disabled={isFitting}
            onClick={() => {
              setIsFitting(true);
              void fit(10).finally(() => setIsFitting(false));
            }}
          >
            model.fit, 10 epochs
          </button>
        </div>
        <TrainingControls show={['commands', 'readings']} />
        <InputChoice source={source} names={names} />
        {isConvolutional ? <ModelPictures source={source} /> : <NetworkGraph />}
        <CostPlot />
      </div>
    </NeuroglowProvider>
  );
}
