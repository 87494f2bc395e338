import type { FrameOf, InputReference, LayerDescription, View } from '@neuroglow/engine';
import type { DomainRule } from '../domain.js';
import type { NumberFormat } from '../number.js';

/** A view that a quantity is computed from. */
export interface QuantityNeed<V extends View = View> {
  readonly view: V;
  /** The step whose frame is needed. Default: the step that the picture shows. */
  readonly at?: number | undefined;
}

/** What a picture looks at. From it, a quantity says what it needs. */
export interface QuantityContext {
  /** null while there is no input to look at. */
  readonly input: InputReference | null;
  /** Whether gradients are those of the input, or the mean over the latest batch. */
  readonly gradientOf: 'sample' | 'batch';
  /** The step from which changes are counted. */
  readonly since: number;
}

/** A frame per need, in the order of the needs. */
export type FramesOf<N extends readonly QuantityNeed[]> = { readonly [I in keyof N]: FrameOf<N[I]['view']> };

/** How a picture names a quantity. */
export interface QuantityWords {
  readonly legend: string;
  /** Stands before the value in a tooltip; null leaves the value out. @default the legend's words */
  readonly tooltip?: string | null | undefined;
  /** Stands before the value in a screen reader's sentence; null leaves the value out. @default the tooltip's words */
  readonly spoken?: string | null | undefined;
}

/** What a quantity's words may depend on. */
export interface QuantityVoice {
  readonly context: QuantityContext;
  /** The quantity's label in the reader's language. */
  readonly label: string;
  readonly messages: QuantityMessages;
  readonly format: NumberFormat;
}

/** Words that several quantities use. */
export interface QuantityMessages {
  readonly gradientOf: Readonly<Record<'sample' | 'batch', string>>;
  readonly since: (step: number, format: NumberFormat) => string;
}

interface Quantity<N extends readonly QuantityNeed[]> {
  /** Identifies the quantity, for instance in `messages`. */
  readonly name: string;
  /** Its English name. Messages may replace it by `name`. */
  readonly label: string;
  /** The views that its values are computed from; null while they cannot be named, for instance without an input. */
  needs(context: QuantityContext): N | null;
  /** @default the label, everywhere */
  words?(voice: QuantityVoice): QuantityWords;
}

/**
 * Something that can be shown per neuron: the views it needs, its values, its domain and its words. A picture's colours, legend, tooltip,
 * spoken names and exported files read the same object.
 */
export interface NeuronQuantity<N extends readonly QuantityNeed[] = readonly QuantityNeed[]> extends Quantity<N> {
  /**
   * The values [neurons] of a layer ≥ 1 (the input layer always shows the input); null where the layer has none. Return an array of the
   * frames where you can: an array that stays the same is not sent to the drawing worker again.
   */
  values(frames: FramesOf<N>, layer: number): Float32Array | null;
  /** How a layer's domain comes about; `inputs` is the number of neurons in the layer before. */
  domain(layer: LayerDescription, inputs: number): DomainRule;
  /** Which colours it has: those of activations, or those of signed parameters. @default 'signed' */
  readonly colors?: 'activation' | 'signed' | undefined;
  /** Whether all layers share one domain. @default false */
  readonly isShared?: boolean | undefined;
  /** What a tooltip computes besides the forward arithmetic. backward: how δ arises. */
  readonly arithmetic?: 'backward' | undefined;
}

/** Something that can be shown per connection. */
export interface ConnectionQuantity<N extends readonly QuantityNeed[] = readonly QuantityNeed[]> extends Quantity<N> {
  /** The values, row-major [inputs × neurons], of the connections into a layer ≥ 1; null where they are not known. */
  values(frames: FramesOf<N>, layer: number): Float32Array | null;
  /**
   * [neuron] of a layer: every connection out of a neuron is multiplied by its number. Left out: values stand for themselves. The
   * drawing worker multiplies, so that w·a costs the page nothing.
   */
  carried?(frames: FramesOf<N>, layer: number): Float32Array | null;
  /** Whether the opacity of a connection follows |value·a|, a being the activation of the neuron it leaves, so that it shows what flows for the input looked at. @default false */
  readonly isEmphasized?: boolean | undefined;
  /** How the domain of the connections into a layer comes about; `inputs` is the number of neurons in the layer before. Only its high end is used. */
  domain(layer: LayerDescription, inputs: number): DomainRule;
}

/** Gives a neuron quantity's functions the types of the frames that it needs. */
export function defineNeuronQuantity<const N extends readonly QuantityNeed[]>(
  quantity: NeuronQuantity<N>,
): NeuronQuantity<N> {
  return quantity;
}

/** Gives a connection quantity's functions the types of the frames that it needs. */
export function defineConnectionQuantity<const N extends readonly QuantityNeed[]>(
  quantity: ConnectionQuantity<N>,
): ConnectionQuantity<N> {
  return quantity;
}
