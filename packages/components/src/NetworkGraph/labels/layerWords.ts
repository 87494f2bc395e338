import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { Label } from './label.js';
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

/** Where the words under a layer stand, within the picture. `before` is what stands before them in the same line. */
export function underLayer(
  geometry: GraphGeometry,
  here: LayerGeometry,
  width: number,
  before: number,
): Pick<Label, 'x' | 'y' | 'align' | 'stand' | 'maxWidth'> {
  if (geometry.orientation === 'top-bottom') {
    const maxWidth = Math.max(48, here.low - 8);
    return { x: 2 + before, y: here.main + (before > 0 ? 16 : 8), align: 'start', stand: 'below', maxWidth };
  }
  return {
    x: clampTo(here.main, geometry.width, width),
    y: Math.min(geometry.height - HALF_LINE, here.high + HALF_LINE * geometry.wordScale),
    ...{ align: 'middle', stand: 'middle', maxWidth: null },
  };
}

/** Words in lines of a width. */
export function wrapped(text: string, maxWidth: number, wordScale: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && wordWidth(longer, wordScale) <= maxWidth) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Where the names of all layers stand in one line: above the longest. */
export function lineOf({ layers }: GraphGeometry): number {
  return Math.min(...layers.filter(({ tile, block }) => !tile && !block).map(({ low }) => low));
}

/** Keeps the middle of words of a width within the picture. */
export function clampTo(middle: number, room: number, width: number): number {
  const half = Math.min(width, room) / 2;
  return Math.min(room - half, Math.max(half, middle));
}
