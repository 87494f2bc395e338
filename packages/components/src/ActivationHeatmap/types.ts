import type { Activation } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { DomainChoice } from '../shared/domainChoice.js';
import type { ActivationHeatmapMessages } from './messages.js';

export type ActivationHeatmapSlot =
  'stage' | 'cells' | 'header' | 'list' | 'option' | 'selected' | 'labels' | 'legend' | 'note';

/** What every mode takes. */
export interface HeatmapProps extends ComponentProps<ActivationHeatmapMessages, ActivationHeatmapSlot> {
  /** Width / height of the whole, legend included. @default what the mode's content fills, and never too low to be read */
  readonly aspect?: number | undefined;
  /** @default true */
  readonly legend?: boolean | undefined;
  /**
   * Which numbers the colours reach: `'run'`, fixed where the quantity has fixed ends, else grown in round steps with what the run has shown; `'frame'`,
   * the values of each frame alone; `[low, high]`; or a group that other pictures share. @default 'run'
   */
  readonly domain?: DomainChoice | undefined;
}

/** One strip of cells per layer, for the current input. */
export interface LayersProps extends HeatmapProps {
  /** @default 'layers' */
  readonly mode?: 'layers' | undefined;
  /** What is coloured. @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapLayers | undefined;
}

/** The weights into each neuron of the first hidden layer, as an image. */
export interface InputWeightsProps extends HeatmapProps {
  readonly mode: 'inputWeights';
  /** Plain values in place of a source. */
  readonly values?: HeatmapPictures | undefined;
}

/** Each neuron of a layer over a plane of two inputs. */
export interface ResponseMapsProps extends HeatmapProps {
  readonly mode: 'responseMaps';
  /** @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** Counted from the input, which is 0. @default 1 */
  readonly layer?: number | undefined;
  /** The two inputs that span the plane, counted from 0. @default [0, 1] */
  readonly plane?: readonly [x: number, y: number] | undefined;
  /** [[x low, x high], [y low, y high]]. @default the training set's range */
  readonly range?: readonly [x: readonly [number, number], y: readonly [number, number]] | undefined;
  /** Cells per side. @default 32 */
  readonly resolution?: number | undefined;
  /** Data rows drawn over the maps: of a data set of the source, or your own. @default none */
  readonly points?: 'training' | 'validation' | HeatmapPoints | undefined;
  /**
   * A line where a neuron begins to fire: `true` at pre-activation 0 (softmax: at activation ½), or at a pre-activation of your own. @default false
   */
  readonly threshold?: boolean | number | undefined;
  /** Two colours, above and below the middle of the domain, in place of a scale. @default false */
  readonly discretize?: boolean | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapPictures | undefined;
}

/** How often rows of each class were taken for each class. Selecting a cell selects its samples. */
export interface ConfusionProps extends HeatmapProps {
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

export type ActivationHeatmapProps = LayersProps | InputWeightsProps | ResponseMapsProps | ConfusionProps | MatrixProps;
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
