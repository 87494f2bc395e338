import type { ArithmeticKind, Cost, Hyperparameters, Optimizer } from './configuration.js';
import type { Dataset } from './dataset.js';
import type { FloatArray, NetworkDescription } from './network.js';

/** All that fixes the arithmetic of a run, as plain data. Validated before it gets here. */
export interface TrainerConfiguration {
  readonly network: NetworkDescription;
  /** Initial parameters, flat (see `parameterLayout`). */
  readonly parameters: Float32Array;
  readonly cost: Cost;
  readonly optimizer: Optimizer;
  readonly hyperparameters: Hyperparameters;
  /** Rows per step; a short last batch is kept and averaged over its own rows. */
  readonly batchSize: number;
  /** true: the order is shuffled (Fisher–Yates, in place, from the end) at the start of each epoch. */
  readonly shuffle: boolean;
  /** Seeds the generator of the shuffles. */
  readonly seed: number;
}

/** Everything that step n + 1 depends on besides the configuration: a keyframe is one of these. */
export interface TrainerState {
  /** Optimizer updates done. */
  readonly step: number;
  /** Completed passes over the data. */
  readonly epoch: number;
  /** Index into `order` of the next batch's first row; 0 at an epoch's start. */
  readonly position: number;
  readonly parameters: Float32Array;
  /** Optimizer state: empty (sgd), v (momentum), m then v (adam); each in the parameters' layout. */
  readonly optimizer: Float32Array;
  /** Running products [β₁ᵗ, β₂ᵗ] in float64; [1, 1] except with adam. */
  readonly powers: Float64Array;
  /** Generator state: four 32-bit words (xoshiro128**). */
  readonly generator: Uint32Array;
  /** The epoch's order of rows. */
  readonly order: Uint32Array;
  readonly hyperparameters: Hyperparameters;
}

export interface Evaluation {
  /** Mean over rows, without penalty. */
  readonly cost: number;
  /**
   * Share of rows answered correctly; null if the targets are not classes. One-hot rows are judged by the largest output, other 0/1 targets
   * by whether every output is on the right side of ½ (see `judgementFor`).
   */
  readonly accuracy: number | null;
}

/** Pre-activations and activations of each layer, row-major [rows × neurons]; index 0 holds the inputs in both. */
export interface LayerActivations<A extends FloatArray = Float32Array> {
  readonly rows: number;
  readonly preActivations: readonly A[];
  readonly activations: readonly A[];
}

/**
 * The arithmetic of a run. Two implementations follow this: `core/` (the specification) and `kernels/` (WebAssembly SIMD).
 * Pure apart from its own state: the same configuration and calls give the same bits on every machine.
 */
export interface Trainer {
  readonly arithmetic: ArithmeticKind;
  readonly step: number;
  readonly epoch: number;
  readonly position: number;
  /**
   * Makes up to `count` steps; costs[i] receives the i-th step's batch cost, computed before its update, without penalty.
   * A step: if position = 0 and the rows are shuffled, shuffle `order` in place; then cost, gradient, update of its batch; then position
   * moves past the batch, or at the epoch's end returns to 0 while `epoch` counts one more.
   * Stops before the update of the first step whose cost (as float32) is not finite: that cost is written, and the state is as if the step
   * had not been begun (an order shuffled for it is put back). Returns the number of steps made.
   */
  train(count: number, costs: Float32Array): number;
  /** Changes what the following steps use. */
  setHyperparameters(hyperparameters: Hyperparameters): void;
  /** Overwrites one parameter by its flat index. */
  setParameter(index: number, value: number): void;
  /** A copy of the current parameters. */
  readParameters(into?: Float32Array): Float32Array;
  /**
   * A copy of the current parameters of some layers: W and b of each, in the network's order. Reads nothing else.
   * @throws `invalid-option` for anything but a list of layers of the network
   */
  readLayers(layers: readonly number[]): Float32Array;
  /** Whether every parameter is a finite number. */
  hasFiniteParameters(): boolean;
  /** @param order the present order of rows, if a copy of it exists: it becomes part of the state in place of another copy. */
  saveState(order?: Uint32Array): TrainerState;
  loadState(state: TrainerState): void;
  /** Cost and accuracy over a whole data set; null if there is no such data set. */
  evaluate(of: 'training' | 'validation'): Evaluation | null;
  /** Forward only, for views and probes: inputs row-major [rows × inputs]. */
  forward(inputs: Float32Array, rows: number): LayerActivations;
  /** Rows (indices into the training set) of the latest step; at step 0, of the first step. */
  latestBatch(): Uint32Array;
  /** Frees what the garbage collector cannot; later calls throw. */
  dispose(): void;
}

export type CreateTrainer = (
  configuration: TrainerConfiguration,
  training: Dataset,
  validation: Dataset | null,
) => Trainer;
