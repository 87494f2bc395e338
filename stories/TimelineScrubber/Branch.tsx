import { ActivationHeatmap, TimelineScrubber, TrainingControls } from '@neuroglow/components';
import {
  circleDataset,
  createNetwork,
  NeuroglowProvider,
  sgd,
  useTimeline,
  useTraining,
  type TrainingSession,
} from '@neuroglow/engine';
import { useEffect, useState, type ReactElement } from 'react';

/** A run, and a branch that leaves it at the step shown with a tenth of its learning rate. */
export function Branch(): ReactElement {
  const session = useTraining(
    () => ({
      network: createNetwork({ layers: [2, 6, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 3 }),
      dataset: circleDataset({ rows: 300 }),
      cost: 'binaryCrossEntropy',
      optimizer: sgd({ learningRate: 0.3 }),
      batchSize: 20,
      seed: 3,
      pace: 10,
    }),
    [],
  );
  const [branch, setBranch] = useState<TrainingSession | null>(null);
  useEffect(() => () => branch?.dispose(), [branch]);
  return (
    <div className="timeline-story timeline-story__pictures">
      <NeuroglowProvider source={session}>
        <Side name="The run">
          <Leave session={session} onBranch={setBranch} />
        </Side>
      </NeuroglowProvider>
      {branch && (
        <NeuroglowProvider source={branch}>
          <Side name="The branch" />
        </NeuroglowProvider>
      )}
    </div>
  );
}

function Side({ name, children }: { readonly name: string; readonly children?: ReactElement | null }): ReactElement {
  return (
    <section aria-label={name} className="timeline-story">
      <TrainingControls show={['commands', 'readings']} />
      {children}
      <ActivationHeatmap mode="responseMaps" layer={3} aspect={1.3} />
      <TimelineScrubber />
    </section>
  );
}

interface LeaveProps {
  readonly session: TrainingSession;
  readonly onBranch: (branch: TrainingSession) => void;
}

function Leave({ session, onBranch }: LeaveProps): ReactElement {
  const { cursor, last } = useTimeline();
  const [problem, setProblem] = useState<string | null>(null);
  const leave = (): void => {
    session
      .branch({ at: cursor === 'live' ? last : cursor, hyperparameters: { learningRate: 0.03 } })
      .then(onBranch, (error: unknown) => setProblem(String(error)));
  };
  return (
    <p style={{ margin: 0 }}>
      <button type="button" onClick={leave}>
        Branch from here with learning rate 0.03
      </button>
      {problem !== null && <span role="alert"> {problem}</span>}
    </p>
  );
}
