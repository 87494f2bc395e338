import type { ColorTable } from './scale.js';

/**
 * Where a layer's neurons stand. `main` runs along the layers (x when they go left to right), `cross` along a layer.
 * CSS pixels.
 */
export interface LayerPlacement {
  /** Indices of the neurons that have a place, ascending. */
  readonly neurons: Uint32Array;
  /** [neurons.length] cross position of each. */
  readonly cross: Float32Array;
  /** Main position of the discs' centres. */
  readonly main: number;
  /** Half the size of a disc or glyph; 0 draws none (the neurons are pixels of the tile). */
  readonly radius: number;
  /** How far from `main` connections begin and end. */
  readonly reach: number;
  /** The layer's values as one picture. */
  readonly tile?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly rows: number;
    readonly columns: number;
  };
  /** The layer as one block: a stack of sheets, the first in front. A place for what a layer has to show as a whole, such as feature maps. */
  readonly block?: LayerBlock;
  /** Bars beside the neurons, as long as their value's share of [0, 1]; `shift` is how far along the layer from the discs' middle. */
  readonly bars?: {
    readonly from: number;
    readonly length: number;
    readonly thickness: number;
    readonly shift: number;
  };
}

/** A layer that is drawn as a whole. CSS pixels. */
export interface LayerBlock {
  /** The sheet in front. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly sheets: number;
  /** How far each sheet stands behind the one before, to the right and upwards. */
  readonly offset: number;
  /** The layer's pictures, whose values are the layer's: neuron (r·columns + c)·channels + k. They lie on the front sheet. */
  readonly maps?: { readonly rows: number; readonly columns: number; readonly channels: number };
}

/** An end of a band: its edge along the layer, `low` to `high`. */
export interface BandEnd {
  readonly main: number;
  readonly low: number;
  readonly high: number;
}

/** Connections between two layers that are not drawn one by one. */
export interface ConnectionBand {
  readonly from: number;
  readonly to: number;
  readonly begin: BandEnd;
  readonly end: BandEnd;
  /** How far its middle is moved along the layers' direction: a band that skips layers passes them. */
  readonly bulge: number;
}

/** How strongly a band covers the ground. */
export const BAND_OPACITY = 0.16;

/** The edges of a band where `share` (0 … 1) of its way is done: 3t² − 2t³, as connections have it, and moved by its bulge. */
export function bandAt({ begin, end, bulge }: ConnectionBand, share: number): readonly [low: number, high: number] {
  const way = share * share * (3 - 2 * share);
  const moved = 4 * bulge * share * (1 - share);
  return [begin.low + (end.low - begin.low) * way + moved, begin.high + (end.high - begin.high) * way + moved];
}

export interface NeuronPlace {
  readonly layer: number;
  readonly neuron: number;
}

/** Which connections are drawn. */
export type ConnectionFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'topK'; readonly count: number }
  | { readonly kind: 'threshold'; readonly magnitude: number }
  | { readonly kind: 'focused' };

/**
 * How connections look. The magnitude, 0 … domain, drives the width, the sign drives colour and dash, and magnitude times emphasis drives the
 * opacity.
 */
export interface ConnectionStyle {
  /** [l] the magnitude at full strength of the connections into layer l. */
  readonly domains: readonly number[];
  /** Colour words for positive and negative values at full strength. */
  readonly positive: number;
  readonly negative: number;
  readonly bad: number;
  readonly curved: boolean;
  /** Most connections between two layers that are drawn one by one; denser layers become a density picture. */
  readonly densityFrom: number;
}

/** Small pictures in the neurons of one layer: [neurons × rows × columns], in the order of all its neurons. */
export interface NeuronGlyphs {
  readonly layer: number;
  readonly rows: number;
  readonly columns: number;
  readonly table: ColorTable;
  readonly smooth: boolean;
}

/** A network at one step. Each field may be replaced alone; what keeps its identity is not sent again. */
export interface NetworkScene {
  readonly kind: 'network';
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly orientation: 'left-right' | 'top-bottom';
  readonly layers: readonly LayerPlacement[];
  /** Neurons of each layer, placed or not. */
  readonly counts: readonly number[];

  /** Connections that are drawn as a whole; those into the layers that they lead to are not counted. */
  readonly bands: readonly ConnectionBand[];
  /** [l] row-major [inputs × neurons]; empty at l = 0, and where a band leads. What connections show. */
  readonly connections: readonly Float32Array[];
  /** [l][neuron]: connections are multiplied by the value of the neuron they come from (w·a). */
  readonly carried: readonly Float32Array[] | null;
  /** [l][neuron]: the opacity of a connection is its magnitude times |value| of the neuron it leaves; its width and hue stay. null: all alike. */
  readonly emphasis: readonly Float32Array[] | null;
  readonly connectionStyle: ConnectionStyle;
  readonly filter: ConnectionFilter;

  /** [l][neuron] what discs and tiles show; a layer without values is drawn empty. */
  readonly neuronValues: readonly (Float32Array | null)[];
  /** [l] the layer's colours. */
  readonly neuronTables: readonly ColorTable[];
  /** Colour words that take the place of values, 0 for none. */
  readonly neuronWords: readonly (Uint32Array | null)[] | null;
  /** [l][neuron] what rings show; null draws plain outlines. */
  readonly ringValues: readonly Float32Array[] | null;
  readonly ringTable: ColorTable;
  readonly glyphs: NeuronGlyphs | null;
  readonly glyphValues: Float32Array | null;
  /** [l][neuron] a bar's share of its whole length, −1 … 1; bars of negative shares grow from the far end. */
  readonly barValues: readonly (Float32Array | null)[];
  /** [l][neuron] 1 dead, 2 saturated, else 0. */
  readonly flags: readonly Uint8Array[] | null;

  /** Lit, with their connections; everything else is dimmed. */
  readonly focus: readonly NeuronPlace[];
  readonly selected: readonly NeuronPlace[];
  /** How far a shown pass has come, in layers: 1.5 is half way from layer 1 to layer 2. null: no pass is shown. */
  readonly wave: number | null;
  readonly wavesBackward: boolean;
  readonly look: NetworkLook;
}

/** Colours that are not data, as words, and how strongly bright neurons glow. */
export interface NetworkLook {
  readonly empty: number;
  readonly outline: number;
  /** Edges of blocks. */
  readonly edge: number;
  readonly accent: number;
  readonly ink: number;
  readonly track: number;
  /** Opacity of the light at the edge of a neuron at the top of its scale; 0 for none. */
  readonly glow: number;
}
