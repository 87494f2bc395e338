import { blend, hatch, shownDisc, type Surface } from './surface.js';

/** Pixels whose centres are less than half a pixel farther than a distance from a point, each with its distance from it. Device pixels. */
function around(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  visit: (px: number, py: number, distance: number) => void,
): void {
  const left = Math.max(0, Math.ceil(x - radius - 1));
  const right = Math.min(surface.width - 1, Math.floor(x + radius));
  const top = Math.max(0, Math.ceil(y - radius - 1));
  const bottom = Math.min(surface.height - 1, Math.floor(y + radius));
  for (let py = top; py <= bottom; py++) {
    const dy = py + 0.5 - y;
    for (let px = left; px <= right; px++) {
      const dx = px + 0.5 - x;
      visit(px, py, Math.sqrt(dx * dx + dy * dy));
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** A filled disc. */
export function drawDisc(surface: Surface, x: number, y: number, radius: number, word: number): void {
  const shown = shownDisc(radius);
  surface.ring(x, y, -shown.radius, shown.radius, word, shown.strength);
}

/** A disc of stripes, for a value that is not finite. */
export function drawHatchedDisc(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  bad: readonly [number, number],
  scale: number,
): void {
  around(surface, x, y, radius, (px, py, distance) => {
    blend(surface, px, py, hatch(px, py, scale, bad), clamp(radius + 0.5 - distance));
  });
}

/** A ring from radius − thickness to radius. */
export function drawRing(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  thickness: number,
  word: number,
  strength = 1,
): void {
  surface.ring(x, y, radius - thickness, radius, word, strength);
}

/** Light around a disc that falls off to nothing at `reach`. `strength` is the opacity at the disc's edge. */
export function drawGlow(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  reach: number,
  word: number,
  strength: number,
): void {
  around(surface, x, y, reach, (px, py, distance) => {
    const left = clamp((reach - distance) / (reach - radius));
    blend(surface, px, py, word, strength * left * left);
  });
}
