import { CostPlot, NetworkGraph, TimelineScrubber, type NetworkGraphElement } from '@neuroglow/components';
import {
  createNetwork,
  NeuroglowProvider,
  useTraining,
  type Activation,
  type Dataset,
  type Optimizer,
} from '@neuroglow/engine';
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Answer } from './Answer.js';
import { Confusion } from './Confusion.js';
import { Demo, DemoPanel } from './Demo.js';
import { DrawPad } from './DrawPad.js';
import { Mistakes } from './Mistakes.js';
import './picture.css';
import { SamplePicker } from './SamplePicker.js';
import { strokesToPixels, type StrokesToPixelsOptions } from './strokes.js';
import { useUrlDrawing } from './useUrlDrawing.js';
import { useUrlNumber, useUrlState } from './useUrlState.js';

/** Pictures of one size with their classes as one-hot targets, in two parts. */
export interface Pictures {
  readonly training: Dataset;
  /** Held out: the network is judged by pictures it has not seen. */
  readonly validation: Dataset;
  readonly imageShape: readonly [rows: number, columns: number];
}

export interface PictureDemoProps {
  readonly title: string;
  readonly watch: ReactNode;
  readonly data: Pictures;
  readonly classNames: readonly string[];
  /** Neurons of each hidden layer. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: Optimizer;
  readonly batchSize?: number;
  /** How strokes on the pad become pixels like those of the data. */
  readonly pen: Pick<StrokesToPixelsOptions, 'brush' | 'fit' | 'fill'>;
  /** What to draw: "Draw a digit". */
  readonly ask: string;
  readonly settings?: ReactNode;
  readonly credits?: ReactNode;
}

const seed = 7;
const tabs = ['cost', 'confusion', 'mistakes'] as const;
const tabNames = { cost: 'Cost', confusion: 'Confusion', mistakes: 'Mistakes' } as const;

/** A network learns to name pictures; draw one or pick one, and watch it travel through. */
export function PictureDemo(props: PictureDemoProps): ReactElement {
  const { title, watch, data, classNames, hidden, activation, optimizer, batchSize = 32, pen, ask } = props;
  const [rows, columns] = data.imageShape;
  const { validation } = data;
  const graph = useRef<NetworkGraphElement>(null);
  const [sample, setSample] = useUrlNumber('sample', 0, 0, validation.rows - 1);
  const [strokes, setStrokes] = useUrlDrawing('drawing');
  const [tab, setTab] = useUrlState('tab', tabs[0]);
  const [layers] = useState(hidden);
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [
          { neurons: rows * columns, shape: data.imageShape },
          ...layers,
          { neurons: classNames.length, labels: classNames },
        ],
        activation,
        outputActivation: 'softmax',
        seed,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer,
      batchSize,
      seed,
    }),
    // The other props are constants of a demo; other data make another session.
    [data],
  );
  const drawn = useMemo(
    () => (strokes.length > 0 ? strokesToPixels(strokes, { rows, columns, ...pen }) : null),
    [strokes, rows, columns, pen],
  );
  const pickSample = (next: number): void => {
    setStrokes([]);
    setSample(next);
  };
  return (
    <NeuroglowProvider
      source={session}
      input={drawn ? { values: drawn } : { sample, of: 'validation' }}
      onInputChange={(input) => {
        if (input && 'sample' in input && input.of === 'validation') pickSample(input.sample);
      }}
    >
      <Demo {...{ title, watch, graph, settings: props.settings, credits: props.credits }} below={<TimelineScrubber />}>
        <div className="demo__graph">
          <NetworkGraph ref={graph} aspect={1.3} />
        </div>
        <div className="demo__side">
          <section className="picture__look" aria-label="What the network looks at">
            <DrawPad
              label={ask}
              rows={rows}
              columns={columns}
              {...pen}
              picture={validation.inputs.subarray(sample * rows * columns, (sample + 1) * rows * columns)}
              strokes={strokes}
              onChange={(_, next) => {
                setStrokes(next);
              }}
            />
            <Answer classNames={classNames} ask={ask} isDrawn={drawn !== null} />
          </section>
          <SamplePicker data={data} classNames={classNames} chosen={drawn ? null : sample} onChoose={pickSample} />
          <div className="picture__tabs" role="group" aria-label="Below">
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={tab === name}
                onClick={() => {
                  setTab(name);
                }}
              >
                {tabNames[name]}
              </button>
            ))}
          </div>
          {tab === 'confusion' && <Confusion />}
          {tab === 'mistakes' && <Mistakes data={data} classNames={classNames} onChoose={pickSample} />}
          {tab !== 'confusion' && tab !== 'mistakes' && (
            <DemoPanel
              title="Cost"
              isTitleHidden
              note="of each step, and of held-out pictures"
              className="demo__panel--plot"
            >
              <CostPlot aspect={2.2} />
            </DemoPanel>
          )}
        </div>
      </Demo>
    </NeuroglowProvider>
  );
}
