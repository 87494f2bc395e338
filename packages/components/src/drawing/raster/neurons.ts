import type { LayerPlacement, NetworkScene } from '../scenes/network.js';
import { markWords, wordOf, type ColorTable } from '../scenes/scale.js';
import {
  glowOf,
  halosOf,
  isClearlyNegative,
  LEAST_MARKED,
  LEAST_RINGED,
  ringThickness,
} from '../scenes/neuronMarks.js';
import { drawBlock, drawFrame, drawRectangle, type Rectangle } from './blocks.js';
import { drawDisc, drawGlow, drawHatchedDisc, drawRing } from './discs.js';
import type { Surface } from './surface.js';

/** Draws the neurons of every layer over the connections. Returns how many values were not finite. */
export function drawNeurons(scene: NetworkScene, surface: Surface): number {
  let notFinite = 0;
  for (let layer = 0; layer < scene.layers.length; layer++) {
    const placement = scene.layers[layer];
    if (!placement) continue;
    const reached = wasReached(scene, layer);
    if (placement.tile) notFinite += drawTile(scene, surface, layer, placement.tile, reached);
    if (placement.radius > 0) notFinite += drawLayer(scene, surface, layer, placement, reached);
    else markTile(scene, surface, layer, placement);
  }
  return notFinite;
}

/** Whether a shown pass has come to a layer; true where none is shown. */
export function wasReached({ wave, wavesBackward }: NetworkScene, layer: number): boolean {
  return wave === null || wavesBackward || layer <= wave + 1e-6;
}

function drawTile(
  scene: NetworkScene,
  surface: Surface,
  layer: number,
  tile: NonNullable<LayerPlacement['tile']>,
  reached: boolean,
): number {
  const { scale, look } = scene;
  const rectangle = scaled(tile, scale);
  const values = reached ? scene.neuronValues[layer] : null;
  if (!values) {
    drawRectangle(surface, rectangle, look.empty);
    return 0;
  }
  // Lines between small cells would grey the picture.
  const gap = rectangle.width / tile.columns < 9 * scale ? 0 : Math.max(1, Math.round(scale));
  const words = scene.neuronWords?.[layer] ?? null;
  if (words) {
    const width = rectangle.width / tile.columns;
    const height = rectangle.height / tile.rows;
    for (let at = 0; at < words.length; at++) {
      const x = rectangle.x + (at % tile.columns) * width;
      const y = rectangle.y + Math.floor(at / tile.columns) * height;
      drawRectangle(surface, { x, y, width, height }, words[at]!);
    }
    return 0;
  }
  return drawBlock(surface, rectangle, tile.rows, tile.columns, values, 0, tableOf(scene, layer), {
    scale,
    gap,
    smooth: false,
  });
}

/** Rings around what is focused or selected among a tile's pixels. */
function markTile(scene: NetworkScene, surface: Surface, layer: number, { tile }: LayerPlacement): void {
  if (!tile) return;
  const { scale, look } = scene;
  const width = tile.width / tile.columns;
  const height = tile.height / tile.rows;
  const mark = (neuron: number, word: number): void => {
    const cell: Rectangle = {
      x: tile.x + (neuron % tile.columns) * width - 1,
      y: tile.y + Math.floor(neuron / tile.columns) * height - 1,
      width: width + 2,
      height: height + 2,
    };
    drawFrame(surface, scaled(cell, scale), 1.5 * scale, word);
  };
  for (const place of scene.selected) if (place.layer === layer) mark(place.neuron, look.accent);
  for (const place of scene.focus) if (place.layer === layer) mark(place.neuron, look.ink);
}

function drawLayer(
  scene: NetworkScene,
  surface: Surface,
  layer: number,
  placement: LayerPlacement,
  reached: boolean,
): number {
  const { scale, look } = scene;
  const topToBottom = scene.orientation === 'top-bottom';
  const values = reached ? (scene.neuronValues[layer] ?? null) : null;
  const words = reached ? (scene.neuronWords?.[layer] ?? null) : null;
  const rings = scene.ringValues?.[layer] ?? null;
  const selected = neuronsOf(scene.selected, layer);
  const focused = neuronsOf(scene.focus, layer);
  const glyphs = scene.glyphs?.layer === layer && scene.glyphValues ? scene.glyphs : null;
  const main = placement.main * scale;
  const radius = placement.radius * scale;
  const isDotted = glyphs === null && radius < LEAST_RINGED * scale;
  let notFinite = isDotted ? drawDots(surface, scene, layer, placement, values, words) : 0;
  const isMarked = scene.flags !== null || selected.size > 0 || focused.size > 0 || placement.bars !== undefined;
  if (isDotted && !isMarked) return notFinite;
  placement.neurons.forEach((neuron, at) => {
    const cross = (placement.cross[at] ?? 0) * scale;
    const x = topToBottom ? cross : main;
    const y = topToBottom ? main : cross;
    const value = values?.[neuron] ?? null;
    if (!isDotted && value !== null && !Number.isFinite(value)) notFinite++;
    if (glyphs) {
      notFinite += drawGlyph(scene, surface, layer, neuron, x, y, radius, rings?.[neuron]);
    } else if (!isDotted) {
      drawNeuron(surface, scene, tableOf(scene, layer), x, y, radius, value, words?.[neuron] ?? 0, rings?.[neuron]);
    }
    if (!glyphs && isClearlyNegative(tableOf(scene, layer), value) && radius >= LEAST_MARKED * scale) {
      drawMinus(surface, x, y, radius, fillOf(tableOf(scene, layer), value, words?.[neuron] ?? 0, look.empty));
    }
    const flag = scene.flags?.[layer]?.[neuron] ?? 0;
    if (flag !== 0 && radius >= LEAST_MARKED * scale) {
      const ground = glyphs ? undefined : fillOf(tableOf(scene, layer), value, words?.[neuron] ?? 0, look.empty);
      drawFlag(surface, x, y, radius, scale, flag, ground ?? look.empty);
    }
    for (const { away, thickness, word, opacity } of halosOf(scene, selected.has(neuron), focused.has(neuron))) {
      drawRing(surface, x, y, radius + away * scale, thickness * scale, word, opacity);
    }
    const share = scene.barValues[layer]?.[neuron];
    if (placement.bars && share !== undefined && reached) {
      drawBar(surface, scene, placement.bars, cross, share, tableOf(scene, layer));
    }
  });
  return notFinite;
}

/** The neurons of a wide layer: dots of their values' colours, and nothing else. Returns how many values were not finite. */
function drawDots(
  surface: Surface,
  scene: NetworkScene,
  layer: number,
  { neurons, cross, main, radius }: LayerPlacement,
  values: Float32Array | null,
  own: Uint32Array | null,
): number {
  const { scale, look } = scene;
  const { colors, low, high } = tableOf(scene, layer);
  const words = new Uint32Array(neurons.length).fill(look.empty);
  const last = colors.length - 1;
  const perUnit = last / (high - low || 1);
  let notFinite = 0;
  // As `fillOf` and `wordOf` have it, written out: there are hundreds, and the first of them come before anything is warm.
  for (let at = 0; at < words.length; at++) {
    const neuron = neurons[at]!;
    const value = values ? values[neuron]! : 0;
    const isFinite = value - value === 0;
    if (!isFinite) notFinite++;
    if (own && own[neuron] !== 0) words[at] = own[neuron]!;
    else if (!isFinite) words[at] = look.outline;
    else if (values) {
      const place = (value - low) * perUnit + 0.5;
      words[at] = colors[place < 0 ? 0 : place > last ? last : place | 0]!;
    }
  }
  const turned = scene.orientation === 'top-bottom';
  surface.dots(
    main * scale,
    cross.map((position) => position * scale),
    turned,
    radius * scale,
    words,
  );
  return notFinite;
}

function neuronsOf(places: NetworkScene['focus'], layer: number): Set<number> {
  return new Set(places.filter((place) => place.layer === layer).map((place) => place.neuron));
}

/** A disc with its value's colour, a ring with its bias's, and light around it where it is bright. */
function drawNeuron(
  surface: Surface,
  scene: NetworkScene,
  neuronTable: ColorTable,
  x: number,
  y: number,
  radius: number,
  value: number | null,
  ownWord: number,
  ring: number | undefined,
): void {
  const { scale, look } = scene;
  const word = fillOf(neuronTable, value, ownWord, look.empty);
  // Connections end a little before their neuron.
  surface.erase(x, y, radius + 1.25 * scale);
  const glow = glowOf(look, neuronTable, value, radius / scale);
  if (word !== undefined && glow) drawGlow(surface, x, y, radius, glow.reach * scale, word, glow.strength);
  if (word === undefined) drawHatchedDisc(surface, x, y, radius, neuronTable.bad, scale);
  else drawDisc(surface, x, y, radius, word);
  const thickness = ringThickness(radius / scale, ring !== undefined) * scale;
  const ringWord = ring === undefined ? undefined : wordOf(scene.ringTable, ring);
  drawRing(surface, x, y, radius, thickness, ringWord ?? look.outline);
}

function fillOf(table: ColorTable, value: number | null, own: number, empty: number): number | undefined {
  if (own !== 0) return own;
  return value === null ? empty : wordOf(table, value);
}

function drawGlyph(
  scene: NetworkScene,
  surface: Surface,
  layer: number,
  neuron: number,
  x: number,
  y: number,
  radius: number,
  ring: number | undefined,
): number {
  const { glyphs, glyphValues, scale, look } = scene;
  if (!glyphs || !glyphValues) return 0;
  const rectangle = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  const edge = Math.max(1, Math.round(1.5 * scale));
  const outer = {
    x: rectangle.x - edge,
    y: rectangle.y - edge,
    width: 2 * (radius + edge),
    height: 2 * (radius + edge),
  };
  const cells = glyphs.rows * glyphs.columns;
  const notFinite = drawBlock(
    surface,
    rectangle,
    glyphs.rows,
    glyphs.columns,
    glyphValues,
    neuron * cells,
    glyphs.table,
    { scale, gap: 0, smooth: glyphs.smooth },
  );
  const word = ring === undefined ? look.outline : (wordOf(scene.ringTable, ring) ?? look.outline);
  drawFrame(surface, outer, edge, word);
  const value = scene.neuronValues[layer]?.[neuron];
  if (value !== undefined) {
    // The glyph shows what the neuron looks for; a dot in its corner, how much it fires for this input.
    const dot = Math.max(2.5 * scale, radius * 0.2);
    const at = radius - dot * 0.4;
    const table = tableOf(scene, layer);
    const fill = wordOf(table, value);
    drawDisc(surface, x + at, y - at, dot + scale, look.outline);
    if (fill === undefined) drawHatchedDisc(surface, x + at, y - at, dot, table.bad, scale);
    else drawDisc(surface, x + at, y - at, dot, fill);
  }
  return notFinite;
}

/** A bar in a disc whose value is negative: hue alone does not tell the sign. */
function drawMinus(surface: Surface, x: number, y: number, radius: number, ground: number | undefined): void {
  if (ground === undefined) return;
  const [mark] = markWords(ground);
  const half = radius * 0.4;
  const thickness = Math.max(1, radius * 0.14);
  drawRectangle(surface, { x: x - half, y: y - thickness / 2, width: 2 * half, height: thickness }, mark);
}

/** A dead neuron is struck through; a saturated one wears a full stop. With an edge, so that they stand out on any ground. */
function drawFlag(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  scale: number,
  flag: number,
  ground: number,
): void {
  const [mark, edge] = markWords(ground);
  if (flag === 2) {
    const dot = Math.max(1.75 * scale, radius * 0.3);
    drawDisc(surface, x, y, dot + scale, edge);
    drawDisc(surface, x, y, dot, mark);
    return;
  }
  const arm = radius * 0.5;
  const pen = Math.max(0.8 * scale, Math.min(radius * 0.12, 1.6 * scale));
  const steps = Math.ceil(arm * 2);
  for (const [word, thickness] of [[edge, pen + scale] as const, [mark, pen] as const]) {
    for (let at = -steps; at <= steps; at++) {
      const along = (at / steps) * arm;
      drawDisc(surface, x + along, y - along, thickness, word);
      drawDisc(surface, x + along, y + along, thickness, word);
    }
  }
}

function drawBar(
  surface: Surface,
  scene: NetworkScene,
  bars: NonNullable<LayerPlacement['bars']>,
  cross: number,
  value: number,
  neuronTable: ColorTable,
): void {
  const { scale, look } = scene;
  const from = bars.from * scale;
  const length = bars.length * scale;
  const thickness = bars.thickness * scale;
  const low = cross + bars.shift * scale - thickness / 2;
  const share = Number.isFinite(value) ? Math.min(1, Math.abs(value)) : 0;
  const shown = Math.max(scale, share * length);
  const rectangle = (start: number, extent: number): Rectangle =>
    scene.orientation === 'top-bottom'
      ? { x: low, y: start, width: thickness, height: extent }
      : { x: start, y: low, width: extent, height: thickness };
  drawRectangle(surface, rectangle(from, length), look.track);
  drawRectangle(
    surface,
    rectangle(value < 0 ? from + length - shown : from, shown),
    barWord(scene, neuronTable, share),
  );
}

/** A bar's colour: that of a bright value, so that a short bar is seen as well. A signed scale would give it a sign. */
export function barWord({ look }: NetworkScene, table: ColorTable, share: number): number {
  if (table.low < 0) return look.ink;
  return wordOf({ ...table, low: 0, high: 1 }, 0.35 + 0.65 * share) ?? look.ink;
}

/** A layer without a table of its own takes the last one's. */
/** The colours of a layer's neurons. */
export function tableOf({ neuronTables }: NetworkScene, layer: number): ColorTable {
  return neuronTables[layer] ?? neuronTables[neuronTables.length - 1] ?? noTable;
}

const noTable: ColorTable = { low: 0, high: 1, colors: Uint32Array.of(0), bad: [0, 0] };

function scaled({ x, y, width, height }: Rectangle, scale: number): Rectangle {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
