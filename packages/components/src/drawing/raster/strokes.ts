import type { InkStrip } from './ink.js';

/**
 * The way of every connection between two layers: at the edge before column k it has gone `share[k]` of the way across. Curved ways
 * leave and arrive along the layers' direction (3t² − 2t³). All connections of a strip share one way, so a curve costs hardly more
 * than a straight line.
 */
export interface Way {
  /** [columns + 1] */
  readonly share: Float32Array;
}

export function createWay(columns: number, curved: boolean): Way {
  const share = new Float32Array(columns + 1);
  for (let column = 0; column <= columns; column++) {
    const t = column / columns;
    share[column] = curved ? t * t * (3 - 2 * t) : t;
  }
  return { share };
}

/** Dashes of negative connections, in device pixels along the line. */
export interface Dash {
  readonly on: number;
  readonly period: number;
}

/** Columns that a curve is straight over: at this length its chord is a quarter of a pixel off at most. */
const SEGMENT = 8;

/**
 * Adds one connection's ink, `width` device pixels thick, from cross position `from` to `to`, anti-aliased by the distance of each
 * pixel's centre from the line. Thinner than a pixel is a pixel with less ink; such a line, where it is flat, takes two pixels a column
 * (Wu 1991). What lies outside of the strip is cut off: a neuron that zooming has moved out of sight keeps the direction of its lines.
 */
export function addStroke(
  ink: Float32Array,
  strip: InkStrip,
  way: Way,
  from: number,
  to: number,
  amount: number,
  width: number,
  dash: Dash | null,
): void {
  const { columns, rows, stride } = strip;
  const { share } = way;
  const reach = width > 1 ? width / 2 + 0.5 : 1;
  const strength = width < 1 ? amount * width : amount;
  const whole = to - from;
  let along = 0;
  let end = from;
  for (let first = 0; first < columns; first += SEGMENT) {
    const last = first + SEGMENT < columns ? first + SEGMENT : columns;
    const begin = end;
    end = from + whole * share[last]!;
    const slope = (end - begin) / (last - first);
    const stretch = Math.sqrt(1 + slope * slope);
    const flat = reach === 1 && stretch < 1.25;
    const spread = reach * stretch;
    const fall = strength / stretch;
    const peak = reach * strength;
    const full = strength * stretch;
    let center = begin + slope * 0.5 - 0.5;
    let base = first * stride;
    for (let column = first; column < last; column++, center += slope, base += stride) {
      if (dash !== null) {
        along += stretch;
        while (along >= dash.period) along -= dash.period;
        if (stretch > STEEP) {
          addSteepColumn(ink, base, rows, center, spread, peak, fall, strength, slope, along, dash);
          continue;
        }
        if (along > dash.on) continue;
      }
      if (center < -spread || center > rows - 1 + spread) continue;
      if (flat) {
        const row = Math.floor(center);
        if (row < 0 || row > rows - 2) continue;
        const low = (center - row) * full;
        ink[base + row]! += full - low;
        ink[base + row + 1]! += low;
        continue;
      }
      const start = center - spread;
      let row = start < 0 ? 0 : (start | 0) + 1;
      const middle = Math.min(Math.floor(center), rows - 1);
      const stop = center + spread < rows - 1 ? Math.floor(center + spread) : rows - 1;
      let cover = peak - (center - row) * fall;
      for (; row <= middle; row++, cover += fall) ink[base + row]! += cover < strength ? cover : strength;
      cover = peak - (row - center) * fall;
      for (; row <= stop; row++, cover -= fall) ink[base + row]! += cover < strength ? cover : strength;
    }
  }
}

/** From this length of line a column on, a dash begins and ends within the column. */
const STEEP = 1.8;

/** A column of a steep dashed line: how far along the line a pixel is depends on its row. */
function addSteepColumn(
  ink: Float32Array,
  base: number,
  rows: number,
  center: number,
  spread: number,
  peak: number,
  fall: number,
  strength: number,
  slope: number,
  along: number,
  { on, period }: Dash,
): void {
  const perRow = Math.sqrt(1 + 1 / (slope * slope)) * (slope < 0 ? -1 : 1);
  const stop = Math.min(rows - 1, Math.floor(center + spread));
  for (let row = Math.max(0, Math.ceil(center - spread)); row <= stop; row++) {
    const away = row - center;
    const at = (along + away * perRow) % period;
    if ((at < 0 ? at + period : at) > on) continue;
    const cover = peak - (away < 0 ? -away : away) * fall;
    ink[base + row]! += cover < strength ? cover : strength;
  }
}
