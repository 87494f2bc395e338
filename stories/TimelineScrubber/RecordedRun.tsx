import { ActivationHeatmap, CostPlot, NetworkGraph, TimelineScrubber } from '@neuroglow/components';
import { NeuroglowProvider, openRecording, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useState, type ReactElement } from 'react';
import { loadDigits } from '../data/digits.js';
import './timeline.css';

/** Opens a recorded run of 64-16-16-10 on handwritten digits. Nothing is trained: steps between keyframes are computed again. */
async function openRun(): Promise<TrainingSource> {
  const file = await fetch(new URL('../data/digits/run.neuroglow', import.meta.url));
  const { training: dataset, validation } = await loadDigits();
  return openRecording(await file.arrayBuffer(), { dataset, validation });
}

export function RecordedRun(): ReactElement {
  const [source, setSource] = useState<TrainingSource | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    openRun().then(setSource, (error: unknown) => setProblem(String(error)));
  }, []);
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (source === null) return <p role="status">The recording is being fetched.</p>;
  return (
    <NeuroglowProvider source={source} defaultInput={{ sample: 3, of: 'validation' }}>
      <div className="timeline-story">
        <div className="timeline-story__pictures">
          <NetworkGraph aspect={1.5} />
          <ActivationHeatmap mode="inputWeights" aspect={1.3} />
        </div>
        <CostPlot aspect={5} />
        <TimelineScrubber />
      </div>
    </NeuroglowProvider>
  );
}
