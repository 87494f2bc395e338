import type { ColorScaleKind } from '../colorScale.js';
import type { Domain } from '../domain.js';

/** A colour scale: what is coloured, and the numbers at its ends. */
export interface ScaleEntry {
  readonly kind: 'scale';
  readonly label: string;
  readonly domain: Domain;
  /** Words at its ends in place of the domain's numbers, where the label gives several domains. */
  readonly ends?: readonly [low: string, high: string] | undefined;
  /** Default: diverging where the domain reaches below 0, else sequential. */
  readonly scale?: ColorScaleKind | undefined;
  /** How many of the values shown are NaN or infinite: hatched in the picture, and said here. */
  readonly notFinite?: number | undefined;
}

/** One colour and what it stands for: a class, a line. */
export interface SwatchEntry {
  readonly kind: 'swatch';
  readonly label: string;
  /** Any CSS colour. Default: the theme's colour for the class of the entry's place. */
  readonly color?: string | undefined;
  /** Default 'dot'. */
  readonly shape?:
    'dot' | 'line' | 'dashed' | 'square' | 'triangle' | 'diamond' | 'plus' | 'cross' | 'down' | 'bar' | undefined;
}

/** A sign drawn upon something, and what it says; without a sign, a remark. */
export interface SignEntry {
  readonly kind: 'sign';
  readonly sign: string;
  readonly label: string;
}

export type LegendEntry = ScaleEntry | SwatchEntry | SignEntry;
