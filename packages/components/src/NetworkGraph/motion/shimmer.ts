import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { ChangedConnection } from './weightChanges.js';

/** A change of this share of the domain, or more, is as bright as it gets. */
const BRIGHTEST = 0.1;
/** Milliseconds from bright to dim and back. */
const PERIOD = 420;

/** Draws a thin flickering line over each connection whose weight has changed; `strength` fades all of them. */
export function drawShimmer(
  context: CanvasRenderingContext2D,
  geometry: GraphGeometry,
  changed: readonly ChangedConnection[],
  color: string,
  now: number,
  strength: number,
): void {
  const scale = context.canvas.width / geometry.width;
  const isDown = geometry.orientation === 'top-bottom';
  context.strokeStyle = color;
  context.lineWidth = scale;
  changed.forEach(({ layer, input, neuron, share }, index) => {
    const before = geometry.layers[layer - 1];
    const here = geometry.layers[layer];
    const start = crossOf(before, input);
    const end = crossOf(here, neuron);
    if (!before || !here || start === null || end === null) return;
    // Each flickers in its own time, so that the picture as a whole does not blink.
    const flicker = 0.65 + 0.35 * Math.sin((2 * Math.PI * now) / PERIOD + index * 2.4);
    context.globalAlpha = strength * flicker * Math.min(1, 0.25 + share / BRIGHTEST);
    const from = (before.main + before.reach) * scale;
    const to = (here.main - here.reach) * scale;
    const third = (to - from) / 3;
    const [a, b] = [start * scale, end * scale];
    context.beginPath();
    if (isDown) {
      context.moveTo(a, from);
      context.bezierCurveTo(a, from + third, b, to - third, b, to);
    } else {
      context.moveTo(from, a);
      context.bezierCurveTo(from + third, a, to - third, b, to, b);
    }
    context.stroke();
  });
  context.globalAlpha = 1;
}

/** Where a neuron stands along its layer; null where it has no place. Places are ascending by neuron. */
function crossOf(layer: LayerGeometry | undefined, neuron: number): number | null {
  if (!layer) return null;
  const { neurons, cross } = layer;
  let low = 0;
  let high = neurons.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = neurons[middle]!;
    if (found === neuron) return cross[middle]!;
    if (found < neuron) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
