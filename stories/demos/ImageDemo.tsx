import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { createNetwork, momentum, NeuroglowProvider, useTraining } from '@neuroglow/engine';
import type { ReactElement, ReactNode } from 'react';
import type { SplitImages } from '../data/labelledImages.js';
import { Answer } from './Answer.js';
import './demo.css';
import { Loaded } from './Loaded.js';
import { Panel } from './Panel.js';
import { SamplePicker } from './SamplePicker.js';

export interface ImageDemoProps {
  /** Has to be the same function each time. */
  readonly load: () => Promise<SplitImages>;
  readonly learningRate: number;
  /** Steps a displayed frame. */
  readonly pace: number;
  /** What the images are, where they come from and what may be done with them. */
  readonly citation: ReactNode;
}

/** A network of two hidden layers of 16 neurons learns images, with everything that can be watched of it on one page. */
export function ImageDemo({ load, ...rest }: ImageDemoProps): ReactElement {
  return <Loaded load={load}>{(data) => <Learning data={data} {...rest} />}</Loaded>;
}

interface LearningProps extends Omit<ImageDemoProps, 'load'> {
  readonly data: SplitImages;
}

function Learning({ data, learningRate, pace, citation }: LearningProps): ReactElement {
  const session = useTraining(() => {
    const [rows, columns] = data.imageShape;
    return {
      network: createNetwork({
        layers: [
          { neurons: rows * columns, shape: data.imageShape },
          16,
          16,
          { neurons: data.training.classNames.length, labels: data.training.classNames },
        ],
        activation: 'sigmoid',
        outputActivation: 'softmax',
        seed: 7,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer: momentum({ learningRate, momentum: 0.9 }),
      batchSize: 32,
      seed: 7,
      pace,
    };
  }, [data, learningRate, pace]);
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 0, of: 'validation' }}>
      <div className="demo">
        <Panel
          title="Training"
          about={`${count(data.training.rows)} images to learn from, ${count(data.validation.rows)} held out to see whether it learned more than them. Press Start, and choose an image below the network.`}
        >
          <TrainingControls />
        </Panel>
        <div className="demo__panels">
          <Panel
            title="The network"
            about="Neurons glow with their activation for the image on the left; connections are drawn by weight"
          >
            <NetworkGraph />
            <div className="demo__below">
              <SamplePicker data={data} />
              <Answer classNames={data.validation.classNames} />
            </div>
          </Panel>
          <Panel
            title="What the first layer looks for"
            about="The weights of each neuron of hidden layer 1 as an image: the more alike the input, the larger its z"
          >
            <ActivationHeatmap mode="inputWeights" />
          </Panel>
          <Panel title="Cost" about="Of each step's batch, and of the held-out images">
            <CostPlot aspect={2} />
          </Panel>
          <Panel title="Activations" about="Every layer for the same image">
            <ActivationHeatmap mode="layers" />
          </Panel>
        </div>
        <p className="demo__source">{citation}</p>
      </div>
    </NeuroglowProvider>
  );
}

function count(rows: number): string {
  return rows.toLocaleString('en');
}
