/**
 * What is used of TensorFlow.js, by structure: no version of it is a dependency. Works with `@tensorflow/tfjs` 4, whose `tf.sequential`
 * and `tf.model` give such models.
 */
export interface TensorflowModel {
  readonly layers: readonly TensorflowLayer[];
  /** Set by `fit`'s callbacks to stop training after the present batch. */
  stopTraining?: boolean;
  /** From `compile`. */
  readonly loss?: unknown;
  readonly optimizer?: unknown;
  /** Symbolic tensors, one for each input. */
  readonly inputs?: readonly unknown[];
}

export interface TensorflowLayer {
  readonly name: string;
  readonly outputShape: unknown;
  readonly weights: readonly TensorflowWeight[];
  getClassName(): string;
  getConfig(): Record<string, unknown>;
  /** Symbolic tensors. */
  readonly input?: unknown;
  readonly output?: unknown;
  /** The activation function of a dense or convolutional layer. */
  activation?: unknown;
  call?(inputs: unknown, options: object): unknown;
  readonly inboundNodes?: readonly { readonly inboundLayers: readonly TensorflowLayer[] }[];
}

export interface TensorflowWeight {
  readonly name?: string;
  readonly shape: readonly (number | null)[];
  read(): { data(): Promise<ArrayLike<number>> };
}

/** The callbacks that `model.fit` takes. */
export interface TensorflowCallbacks {
  readonly onTrainBegin: () => Promise<void>;
  readonly onTrainEnd: () => Promise<void>;
  readonly onEpochEnd: (epoch: number, logs?: TensorflowLogs) => Promise<void>;
  readonly onBatchEnd: (batch: number, logs?: TensorflowLogs) => Promise<void>;
}

export type TensorflowLogs = Readonly<Record<string, unknown>>;

/** What of TensorFlow.js computes activations of layers that this library does not compute: `@tensorflow/tfjs` has it all. */
export interface TensorflowLibrary {
  tensor(values: Float32Array, shape: number[]): TensorflowTensor;
  /** Tensors in what `compute` returns are kept; returns that too. */
  tidy(compute: () => void): unknown;
  model(options: { inputs: unknown; outputs: unknown }): { predict(inputs: unknown): unknown };
}

export interface TensorflowTensor {
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}
