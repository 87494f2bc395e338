import { CostPlot, NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import {
  adam,
  createNetwork,
  drawGlyph,
  imagesToSamples,
  NeuroglowProvider,
  useTraining,
  type TrainingSession,
} from '@neuroglow/engine';
import { useRef, useState, type ReactElement } from 'react';
import { Demo, DemoPanel } from './Demo.js';
import './image.css';
import { ImageChoice } from './ImageChoice.js';
import { side, upsideDown } from './imagePixels.js';
import { recordSlide, upscale } from './imageSlices.js';
import { PaintedSlice } from './PaintedSlice.js';
import { saveFile } from './saveFile.js';
import { useUrlNumber } from './useUrlState.js';

const seed = 1;

/** 3-28-28-9-1 learns two pictures as functions of x and y, and a third input t slides between them. */
export function ImageToNetworkDemo(): ReactElement {
  const [images, setImages] = useState<readonly [Float32Array, Float32Array]>(() => [
    drawGlyph('six', side),
    drawGlyph('eight', side),
  ]);
  const [percent, setPercent] = useUrlNumber('t', 50, 0, 100);
  const [pixel, setPixel] = useUrlNumber('pixel', 10 * side + 13, 0, side * side - 1);
  const graph = useRef<NetworkGraphElement>(null);
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 3, labels: ['x', 'y', 't'] }, 28, 28, 9, { neurons: 1, labels: ['grey'] }],
        activation: 'tanh',
        outputActivation: 'sigmoid',
        seed,
      }),
      dataset: imagesToSamples(images.map(upsideDown), { width: side, height: side }),
      cost: 'meanSquaredError',
      optimizer: adam({ learningRate: 0.01 }),
      batchSize: 256,
      seed,
    }),
    [images],
  );
  const t = percent / 100;
  const at = (index: number): number => index / (side - 1);
  return (
    <NeuroglowProvider
      source={session}
      input={{ values: [at(pixel % side), 1 - at(Math.floor(pixel / side)), t] }}
      onInputChange={ignore}
    >
      <Demo
        title="Image to network"
        watch="The network sees no pixels, only x, y and t. Watch a blur become a shape, and move the slider: between the two pictures it makes things up."
        graph={graph}
      >
        <div className="demo__graph">
          <NetworkGraph ref={graph} aspect={1} maxNeurons={28} neuronGlyph="responseMap" glyphLayer={3} />
        </div>
        <div className="demo__side">
          <DemoPanel title="What it paints" note="point at a pixel to see its neurons">
            <PaintedSlice t={t} pixel={pixel} onPixel={setPixel} />
            <div className="image__slider">
              <ImageChoice
                name="left"
                greys={images[0]}
                onChange={(left) => {
                  setImages([left, images[1]]);
                }}
              />
              <label>
                t = {t.toFixed(2)}
                <input
                  type="range"
                  min={0}
                  max={100}
                  value={percent}
                  onChange={(event) => {
                    setPercent(event.target.valueAsNumber);
                  }}
                />
              </label>
              <ImageChoice
                name="right"
                greys={images[1]}
                onChange={(right) => {
                  setImages([images[0], right]);
                }}
              />
            </div>
            <Saving session={session} t={t} />
          </DemoPanel>
          <DemoPanel title="Cost" note="mean squared error per step" className="demo__panel--plot">
            <CostPlot aspect={2.4} defaultScale="log" />
          </DemoPanel>
        </div>
      </Demo>
    </NeuroglowProvider>
  );
}

/** The slider and the pointer choose the input here; nothing else does. */
function ignore(): void {
  return undefined;
}

interface SavingProps {
  readonly session: TrainingSession;
  readonly t: number;
}

/** The picture at the slider, enlarged, and the whole slide as a video. */
function Saving({ session, t }: SavingProps): ReactElement {
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const work = async (save: () => Promise<string>): Promise<void> => {
    setIsBusy(true);
    try {
      setNote(await save());
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  };
  const savePicture = async (): Promise<string> => {
    saveFile(await upscale(session, t), `painted-${t.toFixed(2)}.png`);
    return 'Saved with 512 × 512 pixels';
  };
  const saveVideo = async (): Promise<string> => {
    const { video, extension } = await recordSlide(session, (share) => {
      setNote(`Recording ${String(Math.round(100 * share))} %`);
    });
    saveFile(video, `slide.${extension}`);
    return `Saved ${String(Math.round(video.size / 1000))} kB of video`;
  };
  return (
    <div className="image__saving">
      <button type="button" className="demo__button" disabled={isBusy} onClick={() => void work(savePicture)}>
        Save 512 × 512
      </button>
      <button type="button" className="demo__button" disabled={isBusy} onClick={() => void work(saveVideo)}>
        Record the slide
      </button>
      <span role="status">{note}</span>
    </div>
  );
}
