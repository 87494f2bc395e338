import { transformOf } from '../axes/scale.js';
import type { PlotAxis, PlotScene } from './scene.js';

/** Where curves are drawn, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Values to pixels. */
export interface Projection {
  readonly x: (value: number) => number;
  readonly y: (value: number, side: 'left' | 'right') => number;
}

export function projectionOf({ x, left, right }: PlotScene, box: PlotBox): Projection {
  const toX = along(x, box.left, box.width);
  const toLeft = along(left, box.top + box.height, -box.height);
  const toRight = right ? along(right, box.top + box.height, -box.height) : toLeft;
  return { x: toX, y: (value, side) => (side === 'left' ? toLeft : toRight)(value) };
}

function along({ scale, threshold, domain }: PlotAxis, start: number, length: number): (value: number) => number {
  const { forward } = transformOf(scale, threshold);
  const from = forward(domain[0]);
  const factor = length / (forward(domain[1]) - from);
  return (value) => start + (forward(value) - from) * factor;
}

/** Where a line's pen goes. A point between two gaps is a line of no length, which a round end makes visible. */
export interface Pen {
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
}

export function traceLine(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  toX: (value: number) => number,
  toY: (value: number) => number,
  pen: Pen,
): void {
  let isDown = false;
  for (let at = 0; at < ys.length; at++) {
    const y = ys[at]!;
    if (Number.isNaN(y)) {
      isDown = false;
      continue;
    }
    const [px, py] = [toX(xs[at]!), toY(y)];
    if (isDown) pen.line(px, py);
    else {
      pen.move(px, py);
      if (at + 1 >= ys.length || Number.isNaN(ys[at + 1]!)) pen.line(px + 0.01, py);
    }
    isDown = true;
  }
}
