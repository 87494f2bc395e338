import type { LayerBlock } from './network.js';

/** Most feature maps that a block shows: more would be too small to be seen. */
export const mostMaps = 16;

/** Where a feature map lies on the front sheet of its block. CSS pixels. */
export interface MapTile {
  readonly channel: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between two maps, and between them and the sheet's edge. */
const gap = 1;

/** The first channels of a block as a square of maps on its front sheet; none where it has no maps, or no room for them. */
export function mapTiles({ x, y, width, height, maps }: LayerBlock): readonly MapTile[] {
  if (!maps) return [];
  const shown = Math.min(maps.channels, mostMaps);
  const across = Math.ceil(Math.sqrt(shown));
  const pitchX = (width - gap) / across;
  const pitchY = (height - gap) / across;
  if (pitchX < 4 || pitchY < 4) return [];
  return Array.from({ length: shown }, (_, channel) => ({
    channel,
    x: x + gap + (channel % across) * pitchX,
    y: y + gap + Math.floor(channel / across) * pitchY,
    width: pitchX - gap,
    height: pitchY - gap,
  }));
}
