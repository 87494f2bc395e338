import type { Frame, NetworkDescription, TrainingSource, View } from '@neuroglow/engine';

export interface StepWatch {
  readonly network: NetworkDescription;
  readonly view: View;
  readonly at: number;
  readonly onFrame: (frame: Frame) => void;
  readonly onError: (error: Error) => void;
}

/** Reads a view at a past step, once per run; waits for a step that the run has not reached. Returns how to stop. */
export function watchStep(source: TrainingSource, { network, view, at, onFrame, onError }: StepWatch): () => void {
  let readIn: string | null = null;
  let isStopped = false;
  const look = (): void => {
    const { runId, step } = source.getSnapshot();
    if (runId === readIn || step < at) return;
    readIn = runId;
    const isCurrent = (): boolean => !isStopped && readIn === runId;
    readAtStep(source, network, view, at).then(
      (frame) => {
        if (isCurrent()) onFrame(frame);
      },
      (error: unknown) => {
        if (isCurrent()) onError(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };
  look();
  const leave = source.subscribe(look);
  return () => {
    isStopped = true;
    leave();
  };
}

/** Without a timeline, activations of a past step follow from its parameters, which more sources keep. */
async function readAtStep(source: TrainingSource, network: NetworkDescription, view: View, at: number): Promise<Frame> {
  if (source.timeline || view.kind !== 'activations') return source.read(view, { at });
  const [parameters, now, { pastActivations }] = await Promise.all([
    source.read({ kind: 'parameters' }, { at }),
    source.read(view),
    import('./pastActivations.js'),
  ]);
  return pastActivations(network, parameters, now);
}
