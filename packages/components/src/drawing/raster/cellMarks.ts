import { wordOf } from '../scenes/scale.js';
import type { CellDots, CellPoints, CellRectangle, CellsScene } from '../scenes/cells.js';
import { drawCellSigns } from './cellSigns.js';
import { drawFrame, drawRectangle } from './blocks.js';
import { drawIsoline } from './isoline.js';
import { stampsOf } from './points.js';
import type { Surface } from './surface.js';

/** Draws what lies over the cells of a heat map, from the bottom up. */
export function drawCellMarks(scene: CellsScene, surface: Surface): void {
  const { scale, frames = [], frameWord = 0 } = scene;
  if (scene.signs) drawCellSigns(scene, scene.signs, surface);
  for (const { x, y, width, height } of scene.lines ?? []) {
    const line = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
    drawRectangle(surface, line, scene.lineWord ?? 0);
  }
  if (scene.isoline) drawIsoline(scene, scene.isoline, surface);
  for (const { x, y, width, height } of frames) {
    const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
    drawFrame(surface, box, Math.max(1, Math.round(scale)), frameWord);
    if (scene.points) drawPoints(scene.points, scene.pointsAt, box, scale, surface);
  }
  if (scene.dots && scene.dotValues) drawDots(scene.dots, scene.dotValues, scale, surface);
}

/** More points have no edges, unless they are picked. */
const mostEdges = 4000;

function drawPoints(
  { at: fixed, words, shapes, edge, picked, radius }: CellPoints,
  moving: Float32Array | null | undefined,
  box: CellRectangle,
  scale: number,
  surface: Surface,
): void {
  const at = moving ?? fixed;
  const plain = stampsOf(radius * scale, 0.75 * scale);
  const ringed = stampsOf(1.6 * radius * scale, 1.5 * scale);
  // Edges first, so that points that touch become one area; picked points last, so that no other hides them.
  for (const [isPicked, part] of [
    [0, 'edge'],
    [0, 'body'],
    [1, 'edge'],
    [1, 'body'],
  ] as const) {
    // Among very many points edges would hide more than they part.
    if (part === 'edge' && isPicked === 0 && words.length > mostEdges) continue;
    const stamps = isPicked === 1 ? ringed : plain;
    for (let point = 0; point < words.length; point++) {
      if ((picked[point] === 1 ? 1 : 0) !== isPicked) continue;
      const left = at[2 * point] ?? NaN;
      const top = at[2 * point + 1] ?? NaN;
      // Points beyond the plane that is shown, and NaN.
      if (!(left >= 0 && left <= 1 && top >= 0 && top <= 1)) continue;
      const x = box.x + left * box.width;
      const y = box.y + top * box.height;
      const shape = shapes?.[point] ?? 0;
      if (part === 'edge') stamps.drawEdge(surface, x, y, shape, edge);
      else stamps.drawBody(surface, x, y, shape, words[point] ?? 0);
    }
  }
}

/** Radii of the glow around a dot, in dots, and how strong each is. */
const glow = [
  [2, 0.1],
  [1.5, 0.18],
] as const;

function drawDots(
  { at, radius, table, glow: glows, outline, bad }: CellDots,
  values: Float32Array,
  scale: number,
  surface: Surface,
): void {
  for (let dot = 0; dot < values.length; dot++) {
    const x = (at[2 * dot] ?? 0) * scale;
    const y = (at[2 * dot + 1] ?? 0) * scale;
    const value = values[dot] ?? NaN;
    const word = wordOf(table, value);
    const size = radius * scale;
    if (word === undefined) {
      surface.ring(x, y, size - scale, size, bad, 1);
      continue;
    }
    if (glows) {
      const { low, high } = table;
      const share = low < 0 ? Math.abs(value) / high : (value - low) / (high - low);
      const strength = Math.min(1, Math.max(0, share));
      for (const [reach, alpha] of glow) surface.ring(x, y, -1, size * reach, word, alpha * strength);
    }
    surface.ring(x, y, -1, size, word, 1);
    // A neuron at rest is almost as pale as the page: its outline keeps it visible.
    surface.ring(x, y, size - scale, size, outline, 0.45);
  }
}
