import type { ScalarsFrame } from '@neuroglow/engine';
import type { StepDomain } from '../shared/stepAxis/stepAxis.js';

/** The box that the path is drawn in; it is stretched to the track. */
export const curveBox = { width: 1000, height: 100 } as const;
/** What is left free above and below, so that a line at an end is not cut. */
const MARGIN = 6;

/** A curve in miniature: the line, and the area between it and the ground. */
export interface CurvePath {
  readonly line: string;
  readonly area: string;
}

/**
 * The cost over the steps of a track: of training if the source has it, otherwise the first series. Logarithmic as long as all costs are
 * positive, so that late falls can be seen too. A cost that is not finite leaves a gap. null if there is nothing to draw.
 */
export function curvePath({ series }: ScalarsFrame, [from, to]: StepDomain): CurvePath | null {
  const drawn = series.find(({ role }) => role === 'training') ?? series[0];
  if (!drawn) return null;
  const values = Array.from(drawn.values);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const isPositive = finite.every((value) => value > 0);
  const heightOf = isPositive ? Math.log : (value: number): number => value;
  const low = finite.reduce((least, value) => Math.min(least, heightOf(value)), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, heightOf(value)), -Infinity);
  const x = (at: number): number => round((((drawn.steps[at] ?? 0) - from) / (to - from)) * curveBox.width);
  const room = curveBox.height - 2 * MARGIN;
  const y = (value: number): number =>
    round(MARGIN + (high > low ? ((high - heightOf(value)) / (high - low)) * room : room / 2));
  const stretches: string[][] = [];
  let stretch: string[] = [];
  const areas: string[] = [];
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) {
      stretch = [];
      return;
    }
    if (stretch.length === 0) stretches.push(stretch);
    stretch.push(`${x(at)},${y(value)}`);
  });
  for (const points of stretches) {
    const [left] = points[0]!.split(',');
    const [right] = points.at(-1)!.split(',');
    areas.push(`M${left},${curveBox.height}L${points.join(' ')} ${right},${curveBox.height}Z`);
  }
  return { line: stretches.map((points) => `M${points.join(' ')}`).join(''), area: areas.join('') };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
