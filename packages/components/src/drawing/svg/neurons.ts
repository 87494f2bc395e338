import { barWord, wasReached } from '../raster/neurons.js';
import type { LayerPlacement, NetworkScene, NeuronPlace } from '../scenes/network.js';
import { markWords, wordOf, type ColorTable } from '../scenes/scale.js';
import {
  glowOf,
  halosOf,
  isClearlyNegative,
  LEAST_MARKED,
  LEAST_RINGED,
  ringThickness,
} from '../scenes/neuronMarks.js';
import { cssOf } from './connections.js';
import { hatchingFill, svgFlag } from './marks.js';
import { escapeXml, round } from './text.js';

/** A layer of a scene, and how its values are coloured. */
interface Layer {
  readonly scene: NetworkScene;
  readonly layer: number;
  readonly placement: LayerPlacement;
  readonly table: ColorTable;
  /** null where a shown pass has not come yet. */
  readonly values: Float32Array | null;
  readonly words: Uint32Array | null;
  readonly background: string;
}

/** A layer's neurons as vectors, with all that is drawn upon and beside them on the canvas. */
export function svgLayer(scene: NetworkScene, layer: number, background: string): string[] {
  const placement = scene.layers[layer];
  const table = scene.neuronTables[layer];
  if (!placement || !table) return [];
  const isReached = wasReached(scene, layer);
  const values = isReached ? (scene.neuronValues[layer] ?? null) : null;
  const words = isReached ? (scene.neuronWords?.[layer] ?? null) : null;
  const here: Layer = { scene, layer, placement, table, values, words, background };
  const parts = placement.tile ? svgTile(here, placement.tile) : [];
  if (placement.radius <= 0) return parts;
  const across = scene.orientation === 'left-right';
  placement.neurons.forEach((neuron, at) => {
    const cross = placement.cross[at] ?? 0;
    const x = round(across ? placement.main : cross);
    const y = round(across ? cross : placement.main);
    parts.push(...svgNeuron(here, neuron, x, y));
    const bar = scene.barValues[layer]?.[neuron];
    if (placement.bars && bar !== undefined && isReached) parts.push(...svgBar(here, placement.bars, bar, cross));
  });
  return parts;
}

function svgTile(here: Layer, tile: NonNullable<LayerPlacement['tile']>): string[] {
  const { scene, layer, placement } = here;
  const { x, y, width, height, rows, columns } = tile;
  // As on the canvas: lines between cells, but not between small ones.
  const gap = width / columns < 9 ? 0 : 1;
  const parts = cells(x, y, width, height, rows, columns, gap, (neuron) => fillOf(here, neuron));
  if (placement.radius > 0) return parts;
  const mark = (neuron: number, word: number): void => {
    const wide = width / columns;
    const high = height / rows;
    const left = x + (neuron % columns) * wide;
    const top = y + Math.floor(neuron / columns) * high;
    parts.push(frame(left - 1, top - 1, wide + 2, high + 2, cssOf(word)));
  };
  for (const place of scene.selected) if (place.layer === layer) mark(place.neuron, scene.look.accent);
  for (const place of scene.focus) if (place.layer === layer) mark(place.neuron, scene.look.ink);
  return parts;
}

function svgNeuron(here: Layer, neuron: number, x: number, y: number): string[] {
  const { scene, layer, placement, table, values, words, background } = here;
  const { radius } = placement;
  const { look } = scene;
  const isGlyph = scene.glyphs?.layer === layer && scene.glyphValues !== null;
  const ring = scene.ringValues?.[layer]?.[neuron];
  const word = ring === undefined ? undefined : wordOf(scene.ringTable, ring);
  const stroke = cssOf(word ?? look.outline);
  const parts: string[] = [];
  if (isGlyph) {
    parts.push(...svgGlyph(here, neuron, x, y, stroke));
  } else if (radius < LEAST_RINGED) {
    parts.push(`<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="${fillOf(here, neuron)}"/>`);
  } else {
    const thickness = ringThickness(radius, ring !== undefined);
    const shown = values?.[neuron] ?? null;
    const glow = glowOf(look, table, shown, radius);
    const light = glow && (words?.[neuron] || wordOf(table, shown!));
    parts.push(
      `<circle cx="${x}" cy="${y}" r="${round(radius + 1.25)}" fill="${escapeXml(background)}"/>`,
      ...(light ? svgGlow(`glow-${layer}-${neuron}`, x, y, radius, glow, cssOf(light)) : []),
      `<circle cx="${x}" cy="${y}" r="${round(radius - thickness / 2)}" fill="${fillOf(here, neuron)}" stroke="${stroke}" stroke-width="${round(thickness)}"/>`,
    );
  }
  const value = values?.[neuron];
  const minus = isGlyph || value === undefined ? undefined : words?.[neuron] || wordOf(table, value);
  if (minus !== undefined && value !== undefined && radius >= LEAST_MARKED && isClearlyNegative(table, value)) {
    const half = radius * 0.4;
    const thickness = Math.max(1, radius * 0.14);
    parts.push(
      `<path d="M${round(x - half)} ${y}H${round(x + half)}" stroke="${cssOf(markWords(minus)[0])}" stroke-width="${round(thickness)}"/>`,
    );
  }
  const ground = isGlyph || value === undefined ? undefined : words?.[neuron] || wordOf(table, value);
  parts.push(...svgFlag(scene.flags?.[layer]?.[neuron] ?? 0, x, y, radius, ground ?? look.empty));
  const halos = halosOf(scene, has(scene.selected, layer, neuron), has(scene.focus, layer, neuron));
  for (const { away, thickness, word: color, opacity } of halos) {
    parts.push(
      `<circle cx="${x}" cy="${y}" r="${round(radius + away - thickness / 2)}" fill="none" stroke="${cssOf(color)}" stroke-width="${thickness}" stroke-opacity="${opacity}"/>`,
    );
  }
  return parts;
}

/** Light that falls off with the square of the distance from the disc's edge, as on the canvas. */
function svgGlow(
  id: string,
  x: number,
  y: number,
  radius: number,
  { strength, reach }: { readonly strength: number; readonly reach: number },
  color: string,
): string[] {
  const stops = [0, 0.25, 0.5, 0.75, 1].map((way) => {
    const offset = (radius + (reach - radius) * way) / reach;
    return `<stop offset="${round(offset)}" stop-color="${color}" stop-opacity="${round(strength * (1 - way) ** 2)}"/>`;
  });
  return [
    `<radialGradient id="${id}">${stops.join('')}</radialGradient>`,
    `<circle cx="${x}" cy="${y}" r="${round(reach)}" fill="url(#${id})"/>`,
  ];
}

/** A neuron's picture, and in its corner a dot for how much it fires. */
function svgGlyph({ scene, layer, placement, table }: Layer, neuron: number, x: number, y: number, stroke: string) {
  const { radius } = placement;
  const { glyphs, glyphValues, look } = scene;
  if (!glyphs || !glyphValues) return [];
  const count = glyphs.rows * glyphs.columns;
  const cell = (index: number): string => paint(glyphs.table, glyphValues[neuron * count + index] ?? NaN);
  const side = 2 * radius;
  const parts = [
    ...cells(x - radius, y - radius, side, side, glyphs.rows, glyphs.columns, 0, cell),
    frame(x - radius, y - radius, side, side, stroke),
  ];
  const value = scene.neuronValues[layer]?.[neuron];
  if (value !== undefined) {
    const dot = Math.max(2.5, radius * 0.2);
    const at = radius - dot * 0.4;
    parts.push(
      `<circle cx="${round(x + at)}" cy="${round(y - at)}" r="${round(dot + 0.5)}" fill="${paint(table, value)}" stroke="${cssOf(look.outline)}" stroke-width="1"/>`,
    );
  }
  return parts;
}

function svgBar(
  { scene, table }: Layer,
  { from, length, thickness, shift }: NonNullable<LayerPlacement['bars']>,
  value: number,
  cross: number,
): string[] {
  const share = Math.min(1, Math.abs(value)) || 0;
  const shown = Math.max(1, share * length);
  const low = round(cross + shift - thickness / 2);
  const bar = (start: number, extent: number, color: number): string =>
    scene.orientation === 'left-right'
      ? rectangle(start, low, extent, thickness, cssOf(color))
      : rectangle(low, start, thickness, extent, cssOf(color));
  const track = scene.look.track === 0 ? [] : [bar(from, length, scene.look.track)];
  return [...track, bar(value < 0 ? from + length - shown : from, shown, barWord(scene, table, share))];
}

/** A picture's cells as rectangles. */
export function cells(
  x: number,
  y: number,
  width: number,
  height: number,
  rows: number,
  columns: number,
  gap: number,
  fill: (index: number) => string,
): string[] {
  const wide = width / columns;
  const high = height / rows;
  const parts = Array.from({ length: rows * columns }, (_, index) => {
    const left = x + (index % columns) * wide;
    const top = y + Math.floor(index / columns) * high;
    return rectangle(left, top, wide - gap, high - gap, fill(index));
  });
  // Smoothed edges would let the ground through between neighbours.
  return ['<g shape-rendering="crispEdges">', ...parts, '</g>'];
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

function frame(x: number, y: number, width: number, height: number, stroke: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${stroke}" stroke-width="1.5"/>`;
}

function fillOf({ scene, table, values, words }: Layer, neuron: number): string {
  const own = words?.[neuron] ?? 0;
  if (own !== 0) return cssOf(own);
  const value = values?.[neuron];
  return value === undefined ? cssOf(scene.look.empty) : paint(table, value);
}

function paint(table: ColorTable, value: number): string {
  const word = wordOf(table, value);
  return word === undefined ? hatchingFill : cssOf(word);
}

function has(places: readonly NeuronPlace[], layer: number, neuron: number): boolean {
  return places.some((place) => place.layer === layer && place.neuron === neuron);
}
