import type { GraphGeometry } from '../layout/geometry.js';

/** Milliseconds that the light takes from one layer to the next. */
const PER_LAYER = 320;
/** Half the width of the band of light, as a share of the way from the first to the last layer. */
const REACH = 0.14;

/** How long the light is on its way through a network of so many layers, in milliseconds. */
export function pulseLength(layers: number): number {
  return PER_LAYER * Math.max(1, layers - 1);
}

/**
 * Draws one band of light that has come `share` of its way from the input to the output. It lights the ink of `picture` that it passes, so each
 * connection shines by its own opacity, |w·a|, and no number changes. It tells in which order a forward pass computes, not how long it takes.
 */
export function drawPulse(
  context: CanvasRenderingContext2D,
  picture: HTMLCanvasElement,
  geometry: GraphGeometry,
  color: string,
  share: number,
): void {
  const { width, height } = context.canvas;
  const isDown = geometry.orientation === 'top-bottom';
  const scale = isDown ? height / geometry.height : width / geometry.width;
  const from = geometry.layers[0]?.main ?? 0;
  const to = geometry.layers.at(-1)?.main ?? 0;
  const reach = REACH * (to - from);
  const middle = (from - reach + (to - from + 2 * reach) * share) * scale;
  const half = reach * scale;
  const light = isDown
    ? context.createLinearGradient(0, middle - half, 0, middle + half)
    : context.createLinearGradient(middle - half, 0, middle + half, 0);
  const clear = color.replace('rgb(', 'rgba(').replace(')', ', 0)');
  light.addColorStop(0, clear);
  light.addColorStop(0.5, color);
  light.addColorStop(1, clear);
  context.fillStyle = light;
  if (isDown) context.fillRect(0, middle - half, width, 2 * half);
  else context.fillRect(middle - half, 0, 2 * half, height);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(picture, 0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}
