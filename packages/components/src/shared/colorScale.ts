import { colorRamp, type ColorRamp } from './colorRamp.js';
import type { Domain } from './domain.js';
import type { Theme } from './theme.js';

/**
 * sequential: activations, from the bottom to the top of a domain · diverging: signed parameters and gradients, negative – neutral at 0 – positive ·
 * signedActivation: activations that reach below 0, dark or pale at 0.
 */
export type ColorScaleKind = 'sequential' | 'diverging' | 'signedActivation';

/** How numbers become colours, as plain data that crosses to a drawing worker. */
export interface ColorScale {
  readonly kind: ColorScaleKind;
  /** Values outside it take the colour of the nearer end. */
  readonly domain: Domain;
  /** Colours of the domain's ends and what lies between. */
  readonly stops: readonly string[];
  /** Lines and ground of the hatching of what is not finite. */
  readonly hatch: readonly [line: string, ground: string];
}

/** The scale of a domain: diverging where it reaches below 0, else sequential. */
export function colorScale(theme: Theme, domain: Domain, kind: ColorScaleKind = kindOf(domain)): ColorScale {
  const { colors } = theme;
  return { kind, domain, stops: stopsOf(colors)[kind], hatch: [colors.muted, colors.surface] };
}

const knownStops = new WeakMap<Theme['colors'], Readonly<Record<ColorScaleKind, readonly string[]>>>();

/** The same stops for the same colours, so that what is made of them is made once. */
function stopsOf(colors: Theme['colors']): Readonly<Record<ColorScaleKind, readonly string[]>> {
  const stops = knownStops.get(colors) ?? {
    sequential: [colors['activation-low'], colors['activation-middle'], colors['activation-high']],
    diverging: [colors.negative, colors.neutral, colors.positive],
    signedActivation: [colors['activation-negative'], colors['activation-low'], colors['activation-high']],
  };
  knownStops.set(colors, stops);
  return stops;
}

export function kindOf([low]: Domain): ColorScaleKind {
  return low < 0 ? 'diverging' : 'sequential';
}

const ofActivations: readonly string[] = ['input', 'activation', 'preActivation'];

/** The kind of scale that a quantity, by its name, has over a domain. */
export function kindForQuantity(quantity: string | undefined, domain: Domain): ColorScaleKind {
  return quantity !== undefined && ofActivations.includes(quantity) ? activationKindOf(domain) : kindOf(domain);
}

/** The kind of scale of a domain of activations or pre-activations. */
export function activationKindOf([low]: Domain): ColorScaleKind {
  return low < 0 ? 'signedActivation' : 'sequential';
}

/** Colours of a table: odd, so that the middle of a symmetric domain is exactly the neutral colour. */
export const tableSize = 255;

/**
 * The scale as RGBA pixels, bottom first: entry i is one 32-bit word to store through a Uint32Array over an ImageData's bytes (red in
 * the lowest address). For painting pixel by pixel, in a worker too.
 */
export function toLookupTable(scale: Pick<ColorScale, 'kind' | 'stops'>, size: number = tableSize): Uint32Array {
  const ramp = rampOf(scale);
  const bytes = new Uint8ClampedArray(size * 4);
  for (let index = 0; index < size; index++) {
    // Written out: a page's first picture waits for its tables, and nothing is warm yet.
    const color = ramp(size > 1 ? index / (size - 1) : 0);
    const at = 4 * index;
    bytes[at] = color[0];
    bytes[at + 1] = color[1];
    bytes[at + 2] = color[2];
    bytes[at + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}

/** Which entry of a table a value takes; −1 for NaN and ±∞, which are hatched. */
export function lookupIndex(value: number, [low, high]: Domain, size: number = tableSize): number {
  if (!Number.isFinite(value)) return -1;
  const t = high > low ? (value - low) / (high - low) : 0.5;
  return Math.round(Math.min(1, Math.max(0, t)) * (size - 1));
}

const ramps = new WeakMap<readonly string[], ColorRamp>();

function rampOf({ kind, stops }: Pick<ColorScale, 'kind' | 'stops'>): ColorRamp {
  // Both arms of a signed scale meet at 0.
  const ramp = ramps.get(stops) ?? colorRamp(stops, kind !== 'sequential');
  ramps.set(stops, ramp);
  return ramp;
}

/** The colour of one value, `rgb(…)`; null for NaN and ±∞, which are hatched. */
export function colorAt(scale: ColorScale, value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const [low, high] = scale.domain;
  const [red, green, blue] = rampOf(scale)(high > low ? (value - low) / (high - low) : 0.5);
  return `rgb(${red}, ${green}, ${blue})`;
}
