import type { PlotMark, PlotScene } from './scene.js';
import { projectionOf, traceLine, type PlotBox, type Projection } from './project.js';

/** Draws bands, lines and marks into a canvas whose pixels are `ratio` per CSS pixel; the box is in pixels of the canvas. */
export function paintScene(context: CanvasRenderingContext2D, scene: PlotScene, box: PlotBox, ratio: number): void {
  const to = projectionOf(scene, box);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top - 2 * ratio, box.width, box.height + 4 * ratio);
  context.clip();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { xs, lows, highs, color } of scene.bands) {
    const path = new Path2D();
    for (let at = 0; at < xs.length; at++) path.lineTo(to.x(xs[at]!), to.y(highs[at]!, 'left'));
    for (let at = xs.length - 1; at >= 0; at--) path.lineTo(to.x(xs[at]!), to.y(lows[at]!, 'left'));
    path.closePath();
    context.globalAlpha = 0.16;
    context.fillStyle = color;
    context.fill(path);
  }
  for (const { xs, ys, style, side } of scene.lines) {
    const path = new Path2D();
    traceLine(xs, ys, to.x, (y) => to.y(y, side), {
      move: (x, y) => path.moveTo(x, y),
      line: (x, y) => path.lineTo(x, y),
    });
    context.globalAlpha = style.opacity;
    context.strokeStyle = style.color;
    context.lineWidth = style.width * ratio;
    context.setLineDash(style.dash.map((length) => length * ratio));
    context.stroke(path);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.restore();
  for (const mark of scene.marks) paintMark(context, mark, box, to, ratio);
}

function paintMark(
  context: CanvasRenderingContext2D,
  mark: PlotMark,
  box: PlotBox,
  to: Projection,
  ratio: number,
): void {
  const shape = markShape(mark, box, to, ratio);
  context.save();
  context.strokeStyle = mark.color;
  context.fillStyle = mark.color;
  context.lineWidth = shape.width * ratio;
  context.setLineDash(shape.dash.map((length) => length * ratio));
  const path = new Path2D(shape.path);
  if (shape.isFilled) context.fill(path);
  else context.stroke(path);
  context.restore();
}

/** A mark as an SVG path, which canvas and export both draw. */
export interface MarkShape {
  readonly path: string;
  readonly isFilled: boolean;
  readonly width: number;
  readonly dash: readonly number[];
}

const thin = { isFilled: false, width: 1.5, dash: [] } as const;

export function markShape({ kind, x: value, y }: PlotMark, box: PlotBox, to: Projection, ratio: number): MarkShape {
  const x = to.x(value);
  const bottom = box.top + box.height;
  const place = y === undefined ? box.top : Math.min(bottom, Math.max(box.top, to.y(y, 'left')));
  const size = 4 * ratio;
  switch (kind) {
    case 'best':
      return { ...thin, path: circle(x, place, 4.5 * ratio) };
    case 'fork':
      return { ...thin, isFilled: true, path: circle(x, place, 3.5 * ratio) };
    case 'journal':
      return { ...thin, isFilled: true, path: `M${x} ${bottom - 2 * size}L${x - size} ${bottom}H${x + size}Z` };
    case 'diverged':
      return { ...thin, dash: [4, 3], path: `M${x} ${box.top}V${bottom}` };
    case 'notFinite':
      return { ...thin, path: cross(x, box.top + size + ratio, size * 0.8) };
    case 'above':
      return { ...thin, isFilled: true, path: `M${x} ${box.top}l${-size} ${1.5 * size}h${2 * size}Z` };
    case 'below':
      return { ...thin, isFilled: true, path: `M${x} ${bottom}l${-size} ${-1.5 * size}h${2 * size}Z` };
  }
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function cross(x: number, y: number, size: number): string {
  return `M${x - size} ${y - size}l${2 * size} ${2 * size}M${x - size} ${y + size}l${2 * size} ${-2 * size}`;
}
