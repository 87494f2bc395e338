import { positionOfStep, type StepDomain } from '../shared/stepAxis/stepAxis.js';
import { nearestIndex, type Trace } from './trace.js';

/** CSS pixels. */
export interface Box {
  readonly top: number;
  readonly height: number;
}

/** Where everything lies; all panels begin at `left` and are `width` wide, so that a step has one position in all of them. */
export interface Layout {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly cost: Box;
  readonly activations: Box;
  readonly biases: Box;
  readonly rowHeight: number;
  /** Where the axis's numbers stand. */
  readonly axis: number;
}

const title = 22;
const gap = 10;
const costHeight = 96;
const axisHeight = 34;
const right = 8;

/** Lays out three panels of so many rows in a width. Whole pixels, so that rows stay sharp. */
export function layoutOf(width: number, rows: number): Layout {
  const left = 52;
  const rowHeight = rows <= 8 ? 18 : rows <= 16 ? 14 : 10;
  const panel = rows * rowHeight;
  const cost = { top: title, height: costHeight };
  const activations = { top: cost.top + cost.height + gap + title, height: panel };
  const biases = { top: activations.top + panel + gap + title, height: panel };
  const axis = biases.top + panel;
  return {
    left,
    width: Math.max(1, Math.floor(width) - left - right),
    height: axis + axisHeight,
    cost,
    activations,
    biases,
    rowHeight,
    axis,
  };
}

/** The cost as an SVG path: per pixel column its first, least, largest and last value, so that no spike is lost. */
export function costPath(
  { steps, costs }: Trace,
  domain: StepDomain,
  { width, cost }: Layout,
  [low, high]: readonly [number, number],
): string {
  const y = (value: number): number =>
    cost.top + cost.height - (high > low ? (value - low) / (high - low) : 0.5) * cost.height;
  const parts: string[] = [];
  let column = NaN;
  let inside: number[] = [];
  const flush = (): void => {
    if (inside.length === 0) return;
    const kept = inside.length <= 4 ? inside : [inside[0]!, Math.min(...inside), Math.max(...inside), inside.at(-1)!];
    for (const value of kept)
      parts.push(`${parts.length === 0 ? 'M' : 'L'}${column.toFixed(1)} ${y(value).toFixed(1)}`);
    inside = [];
  };
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    if (!Number.isFinite(costs[i]) || step < domain[0] || step > domain[1]) continue;
    const at = Math.round(positionOfStep(domain, width, step) * 2) / 2;
    if (at !== column) flush();
    column = at;
    inside.push(costs[i]!);
  }
  flush();
  return parts.join('');
}

/** The least and the largest finite cost within the steps shown; from 0 where no cost is negative. */
export function costRange({ steps, costs }: Trace, [from, to]: StepDomain): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (let i = 0; i < steps.length; i++) {
    const cost = costs[i]!;
    if (!Number.isFinite(cost) || steps[i]! < from || steps[i]! > to) continue;
    low = Math.min(low, cost);
    high = Math.max(high, cost);
  }
  return [low, high];
}

/** For each device column of a panel the index of the recorded step nearest to it: values are shown as recorded, never between two. */
export function columnsOf({ steps }: Trace, [from, to]: StepDomain, columns: number): Int32Array {
  const last = steps[steps.length - 1] ?? -Infinity;
  return Int32Array.from({ length: columns }, (_, x) => {
    const step = from + ((x + 0.5) / columns) * (to - from);
    // Half a column beyond the last step at most: what has not happened stays empty.
    return step > last + (to - from) / columns ? -1 : nearestIndex(steps, step);
  });
}
