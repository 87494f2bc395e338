import type { NeuronReference } from '@neuroglow/engine';
import type { MouseEvent, ReactNode } from 'react';
import type { ConnectionFilter } from '../drawing/scenes/network.js';
import type { ComponentProps } from '../shared/componentProps.js';
import type { DomainChoice } from '../shared/domainChoice.js';
import type { LayerBeside } from './beside/beside.js';
import type { Emphasis } from './emphasis/emphasis.js';
import type { Margin, Orientation } from './layout/geometry.js';
import type { Collapse } from './layout/placement.js';
import type { NetworkGraphMessages } from './messages.js';
import type { NeuronNumbers } from './quantities/colorFunction.js';
import type { ConnectionColor, NeuronColor } from './quantities/shownQuantities.js';
import type { NetworkGraphValues } from './quantities/values.js';

export type NetworkGraphSlot =
  | 'stage'
  | 'canvas'
  | 'neuron'
  | 'name'
  | 'unit'
  | 'share'
  | 'hidden'
  | 'dots'
  | 'pager'
  | 'zoom'
  | 'tool'
  | 'tools'
  | 'emphasis'
  | 'choice'
  | 'key'
  | 'caption'
  | 'legend'
  | 'own'
  | 'beside'
  | 'pass'
  | 'note'
  | 'mark'
  | 'editor'
  | 'hint'
  | 'field'
  | 'number'
  | 'block'
  | 'shape';

/** A connection: from neuron `input` of the layer before into `neuron` of `layer`. */
export interface ConnectionReference extends NeuronReference {
  readonly input: number;
}

/** What a render prop gets: what is known of a neuron, and where it is. */
export interface RenderedNeuron extends NeuronNumbers {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly selected: boolean;
}

export interface NetworkGraphProps extends ComponentProps<NetworkGraphMessages, NetworkGraphSlot> {
  /**
   * What colours neurons: a quantity by its name, a quantity object of your own (`defineNeuronQuantity`), or a function that gives a number or
   * a CSS colour. Objects and functions are compared by identity: keep them outside of the render, or memoise them.
   * @default 'activation'
   */
  readonly neuronColor?: NeuronColor | undefined;
  /** What the CSS colours of a `neuronColor` function mean, for the legend. */
  readonly ownColors?: readonly { readonly color: string; readonly label: string }[] | undefined;
  /**
   * What neurons look like. responseMap: the neuron over the plane of two inputs. inputWeights: what a neuron of the first hidden layer looks
   * for, as an image of the input's shape.
   * @default 'disc'
   */
  readonly neuronGlyph?: 'disc' | 'responseMap' | 'inputWeights' | undefined;
  /** The layer whose neurons carry response maps. @default 1 */
  readonly glyphLayer?: number | undefined;
  /**
   * What connections show: a quantity by its name (contribution: w·a, what flows for this input), or a quantity object of your own
   * (`defineConnectionQuantity`).
   * @default 'weight'
   */
  readonly connectionColor?: ConnectionColor | undefined;
  /**
   * The numbers at the ends of the colour scales. `'run'`: fixed where the quantity has fixed ends (weights, biases, bounded activations);
   * the domains of other quantities grow in round steps with the values shown and never shrink within a run, so they depend on the steps
   * that were shown. Pass a pair or a group where pictures must be comparable. `'frame'`: the values of each frame alone. `[low, high]`: of the neurons'
   * colours; connections, rings and bars keep their own. A group (`createDomainGroup`): every quantity shares one domain with the other pictures of
   * the group.
   * @default 'run'
   */
  readonly domain?: DomainChoice | undefined;
  /** Which connections are drawn; how many of how many is always said. @default 'all' */
  readonly connections?:
    'all' | 'none' | 'focused' | Extract<ConnectionFilter, { kind: 'topK' | 'threshold' }> | undefined;
  /**
   * Which connections stand out while they show weights. input: those through which much flows for the input looked at, by |w·a|. none: all alike.
   * strongest: only the strongest are drawn, a quarter and at most 150. Given: controlled.
   */
  readonly emphasis?: Emphasis | undefined;
  /**
   * The emphasis of an uncontrolled graph at first.
   * @default 'input'
   */
  readonly defaultEmphasis?: Emphasis | undefined;
  readonly onEmphasisChange?: ((emphasis: Emphasis) => void) | undefined;
  /**
   * Whether the reader may choose the emphasis where there are more than 60 connections.
   * @default true
   */
  readonly emphasisControl?: boolean | undefined;
  /** Gradients of the input looked at, or averaged over the latest batch. @default 'sample' */
  readonly gradientOf?: 'sample' | 'batch' | undefined;
  /**
   * The step from which `change` is counted, of neurons and of connections.
   * @default 0
   */
  readonly changeSince?: number | undefined;
  /**
   * What stands beside the neurons of a layer: bars of a quantity, or pictures of your own. Layers that are images have no room beside neurons.
   * @default bars of the outputs' activations, if these are shares of 1
   */
  readonly beside?: readonly LayerBeside[] | undefined;
  /** Most neurons of a layer shown one by one. @default 16 */
  readonly maxNeurons?: number | undefined;
  /**
   * How wider layers are shown: as an image where they have a shape, with an ellipsis, or in pages.
   * @default 'image'
   */
  readonly collapse?: Collapse | undefined;
  /** Layers shown whole. Given: controlled. */
  readonly expanded?: readonly number[] | undefined;
  readonly defaultExpanded?: readonly number[] | undefined;
  readonly onExpandedChange?: ((expanded: readonly number[]) => void) | undefined;
  /** Neurons that something happened to: never collapsed away, and ringed. */
  readonly events?: readonly NeuronReference[] | undefined;
  /**
   * Whether neurons that give the same for every row (dead, ×) or lie in the flat part of their function for nearly every row (saturated, ●)
   * are marked, and layers of which at least half is so.
   * @default true
   */
  readonly marks?: boolean | undefined;
  /** @default 'left-right' */
  readonly layout?: Orientation | undefined;
  /** Width / height. Given: of the whole, legend included. @default the picture alone, 1.6, or 1 where it is narrow */
  readonly aspect?: number | undefined;
  /** Room around the picture in CSS pixels. @default 8 */
  readonly margin?: number | Partial<Margin> | undefined;
  /** Whether layers and neurons are named. @default true */
  readonly labels?: boolean | undefined;
  /** @default true */
  readonly legend?: boolean | undefined;
  /** Zoom and pan by wheel, pinch, drag, + and −. @default false */
  readonly zoomable?: boolean | undefined;
  /**
   * Weights and biases of a selected neuron may be changed, if the source can be steered: typed, by sliders, by dragging the neuron up or down (100
   * pixels are 1 of bias, with Shift 0.1), or by Alt with ↑ or ↓ on a focused neuron (0.1, with Shift 0.01). What is tried out on the way is only
   * shown; each finished edit is one entry in the source's journal. Escape takes a drag back.
   * @default false
   */
  readonly editable?: boolean | undefined;
  /**
   * Controls that let the input flow through the network: forward, or on to cost, backward and update, with the numbers beside the neurons
   * where they arise. The picture holds the numbers of the step that the pass began with, also while training runs on.
   * @default none
   */
  readonly pass?: 'forward' | 'training' | undefined;
  /**
   * Whether a pulse of light runs through the picture when the input changes (in the order of calculation, not of time), and whether
   * connections shimmer whose weight has changed by at least 2 % of its range. Off where the reader asks for reduced motion.
   * @default true
   */
  readonly motion?: boolean | undefined;
  /** A neuron was clicked, tapped, or chosen with Enter or the space bar; it is selected as well. */
  readonly onNeuronClick?: ((neuron: NeuronReference, event: MouseEvent) => void) | undefined;
  /**
   * A connection was clicked or tapped: the drawn line nearest to the pointer, within 5 pixels. Lines take no focus; with the keyboard,
   * connections are reached through their neurons.
   */
  readonly onConnectionClick?: ((connection: ConnectionReference, event: MouseEvent) => void) | undefined;
  /** Draws neurons its own way, over the picture; committed at most ten times a second. */
  readonly renderNeuron?: ((neuron: RenderedNeuron) => ReactNode) | undefined;
  /** Plain values in place of a source. */
  readonly values?: NetworkGraphValues | undefined;
}
