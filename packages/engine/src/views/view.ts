/** An input to look at: a probe pinned when the session was made, a row of a data set, or plain values. */
export type InputReference =
  | { readonly probe: number }
  | { readonly sample: number; readonly of?: 'training' | 'validation' }
  | { readonly values: readonly number[] };

/** Which rows a view samples: evenly spaced rows of a data set, or all probes. */
export type RowsReference = 'training' | 'validation' | 'probes';

/** What every frame carries. Frames are immutable; arrays in them belong to the frame. */
export interface FrameBase<K extends string> {
  readonly kind: K;
  readonly runId: string;
  readonly step: number;
}

/** All parameters of the network. `layers[l]` views into `parameters`, empty at l = 0. */
export interface ParametersView {
  readonly kind: 'parameters';
}
export interface ParametersFrame extends FrameBase<'parameters'> {
  readonly parameters: Float32Array;
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

/** z and a of every neuron for one input. */
export interface ActivationsView {
  readonly kind: 'activations';
  readonly input: InputReference;
}
export interface ActivationsFrame extends FrameBase<'activations'> {
  /** [l][neuron]; index 0 holds the input in both. */
  readonly preActivations: readonly Float32Array[];
  readonly activations: readonly Float32Array[];
  /** The row's target where the input is a row of a data set. */
  readonly target: Float32Array | null;
}

/** The weights into the first hidden layer, one picture a neuron. */
export interface InputWeightsView {
  readonly kind: 'inputWeights';
}
export interface InputWeightsFrame extends FrameBase<'inputWeights'> {
  readonly neurons: number;
  readonly inputs: number;
  /** [rows, columns] of the input layer where it has a shape. */
  readonly shape: readonly [number, number] | null;
  /** [neurons × inputs]: neuron-major, ready to be drawn. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** The cost of the run so far, thinned so that every bucket keeps its minimum and maximum at their own steps. */
export interface CostHistoryView {
  readonly kind: 'costHistory';
  /** Most points to give back. Default 2,048. */
  readonly points?: number;
}
export interface CostHistoryFrame extends FrameBase<'costHistory'> {
  /** Batch cost by step, ascending; the latest step is always included. */
  readonly training: { readonly steps: Float64Array; readonly costs: Float32Array };
  /** accuracies hold NaN where the targets are no classes. */
  readonly validation: {
    readonly steps: Float64Array;
    readonly costs: Float32Array;
    readonly accuracies: Float32Array;
  };
}

/** Each neuron of a layer over a plane of two inputs, the others fixed: a slice, not the whole. */
export interface ResponseMapsView {
  readonly kind: 'responseMaps';
  readonly layer: number;
  /** The two inputs that span the plane (x, y). Default [0, 1]. */
  readonly inputs?: readonly [x: number, y: number];
  /** [[x low, x high], [y low, y high]]. Default: the training set's range of those inputs, else [0, 1]. */
  readonly range?: readonly [readonly [number, number], readonly [number, number]];
  /** Cells a side. Default 32, 256 at most. */
  readonly resolution?: number;
  /** Where the other inputs stand. Default: the training set's mean. */
  readonly fixed?: InputReference;
  /** Which quantity. Default 'activation'. */
  readonly quantity?: 'activation' | 'preActivation';
}
export interface ResponseMapsFrame extends FrameBase<'responseMaps'> {
  readonly layer: number;
  readonly neurons: number;
  readonly resolution: number;
  readonly inputs: readonly [number, number];
  readonly range: readonly [readonly [number, number], readonly [number, number]];
  /** [neurons × resolution × resolution], rows from y high (top) to y low, columns from x low to x high, at cell centres. */
  readonly maps: Float32Array;
}

/** ∂C/∂z, ∂C/∂w, ∂C/∂b (penalty excluded), of one row or averaged over the latest step's batch at the current parameters. */
export interface GradientsView {
  readonly kind: 'gradients';
  readonly of: InputReference | 'batch';
}
export interface GradientsFrame extends FrameBase<'gradients'> {
  readonly of: 'sample' | 'batch';
  readonly rows: number;
  readonly cost: number;
  /** [l][neuron]; empty at l = 0. For a batch: the mean over its rows of each row's own δ (C's 1/rows taken once). */
  readonly deltas: readonly Float32Array[];
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

/** Share of rows for which a neuron fires (z > 0; the winner for softmax); NaN where firing is undefined (linear, sin). */
export interface FiringRatesView {
  readonly kind: 'firingRates';
  readonly of?: RowsReference;
  /** Most rows looked at. Default 256. */
  readonly rows?: number;
}
export interface FiringRatesFrame extends FrameBase<'firingRates'> {
  readonly rows: number;
  /** [l][neuron]; NaN throughout at l = 0. */
  readonly rates: readonly Float32Array[];
}

/** Mean, spread and dead or saturated share of each layer's activations over a sample of rows. */
export interface LayerStatisticsView {
  readonly kind: 'layerStatistics';
  readonly of?: RowsReference;
  readonly rows?: number;
}
export interface LayerStatistics {
  readonly mean: number;
  /** Standard deviation over rows and neurons. */
  readonly spread: number;
  /** Share of neurons that give the same (|spread| < 1e-6) activation for every row, for relu: never fire. */
  readonly dead: number;
  /** Share of activations in a flat part: sigmoid/softmax beyond 0.02 of its ends, tanh likewise (|a| > 0.96). 0 for others. */
  readonly saturated: number;
  /** [neurons] 1 dead, 2 saturated for ≥ 95 % of rows, else 0. */
  readonly flags: Uint8Array;
}
export interface LayerStatisticsFrame extends FrameBase<'layerStatistics'> {
  readonly rows: number;
  readonly layers: readonly LayerStatistics[];
}

/** Which class was taken for which. Needs one-hot targets. */
export interface ConfusionMatrixView {
  readonly kind: 'confusionMatrix';
  readonly of?: 'training' | 'validation';
}
export interface ConfusionMatrixFrame extends FrameBase<'confusionMatrix'> {
  readonly classes: number;
  readonly classNames: readonly string[] | null;
  /** [true class × answered class]. */
  readonly counts: Uint32Array;
  /** [classes] share of each true class answered rightly; NaN for a class without rows. */
  readonly accuracies: Float32Array;
  readonly accuracy: number;
}

/** ‖∂C/∂θ‖₂ per layer and in all, of the latest step's batch at the current parameters. */
export interface GradientNormsView {
  readonly kind: 'gradientNorms';
}
export interface GradientNormsFrame extends FrameBase<'gradientNorms'> {
  /** [l]; 0 at l = 0. Weights and biases together. */
  readonly layers: Float64Array;
  readonly total: number;
}

/** The data set as a layer sees it: two of its neurons, or its first two principal components. A projection. */
export interface LayerSpaceView {
  readonly kind: 'layerSpace';
  readonly layer: number;
  /** Default 'principal' (for layers of one or two neurons: the neurons themselves). */
  readonly axes?: 'principal' | readonly [x: number, y: number];
  readonly of?: 'training' | 'validation';
  /** Most rows. Default 512, evenly spaced. */
  readonly rows?: number;
}
export interface LayerSpaceFrame extends FrameBase<'layerSpace'> {
  readonly layer: number;
  readonly axes: 'principal' | readonly [number, number];
  /** [rows × 2] */
  readonly points: Float32Array;
  /** Index of each point's row in its data set. */
  readonly rows: Uint32Array;
  /** Class of each point: the winner of its target (one output: 1 where the target is ≥ ½); null where targets are no classes. */
  readonly classes: Uint32Array | null;
  /** Share of the variance that each axis carries; null for plain neurons. */
  readonly explained: readonly [number, number] | null;
}

/** ∂/∂input of the cost, or of one neuron's activation. */
export interface InputGradientsView {
  readonly kind: 'inputGradients';
  readonly input: InputReference;
  readonly of: 'cost' | { readonly layer: number; readonly neuron: number };
}
export interface InputGradientsFrame extends FrameBase<'inputGradients'> {
  readonly gradient: Float32Array;
  readonly shape: readonly [number, number] | null;
}

/** One forward and one backward pass as data, in the order in which a teacher would say it. */
export interface PassesView {
  readonly kind: 'passes';
  readonly input: InputReference;
}
export interface NeuronPass {
  readonly layer: number;
  readonly neuron: number;
  /** wᵢⱼ·aᵢ for every input i. */
  readonly contributions: Float32Array;
  readonly bias: number;
  readonly preActivation: number;
  readonly activation: number;
  /** f′(z) (softmax: the diagonal p(1−p)). */
  readonly slope: number;
  /** ∂C/∂a, ∂C/∂z, ∂C/∂b and ∂C/∂wᵢⱼ for every input i. */
  readonly activationGradient: number;
  readonly delta: number;
  readonly biasGradient: number;
  readonly weightGradients: Float32Array;
}
export interface PassesFrame extends FrameBase<'passes'> {
  readonly input: Float32Array;
  readonly target: Float32Array;
  readonly cost: number;
  /** Neurons in forward order (layer 1 first); the backward pass reads it from the end. */
  readonly forward: readonly NeuronPass[];
}

/** Every view by its kind. Add a view by adding a line here and a file beside. */
export interface Views {
  parameters: { view: ParametersView; frame: ParametersFrame };
  activations: { view: ActivationsView; frame: ActivationsFrame };
  inputWeights: { view: InputWeightsView; frame: InputWeightsFrame };
  costHistory: { view: CostHistoryView; frame: CostHistoryFrame };
  responseMaps: { view: ResponseMapsView; frame: ResponseMapsFrame };
  gradients: { view: GradientsView; frame: GradientsFrame };
  firingRates: { view: FiringRatesView; frame: FiringRatesFrame };
  layerStatistics: { view: LayerStatisticsView; frame: LayerStatisticsFrame };
  confusionMatrix: { view: ConfusionMatrixView; frame: ConfusionMatrixFrame };
  gradientNorms: { view: GradientNormsView; frame: GradientNormsFrame };
  layerSpace: { view: LayerSpaceView; frame: LayerSpaceFrame };
  inputGradients: { view: InputGradientsView; frame: InputGradientsFrame };
  passes: { view: PassesView; frame: PassesFrame };
}
export type ViewKind = keyof Views;
export type View = Views[ViewKind]['view'];
export type Frame = Views[ViewKind]['frame'];
/** The frame that a view gives. */
export type FrameOf<V extends View> = Views[V['kind']]['frame'];
