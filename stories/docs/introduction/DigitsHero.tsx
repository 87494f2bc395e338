import { NetworkGraph } from '@neuroglow/components';
import { adam, createNetwork, NeuroglowProvider, type TrainingSession, useTraining } from '@neuroglow/engine';
import { type ReactElement, useEffect, useState } from 'react';
import { loadDigits } from '../../data/digits.js';
import type { SplitImages } from '../../data/labelledImages.js';
import { DigitPad } from './DigitPad.js';
import { AccuracyReading, StepReading } from './Readings.js';

// Asked for with this module, not with the first render: the network's data is the longest wait.
const digits = loadDigits();
const enough = { step: 3_000 };

/** 64-16-16-10 learns 1,797 handwritten digits, by itself unless the reader prefers reduced motion. */
export function DigitsHero(): ReactElement {
  const [outcome, setOutcome] = useState<SplitImages | Error | null>(null);
  useEffect(() => {
    let isWanted = true;
    digits.then(
      (data) => isWanted && setOutcome(data),
      (error: unknown) => isWanted && setOutcome(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  if (outcome === null) return <div className="hero" aria-busy="true" />;
  if (outcome instanceof Error) return <p role="alert">The digits could not be loaded: {outcome.message}</p>;
  return <LearningDigits data={outcome} />;
}

function LearningDigits({ data }: { readonly data: SplitImages }): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({
        layers: [{ neurons: 64, shape: data.imageShape }, 16, 16, { neurons: 10, labels: data.training.classNames }],
        activation: 'sigmoid',
        outputActivation: 'softmax',
        seed: 7,
      }),
      dataset: data.training,
      validation: data.validation,
      cost: 'categoricalCrossEntropy',
      optimizer: adam({ learningRate: 0.01 }),
      batchSize: 32,
      seed: 7,
      // One step per frame at first, so that every step can be seen; more as the network needs fewer looks.
      pace: 'visible',
      validateEvery: { steps: 10 },
    }),
    [data],
  );
  const [isPlaying, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (isPlaying) void session.start(enough);
    else if (session.getSnapshot().status === 'running') void session.pause();
  }, [session, isPlaying]);
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 0, of: 'validation' }}>
      <div className="hero">
        <div className="hero__bar">
          <Commands session={session} isPlaying={isPlaying} setPlaying={setPlaying} />
          <StepReading />
          <AccuracyReading />
        </div>
        <DigitPad data={data} isPlaying={isPlaying} />
        <NetworkGraph className="hero__graph" aria-label="A network that learns to read digits" />
      </div>
    </NeuroglowProvider>
  );
}

interface CommandsProps {
  readonly session: TrainingSession;
  readonly isPlaying: boolean;
  readonly setPlaying: (isPlaying: boolean) => void;
}

function Commands({ session, isPlaying, setPlaying }: CommandsProps): ReactElement {
  const [seed, setSeed] = useState(7);
  const startOver = async (): Promise<void> => {
    setSeed(seed + 1);
    await session.reset({ seed: seed + 1 });
    setPlaying(true);
    await session.start(enough);
  };
  return (
    <div className="hero__commands">
      <button type="button" className="hero__main" onClick={() => setPlaying(!isPlaying)}>
        {isPlaying ? 'Pause' : 'Learn'}
      </button>
      <button type="button" title="Draws other first weights and learns again" onClick={() => void startOver()}>
        Start over
      </button>
    </div>
  );
}
