import {
  adam,
  momentum,
  sgd,
  type Activation,
  type Hyperparameters,
  type NetworkOptions,
  type Optimizer,
  type SplitDataset,
  type TrainingSession,
  useTraining,
  useTrainingState,
} from '@neuroglow/engine';
import { type RefObject, useEffect, useRef } from 'react';
import { features, type PlaygroundState } from './playgroundState.js';

/** What is to be learned: rows, split, and what they are of. */
export interface Problem {
  readonly data: SplitDataset;
  readonly problem: 'classes' | 'numbers';
  readonly classNames: readonly string[];
}

/** The output layer and cost that fit the problem: one sigmoid for two classes, softmax for more, a plain sum for numbers. */
function answerOf({ data, problem }: Problem): {
  readonly outputs: number;
  readonly outputActivation: Activation;
  readonly cost: 'meanSquaredError' | 'binaryCrossEntropy' | 'categoricalCrossEntropy';
} {
  const { targets, rows } = data.training;
  const outputs = targets.length / rows;
  if (problem === 'numbers') return { outputs, outputActivation: 'linear', cost: 'meanSquaredError' };
  if (outputs === 1) return { outputs, outputActivation: 'sigmoid', cost: 'binaryCrossEntropy' };
  return { outputs, outputActivation: 'softmax', cost: 'categoricalCrossEntropy' };
}

function networkOf(state: PlaygroundState, problem: Problem): NetworkOptions {
  const { outputs, outputActivation } = answerOf(problem);
  const { classNames } = problem;
  const isBent = state.activation !== 'tanh' && state.activation !== 'sigmoid';
  return {
    layers: [
      { features: state.features.map((name) => features[name]), rawInputs: 2 },
      ...state.hidden,
      { neurons: outputs, ...(outputs > 1 && classNames.length === outputs && { labels: classNames }) },
    ],
    activation: state.activation,
    outputActivation,
    initializer: { kind: isBent ? 'he' : 'glorot' },
    seed: state.seed,
  };
}

const optimizers = {
  sgd: (rate: number): Optimizer => sgd({ learningRate: rate }),
  momentum: (rate: number): Optimizer => momentum({ learningRate: rate }),
  adam: (rate: number): Optimizer => adam({ learningRate: rate }),
};

function penaltyOf({ penalty, penaltyRate }: PlaygroundState): { readonly l1: number; readonly l2: number } {
  return { l1: penalty === 'l1' ? penaltyRate : 0, l2: penalty === 'l2' ? penaltyRate : 0 };
}

/**
 * The run. Learning rate and regularisation change in the midst of it; layers and neurons come and go with the other weights kept; anything
 * else begins a new run, which goes on if the one before it did.
 */
export function usePlaygroundTraining(state: PlaygroundState, problem: Problem): TrainingSession {
  const { features: inputs, activation, optimizer, batch, seed } = state;
  const session = useTraining(
    () => ({
      network: networkOf(state, problem),
      dataset: problem.data.training,
      validation: problem.data.validation,
      cost: answerOf(problem).cost,
      optimizer: optimizers[optimizer](state.rate),
      penalty: penaltyOf(state),
      batchSize: batch,
      until: null,
      seed,
    }),
    [problem, inputs.join(), activation, optimizer, batch, seed],
  );
  const intent = useGoingOn(session);
  useHyperparameters(session, { learningRate: state.rate, ...penaltyOf(state) });
  useHiddenLayers(session, state, problem, intent);
  return session;
}

/** Whether the run goes on, also while another session or network is still about to start. */
interface Intent {
  goesOn: boolean;
  /** Changes under way that start the run once they are done. */
  pending: number;
}

/** A new session starts where the one that it replaces was running. */
function useGoingOn(session: TrainingSession): RefObject<Intent> {
  const status = useTrainingState(({ status }) => status, Object.is, session);
  const intent = useRef<Intent>({ goesOn: false, pending: 0 });
  const seen = useRef(session);
  useEffect(() => {
    const { current } = intent;
    if (seen.current !== session) {
      seen.current = session;
      if (current.goesOn) start(current, session.start());
    } else if (status === 'running') current.goesOn = true;
    else if (current.pending === 0) current.goesOn = false;
  }, [session, status]);
  return intent;
}

function start(intent: Intent, command: Promise<unknown>): void {
  intent.pending++;
  run(command.finally(() => intent.pending--));
}

function useHyperparameters(
  session: TrainingSession,
  { learningRate, l1, l2 }: Omit<Hyperparameters, 'momentum'>,
): void {
  useEffect(() => {
    const now = session.getSnapshot().hyperparameters;
    if (now.learningRate === learningRate && now.l1 === l1 && now.l2 === l2) return;
    run(session.setHyperparameters({ learningRate, l1, l2 }));
  }, [session, learningRate, l1, l2]);
}

function useHiddenLayers(
  session: TrainingSession,
  state: PlaygroundState,
  problem: Problem,
  intent: RefObject<Intent>,
): void {
  useEffect(() => {
    const sizes = session.network.layers.slice(1, -1).map(({ neurons }) => neurons);
    if (sizes.join() === state.hidden.join()) return;
    const { goesOn } = intent.current;
    const change = session.setNetwork(networkOf(state, problem), { keepWeights: true });
    start(
      intent.current,
      change.then((snapshot) => (goesOn ? session.start() : snapshot)),
    );
  }, [session, state, problem, intent]);
}

/** A command that a later change has overtaken ends with an error that is no news. */
function run(command: Promise<unknown>): void {
  command.catch(() => undefined);
}
