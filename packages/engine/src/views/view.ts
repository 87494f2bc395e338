import type { FrameBase } from './frameBase.js';
import type { ScalarRole } from './recordedSeries.js';

export type { FrameBase } from './frameBase.js';
export type { ScalarRole } from './recordedSeries.js';

/** An input to look at: a probe pinned when the session was made, a row of a data set, or plain values. */
export type InputReference =
  | { readonly probe: number }
  | { readonly sample: number; readonly of?: 'training' | 'validation' }
  | { readonly values: readonly number[] };

/**
 * Which rows a view samples: evenly spaced rows of a data set (row ⌊i·rows/n⌋ for i = 0 … n − 1), or all probes.
 * Default everywhere: the training set where there is one, else the held-out set, else the probes.
 */
export type RowsReference = 'training' | 'validation' | 'probes';

/**
 * All parameters of the network. `layers[l]` views into `parameters`, empty at l = 0 and where it was not asked for. Reading it is how trained weights are had:
 * `writeWeightsJson(networkOf(source.network, (await source.read({ kind: 'parameters' })).parameters))`.
 */
export interface ParametersView {
  readonly kind: 'parameters';
  /** Only those of these layers, so that nothing is read that is not shown. Default: all. */
  readonly layers?: readonly number[];
}
export interface ParametersFrame extends FrameBase<'parameters'> {
  /** Of the layers asked for, one after the other. */
  readonly parameters: Float32Array;
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

/** z and a of every neuron for one input. */
export interface ActivationsView {
  readonly kind: 'activations';
  readonly input: InputReference;
  /** Only those of these layers. Default: all. */
  readonly layers?: readonly number[];
}
export interface ActivationsFrame extends FrameBase<'activations'> {
  /** [l][neuron]; index 0 holds the input in both; empty where it was not asked for. */
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

/** Each neuron of a layer over a plane of two inputs, the others fixed: a slice, not the whole. */
export interface ResponseMapsView {
  readonly kind: 'responseMaps';
  readonly layer: number;
  /** The two inputs that span the plane (x, y); they differ. Default [0, 1]. A network of one input has no plane. */
  readonly inputs?: readonly [x: number, y: number];
  /**
   * [[x low, x high], [y low, y high]]. Default: the training set's range of those inputs (an input that never changes: ½ to
   * either side), else [0, 1].
   */
  readonly range?: readonly [readonly [number, number], readonly [number, number]];
  /** Cells a side, 2 to 256. Default 32. neurons × resolution² is at most 2²⁴. */
  readonly resolution?: number;
  /** Where the other inputs stand. Default: the training set's mean, else 0. */
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

/**
 * ∂C/∂z, ∂C/∂w, ∂C/∂b (penalty excluded), of one row or averaged over the latest step's batch at the current parameters.
 * A single input must be a row of a data set: without a target it has no cost.
 */
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
  /** Most rows of a data set looked at, 1 to 65,536. Default 256. */
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
  /** Most rows of a data set looked at, 1 to 65,536. Default 256. */
  readonly rows?: number;
}
export interface LayerStatistics {
  /** Mean over rows and neurons. */
  readonly mean: number;
  /** Standard deviation over rows and neurons. */
  readonly spread: number;
  /**
   * Share of neurons whose activation is the same for every row (largest − smallest < 1e-6; for relu: that never fire). From
   * a single row only relu can be judged: 0 for others. 0 for the input layer, whose neurons learn nothing.
   */
  readonly dead: number;
  /** Share of activations in a flat part of their function: |f′| below 5 % of its maximum (for relu, every z ≤ 0). */
  readonly saturated: number;
  /** [neurons] 1 dead, 2 saturated for ≥ 95 % of rows, else 0. */
  readonly flags: Uint8Array;
}
export interface LayerStatisticsFrame extends FrameBase<'layerStatistics'> {
  readonly rows: number;
  readonly layers: readonly LayerStatistics[];
}

/** Which class was taken for which. Needs one-hot targets; the answer is the output with the largest activation, the first on a tie. */
export interface ConfusionMatrixView {
  readonly kind: 'confusionMatrix';
  /** Default: the held-out set where there is one, else the training set. */
  readonly of?: 'training' | 'validation';
  /** Most rows looked at. Default: all. */
  readonly rows?: number;
  /** Also find the rows of that cell. Default: of none. */
  readonly cell?: readonly [truth: number, answer: number];
}
export interface ConfusionMatrixFrame extends FrameBase<'confusionMatrix'> {
  /** The data set that was looked at. */
  readonly of: 'training' | 'validation';
  readonly classes: number;
  readonly classNames: readonly string[] | null;
  /** [true class × answered class]. */
  readonly counts: Uint32Array;
  /** [classes] share of each true class answered rightly; NaN for a class without rows. */
  readonly accuracies: Float32Array;
  /** Share of all rows looked at. */
  readonly accuracy: number;
  readonly rows: number;
  /** Indices of the rows of the view's `cell` in their data set, ascending; null where the view names none. */
  readonly samples: Uint32Array | null;
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

/**
 * The data set as a layer sees it: the activations of two of its neurons, or its first two principal components (of the
 * covariance, not the correlation; each axis points to where its farthest point is positive). A projection.
 */
export interface LayerSpaceView {
  readonly kind: 'layerSpace';
  readonly layer: number;
  /** Default 'principal' (for layers of one or two neurons: the neurons themselves; a lone neuron has no second axis). */
  readonly axes?: 'principal' | readonly [x: number, y: number];
  /** Default: the training set where there is one, else the held-out set. */
  readonly of?: 'training' | 'validation';
  /** Most rows, 1 to 8,192. Default 512, evenly spaced. */
  readonly rows?: number;
}
export interface LayerSpaceFrame extends FrameBase<'layerSpace'> {
  readonly layer: number;
  /** y is null for a layer of one neuron: its points lie on y = 0. */
  readonly axes: 'principal' | readonly [x: number, y: number | null];
  /** [rows × 2] */
  readonly points: Float32Array;
  /** Index of each point's row in its data set. */
  readonly rows: Uint32Array;
  /** Class of each point: the winner of its target (one output: 1 where the target is ≥ ½); null where targets are no classes. */
  readonly classes: Uint32Array | null;
  /** Share of the variance that each axis carries; null for plain neurons. */
  readonly explained: readonly [number, number] | null;
}

/** ∂/∂input of the cost (of a row of a data set), or of one neuron's activation (of any input; layer ≥ 1). */
export interface InputGradientsView {
  readonly kind: 'inputGradients';
  readonly input: InputReference;
  readonly of: 'cost' | { readonly layer: number; readonly neuron: number };
}
export interface InputGradientsFrame extends FrameBase<'inputGradients'> {
  readonly gradient: Float32Array;
  readonly shape: readonly [number, number] | null;
}

/**
 * One forward and one backward pass as data, in the order in which a teacher would say it. The input must be a row of a data
 * set: without a target there is no cost to pass back. Penalties are left out.
 */
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
  /**
   * ∂C/∂a, ∂C/∂z, ∂C/∂b and ∂C/∂wᵢⱼ for every input i. delta = activationGradient · slope, but for softmax, whose
   * neurons share one Jacobian, and where a has rounded to 0 or 1 (cross-entropy's ∂C/∂a may then be infinite; δ, from logits, is not).
   */
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

/** Numbers recorded step by step: costs, accuracies and whatever else a source keeps. Thinned so that every bucket keeps its minimum and maximum at their own steps. */
export interface ScalarsView {
  readonly kind: 'scalars';
  /** Which series. Default: all. A name that the source does not have (yet) gives no series. */
  readonly names?: readonly string[];
  /** Steps from … to …, both included. Default 'all'. */
  readonly range?: 'all' | readonly [from: number, to: number];
  /** Most points to give back of each series, 8 to 65,536. Default 2,048. */
  readonly points?: number;
}

export interface ScalarSeries {
  readonly name: string;
  readonly role: ScalarRole;
  /** Ascending; the latest step within the range is always included. */
  readonly steps: Float64Array;
  readonly values: Float32Array;
  /** Of each point, where the source records it. */
  readonly epochs?: Float64Array;
  /** Seconds since the run began, of each point, where the source records it. */
  readonly times?: Float64Array;
}

export interface ScalarsFrame extends FrameBase<'scalars'> {
  readonly series: readonly ScalarSeries[];
}

/** State views by kind: functions of one step, which `at` names. */
export interface StateViews {
  parameters: { view: ParametersView; frame: ParametersFrame };
  activations: { view: ActivationsView; frame: ActivationsFrame };
  inputWeights: { view: InputWeightsView; frame: InputWeightsFrame };
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

/** Series views by kind: they say with `range` which steps they are of, and are always live. */
export interface SeriesViews {
  scalars: { view: ScalarsView; frame: ScalarsFrame };
}

/** Every view by its kind. */
export interface Views extends StateViews, SeriesViews {}
export type ViewKind = keyof Views;
export type View = Views[ViewKind]['view'];
export type StateView = StateViews[keyof StateViews]['view'];
export type SeriesView = SeriesViews[keyof SeriesViews]['view'];
export type Frame = Views[ViewKind]['frame'];
/** Which step a view may be looked at: the latest, and of a state view any that the source keeps. */
export type StepOf<V extends View> = V extends SeriesView ? 'live' : 'live' | number;
/** The frame that a view gives. */
export type FrameOf<V extends View> = Views[V['kind']]['frame'];
/** The frames that a tuple of views gives, in its order. */
export type FramesOf<V extends readonly View[]> = { readonly [I in keyof V]: FrameOf<V[I]> };
