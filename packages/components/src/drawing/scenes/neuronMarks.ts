import type { NetworkLook, NetworkScene } from './network.js';
import type { ColorTable } from './scale.js';

/** Radius, in CSS pixels, from which on a neuron has a ring: smaller ones are dots. */
export const LEAST_RINGED = 2.5;
/** Radius from which on a neuron has its own mark: on a smaller disc it would be a blotch, so there the layer as a whole is marked. */
export const LEAST_MARKED = 5;

/** A ring around a neuron. CSS pixels. */
export interface Halo {
  /** From the disc's edge to the ring's outer edge. */
  readonly away: number;
  readonly thickness: number;
  readonly word: number;
  readonly opacity: number;
}

/** The rings around a neuron that is selected or in focus. */
export function halosOf({ look }: Pick<NetworkScene, 'look'>, isSelected: boolean, isFocused: boolean): Halo[] {
  return [
    ...(isSelected
      ? [
          { away: 3.5, thickness: 1.75, word: look.accent, opacity: 1 },
          { away: 6.5, thickness: 1, word: look.accent, opacity: 0.5 },
        ]
      : []),
    ...(isFocused ? [{ away: 2.5, thickness: 1.5, word: look.ink, opacity: 0.85 }] : []),
  ];
}

/** The width of a neuron's ring; a neuron whose bias is unknown has an outline. CSS pixels. */
export function ringThickness(radius: number, isKnown: boolean): number {
  return isKnown ? Math.max(1.5, Math.min(radius * 0.26, 3)) : 1;
}

/** How far light reaches from a disc's edge at most: around a large disc it would be cut off at the picture's edge. CSS pixels. */
const FARTHEST = 28;
/** Up to this share of its scale a neuron gives no light. */
const DARK = 0.35;

/** The light around a bright neuron: its opacity at the disc's edge and how far it reaches, in CSS pixels; null where there is none. */
export function glowOf(
  { glow }: NetworkLook,
  { low, high, glows }: ColorTable,
  value: number | null,
  radius: number,
): { readonly strength: number; readonly reach: number } | null {
  const bottom = Math.max(0, low);
  // Only scales of activations glow: elsewhere, bright has no side.
  if (!(glow > 0) || !glows || value === null || !(high > bottom) || !Number.isFinite(value)) return null;
  const brightness = Math.min(1, (value - bottom) / (high - bottom));
  if (!(brightness > DARK)) return null;
  return { strength: (glow * (brightness - DARK)) / (1 - DARK), reach: Math.min(radius * 2.3 + 2, radius + FARTHEST) };
}

/** Values nearer to 0 than this share of their scale are as good as 0, and bear no sign. */
const LEAST_NEGATIVE = 0.1;

/** Whether a neuron's disc bears a minus: hue alone does not tell the sign. */
export function isClearlyNegative({ low }: ColorTable, value: number | null): boolean {
  return value !== null && low < 0 && value < LEAST_NEGATIVE * low;
}
