import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, type TrainingSession } from '@neuroglow/engine';
import type { ReactElement, ReactNode } from 'react';
import type { SplitImages } from '../data/labelledImages.js';
import { Answer } from './Answer.js';
import './demo.css';
import { Panel } from './Panel.js';
import { SamplePicker } from './SamplePicker.js';

export interface ImageDemoProps {
  readonly session: TrainingSession;
  readonly data: SplitImages;
  /** What the images are, where they come from and what may be done with them. */
  readonly citation: ReactNode;
}

/** A network that learns images, with everything that can be watched of it on one page. */
export function ImageDemo({ session, data, citation }: ImageDemoProps): ReactElement {
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
