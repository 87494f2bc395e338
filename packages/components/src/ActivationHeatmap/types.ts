import type { Activation, InputReference, TrainingSource } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { DomainChoice } from '../shared/domainChoice.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { Normalize } from './modes/normalize.js';

export type ActivationHeatmapSlot =
  | 'stage'
  | 'cells'
  | 'header'
  | 'list'
  | 'option'
  | 'selected'
  | 'field'
  | 'labels'
  | 'legend'
  | 'note'
  | 'action'
  | 'pager'
  | 'table'
  | 'badge';

/** What every mode takes. */
export interface HeatmapProps extends ComponentProps<ActivationHeatmapMessages, ActivationHeatmapSlot> {
  /** Width / height of the whole, legend included. @default what the mode's content fills, and never too low to be read */
  readonly aspect?: number | undefined;
  /** @default true */
  readonly legend?: boolean | undefined;
  /** Whether a button shows the numbers as a table. @default false */
  readonly table?: boolean | undefined;
  /**
   * Whether neurons that are dead, silent, saturated or duplicates are badged and listed, where a picture shows neurons one by one. @default true,
   * for layers of up to 256 neurons
   */
  readonly badges?: boolean | undefined;
  /**
   * Which numbers the colours reach: `'run'`, fixed where the quantity has fixed ends, else grown in round steps with what the run has shown; `'frame'`,
   * the values of each frame alone; `[low, high]`; or a group that other pictures share. @default 'run'
   */
  readonly domain?: DomainChoice | undefined;
}

/** For modes whose numbers can be subtracted. */
export interface ComparableProps extends HeatmapProps {
  /**
   * Shows the difference to another step of the timeline (`at`), to another source (`source`), or to a step of another source: what is shown minus
   * what it is compared with, on one signed scale. @default none
   */
  readonly compare?: HeatmapComparison | undefined;
}

export interface HeatmapComparison {
  /** @default the step that the picture shows of its own source; of another source its latest */
  readonly at?: number | undefined;
  readonly source?: TrainingSource | undefined;
}

/** For modes of several neurons. */
interface NormalizableProps {
  /** Values as shares of the largest magnitude of their neuron or of the layer, said in the legend. @default 'none' */
  readonly normalize?: Normalize | undefined;
}

/** For modes over a plane of two inputs. */
export interface PlaneProps {
  /** The two inputs that span the plane, counted from 0. @default [0, 1] */
  readonly plane?: readonly [x: number, y: number] | undefined;
  /** [[x low, x high], [y low, y high]]. @default the training set's range */
  readonly range?: readonly [x: readonly [number, number], y: readonly [number, number]] | undefined;
  /** Values of all other inputs: the training set's mean, those of the current input, or those of an input. @default 'mean' */
  readonly fixed?: 'mean' | 'input' | InputReference | undefined;
  /** Cells per side. @default as many as are ready in time for each frame, at most 64 */
  readonly resolution?: number | undefined;
  /** Data rows drawn over the maps: of a data set of the source, or your own. @default none */
  readonly points?: 'training' | 'validation' | HeatmapPoints | undefined;
}

/** One strip of cells per layer, for the current input. */
export interface LayersProps extends ComparableProps {
  /** @default 'layers' */
  readonly mode?: 'layers' | undefined;
  /** What is coloured. @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapLayers | undefined;
}

/**
 * The weights into each neuron of the first hidden layer, as an image; in a deeper layer the gradient of each neuron's pre-activation with respect
 * to the current input: local, and different for another input.
 */
export interface InputWeightsProps extends ComparableProps, NormalizableProps {
  readonly mode: 'inputWeights';
  /** From 1. @default 1 */
  readonly layer?: number | undefined;
  /** Which neurons, in this order. @default all */
  readonly neurons?: readonly number[] | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapPictures | undefined;
}

/** Each neuron of a layer over a plane of two inputs. */
export interface ResponseMapsProps extends ComparableProps, NormalizableProps, PlaneProps {
  readonly mode: 'responseMaps';
  /** @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** Counted from the input, which is 0. @default 1 */
  readonly layer?: number | undefined;
  /**
   * A line where a neuron begins to fire: `true` at pre-activation 0 (softmax: at activation ½), or at a pre-activation of your own. @default false
   */
  readonly threshold?: boolean | number | undefined;
  /** Two colours, above and below the middle of the domain, in place of a scale. @default false */
  readonly discretize?: boolean | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapPictures | undefined;
}

/** How a boundary is made of neurons: each map of the last hidden layer times its weight to one output, and their sum with the bias. */
export interface CombinationProps extends ComparableProps, PlaneProps {
  readonly mode: 'combination';
  /** Which output, counted from 0. @default 0 */
  readonly output?: number | undefined;
  /** Always of a source. */
  readonly values?: undefined;
}

/** How often rows of each class were taken for each class. Selecting a cell selects its samples. */
export interface ConfusionProps extends ComparableProps {
  readonly mode: 'confusion';
  /** @default the held-out set where there is one, else the training set */
  readonly of?: 'training' | 'validation' | undefined;
  /** Most rows looked at. @default all */
  readonly rows?: number | undefined;
  /** `'row'`: shares of each true class instead of counts. @default 'none' */
  readonly normalize?: 'none' | 'row' | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapConfusion | undefined;
}

/** Any matrix. */
export interface MatrixProps extends HeatmapProps {
  readonly mode: 'matrix';
  readonly values: HeatmapMatrix;
}

/** wᵢxᵢ of each neuron of the first hidden layer for the current input, input by input: they sum to z − b. */
export interface ContributionProps extends ComparableProps, NormalizableProps {
  readonly mode: 'contribution';
  /** Which neurons, in this order. @default all */
  readonly neurons?: readonly number[] | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapPictures | undefined;
}

/** A layer's neurons × examples of the data, grouped by class. */
export interface SamplesProps extends ComparableProps, NormalizableProps {
  readonly mode: 'samples';
  /** Counted from the input, which is 0. @default 1 */
  readonly layer?: number | undefined;
  /** @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** @default the training set where there is one, else the held-out set, else the probes */
  readonly of?: 'training' | 'validation' | 'probes' | undefined;
  /** Most examples, evenly spaced. @default 256 */
  readonly rows?: number | undefined;
  /**
   * Order of the neurons: by number, by mean magnitude, or by selectivity η² (the variance between classes over the whole). An order stands still while
   * a run makes steps. @default 'index'
   */
  readonly order?: 'index' | 'magnitude' | 'selectivity' | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapSamples | undefined;
}

/** For each neuron the images of the data that make it fire most, ranked by pre-activation. */
export interface TopSamplesProps extends HeatmapProps {
  readonly mode: 'topSamples';
  /** From 1. @default 1 */
  readonly layer?: number | undefined;
  /** Which neurons, in this order. @default the first 64 */
  readonly neurons?: readonly number[] | undefined;
  /** Images per neuron, at most 25. @default 9 */
  readonly count?: number | undefined;
  /** @default the training set where there is one, else the held-out set */
  readonly of?: 'training' | 'validation' | undefined;
  /** Most rows looked at, evenly spaced. @default 2048 */
  readonly rows?: number | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapTopSamples | undefined;
}

/** The data set as a layer sees it: a point per row. */
export interface LayerSpaceProps extends HeatmapProps {
  readonly mode: 'layerSpace';
  /** Counted from the input, which is 0. @default 1 */
  readonly layer?: number | undefined;
  /** Two neurons, or principal components. @default 'principal'; for layers of one or two neurons these */
  readonly axes?: 'principal' | readonly [x: number, y: number] | undefined;
  /**
   * The step at which components are fitted, once, so that all movement is the network's: the step first shown, or a step of the timeline. A button
   * fits them again. @default 'first'
   */
  readonly fit?: 'first' | number | undefined;
  /** @default the training set where there is one, else the held-out set */
  readonly of?: 'training' | 'validation' | undefined;
  /** Most rows, evenly spaced, up to 65,536. @default 1024 */
  readonly rows?: number | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapSpace | undefined;
}

/** A layer's activations for the current input, channel by channel, beside the input. For layers of rows, columns and channels. */
export interface FeatureMapsProps extends HeatmapProps {
  readonly mode: 'featureMaps';
  /** Counted from the input, which is 0. @default the first layer that convolves or pools */
  readonly layer?: number | undefined;
  /** @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** Always of a source. */
  readonly values?: undefined;
}

/** The filters of a convolutional layer. Over several channels a filter is no picture: one slice of it is shown, and said which. */
export interface FiltersProps extends ComparableProps {
  readonly mode: 'filters';
  /** Counted from the input, which is 0. @default the first convolution */
  readonly layer?: number | undefined;
  /** The input channel to show. @default of each filter the one whose weights have the largest norm */
  readonly channel?: number | undefined;
  /** Always of a source. */
  readonly values?: undefined;
}

export type ActivationHeatmapProps =
  | LayersProps
  | InputWeightsProps
  | ContributionProps
  | ResponseMapsProps
  | CombinationProps
  | SamplesProps
  | TopSamplesProps
  | LayerSpaceProps
  | ConfusionProps
  | FeatureMapsProps
  | FiltersProps
  | MatrixProps;
/** The props of some mode, for code that knows none. */
export type AnyHeatmapProps = ActivationHeatmapProps;
export type ActivationHeatmapMode = NonNullable<ActivationHeatmapProps['mode']>;

/** One layer's values. */
export interface HeatmapLayer {
  readonly name: string;
  /** [neurons] */
  readonly values: ArrayLike<number>;
  /** Decides the domain. @default null, as an input's */
  readonly activation?: Activation | null | undefined;
  /** [rows, columns] where the neurons form an image. */
  readonly shape?: readonly [rows: number, columns: number] | null | undefined;
  readonly labels?: readonly string[] | null | undefined;
}

export interface HeatmapLayers {
  readonly layers: readonly HeatmapLayer[];
}

/** One picture per neuron: `pictures` is [neurons × rows × columns]. */
export interface HeatmapPictures {
  /** Name of the layer that the neurons belong to. */
  readonly name: string;
  readonly neurons: number;
  readonly rows: number;
  readonly columns: number;
  readonly pictures: ArrayLike<number>;
  /** [neurons] for the dots beside the pictures. */
  readonly activations?: ArrayLike<number> | undefined;
  /** @default 1 */
  readonly layer?: number | undefined;
}

/** Points over response maps. */
export interface HeatmapPoints {
  /** [points × 2], in the units of the two inputs. */
  readonly inputs: ArrayLike<number>;
  /** [points] the class of each, from 0. */
  readonly classes?: ArrayLike<number> | undefined;
  /** [points] the number to learn at each, in place of classes: coloured by the scale of the first map. */
  readonly values?: ArrayLike<number> | undefined;
}

export interface HeatmapConfusion {
  readonly classes: number;
  /** [true class × answered class] */
  readonly counts: ArrayLike<number>;
  readonly classNames?: readonly string[] | null | undefined;
}

export interface HeatmapMatrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns] */
  readonly values: ArrayLike<number>;
  /** What is coloured, for the legend. @default 'value' */
  readonly quantity?: string | undefined;
  readonly rowNames?: readonly string[] | null | undefined;
  readonly columnNames?: readonly string[] | null | undefined;
}

/** Neurons × samples. */
export interface HeatmapSamples {
  /** Name of the layer. */
  readonly name: string;
  readonly neurons: number;
  readonly samples: number;
  /** [neurons × samples] */
  readonly activations: ArrayLike<number>;
  /** [samples] the class of each, from 0; samples of a class side by side. */
  readonly classes?: ArrayLike<number> | undefined;
  readonly classNames?: readonly string[] | null | undefined;
  /** Decides the domain. @default null, as an input's */
  readonly activation?: Activation | null | undefined;
  /** @default 1 */
  readonly layer?: number | undefined;
}

/** Images per neuron, the strongest first. */
export interface HeatmapTopSamples {
  /** Name of the layer. */
  readonly name: string;
  readonly neurons: number;
  /** Of one image. */
  readonly rows: number;
  readonly columns: number;
  /** [neurons × count × rows × columns] */
  readonly images: ArrayLike<number>;
  /** [neurons × count] */
  readonly preActivations?: ArrayLike<number> | undefined;
  /** @default 1 */
  readonly layer?: number | undefined;
}

/** Points of a plane. */
export interface HeatmapSpace {
  /** [points × 2] */
  readonly points: ArrayLike<number>;
  /** [points] the class of each, from 0. */
  readonly classes?: ArrayLike<number> | undefined;
  readonly classNames?: readonly string[] | null | undefined;
  readonly axisNames?: readonly [x: string, y: string] | undefined;
  readonly name?: string | undefined;
}
