import type { CSSProperties } from 'react';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import { wordWidth } from '../layout/wordScale.js';

/** Half of a line that stands under a layer, and how far it stands away. */
const HALF_LINE = 12;
/** A line of small letters. */
export const LINE = 13;

/** The first of the forms that has room; null where none has. */
export function fitting(forms: readonly string[], room: number, geometry: GraphGeometry): string | null {
  return forms.find((form) => wordWidth(form, geometry.wordScale) <= room) ?? null;
}

/** What a layer's words have beside those of its neighbours. */
export function roomOver(geometry: GraphGeometry, here: LayerGeometry): number {
  return geometry.orientation === 'left-right' ? geometry.nameRoom : Math.max(48, here.low - 8);
}

/** What words under a layer have: they reach as far as nothing stands under the neighbours. */
export function roomUnder(geometry: GraphGeometry, here: LayerGeometry, speaks: (layer: number) => boolean): number {
  if (geometry.orientation === 'top-bottom') return roomOver(geometry, here);
  const free = (direction: 1 | -1, edge: number): { readonly room: number; readonly isOpen: boolean } => {
    for (let at = here.layer + direction; geometry.layers[at]; at += direction) {
      const other = geometry.layers[at]!;
      if (speaks(other.layer)) return { room: Math.abs(other.main - here.main) / 2, isOpen: false };
    }
    return { room: edge, isOpen: true };
  };
  const before = free(-1, here.main);
  const after = free(1, geometry.width - here.main);
  if (before.isOpen && after.isOpen) return geometry.width;
  // Words stand in the middle, and are pushed back only from the edges of the picture.
  const near = Math.min(before.room, after.room);
  const closed = before.isOpen ? after : before;
  return before.isOpen || after.isOpen ? closed.room + near : 2 * near;
}

/** Where what is said of a layer as a whole stands: under it, and within the picture. */
export function underLayer(geometry: GraphGeometry, here: LayerGeometry, width: number): CSSProperties {
  if (geometry.orientation === 'top-bottom') {
    return { left: 2, top: here.main + 16, maxWidth: Math.max(48, here.low - 8) };
  }
  return {
    left: clampTo(here.main, geometry.width, width),
    top: Math.min(geometry.height - HALF_LINE, here.high + HALF_LINE * geometry.wordScale),
  };
}

/** Where the names of all layers stand in one line: above the longest. */
export function lineOf({ layers }: GraphGeometry): number {
  return Math.min(...layers.filter(({ tile }) => !tile).map(({ low }) => low));
}

/** Keeps the middle of words of a width within the picture. */
export function clampTo(middle: number, room: number, width: number): number {
  const half = Math.min(width, room) / 2;
  return Math.min(room - half, Math.max(half, middle));
}
