import { isShown, transformOf, type AxisScale, type Domain } from './scale.js';

/** Points, ascending, whose values decide the domain of an axis. */
export type Ordinates = ArrayLike<number>;

/** Stretches whose extremes are compared with their neighbours'. */
const stretches = 96;
/** Stretches on each side that decide whether an extreme is a spike: one that fewer than half of them share. */
const reach = 2;
/** How far beyond the rest, in heights of the rest, a spike may reach and still be shown whole. */
const tolerance = 0.5;

/**
 * The domain of values. `robust`: an axis leaves out spikes, which are extremes that no neighbouring stretch of points shares and that would
 * take more than a third of its height. First and last values are never spikes, nor is a curve that falls fast. null if there is nothing to show.
 */
export function valueDomain(
  curves: readonly Ordinates[],
  scale: AxisScale,
  threshold: number,
  robust: boolean,
): Domain | null {
  const { forward, inverse } = transformOf(scale, threshold);
  let [low, high] = [Infinity, -Infinity];
  let [calmLow, calmHigh] = [Infinity, -Infinity];
  for (const values of curves) {
    const extent = extentOf(values, scale);
    if (!extent) continue;
    low = Math.min(low, extent.low);
    high = Math.max(high, extent.high);
    calmLow = Math.min(calmLow, extent.calmLow);
    calmHigh = Math.max(calmHigh, extent.calmHigh);
  }
  if (!(low <= high)) return null;
  let [bottom, top] = [low, high].map(forward) as [number, number];
  if (robust) {
    const [from, to] = [forward(calmLow), forward(calmHigh)];
    const slack = (to - from) * tolerance;
    if (slack > 0 && bottom < from - slack) bottom = from - slack / 5;
    if (slack > 0 && top > to + slack) top = to + slack / 5;
  }
  return padded([inverse(bottom), inverse(top)], scale, forward, inverse);
}

interface Extent {
  readonly low: number;
  readonly high: number;
  /** Without spikes. */
  readonly calmLow: number;
  readonly calmHigh: number;
}

function extentOf(values: Ordinates, scale: AxisScale): Extent | null {
  const { length } = values;
  const width = Math.max(1, Math.ceil(length / stretches));
  const lows: number[] = [];
  const highs: number[] = [];
  let [first, last] = [NaN, NaN];
  for (let from = 0; from < length; from += width) {
    let [low, high] = [Infinity, -Infinity];
    for (let at = from; at < Math.min(length, from + width); at++) {
      const value = values[at]!;
      if (!isShown(value, scale)) continue;
      if (Number.isNaN(first)) first = value;
      last = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low > high) continue;
    lows.push(low);
    highs.push(high);
  }
  if (lows.length === 0) return null;
  const ends = [first, last];
  return {
    low: Math.min(...lows),
    high: Math.max(...highs),
    calmLow: Math.min(...ends, ...medians(lows)),
    calmHigh: Math.max(...ends, ...medians(highs)),
  };
}

/** Each value's median with its neighbours. */
function medians(values: readonly number[]): number[] {
  return values.map((_, at) => {
    const near = values.slice(Math.max(0, at - reach), at + reach + 1).sort((one, other) => one - other);
    return near[near.length >> 1]!;
  });
}

/** A linear axis starts at 0 unless a value is below; each has a little room beyond its extremes. */
function padded(
  [low, high]: Domain,
  scale: AxisScale,
  forward: (value: number) => number,
  inverse: (place: number) => number,
): Domain {
  if (scale === 'linear') {
    const bottom = Math.min(0, low);
    return high > bottom ? [bottom, high + (high - bottom) * 0.04] : [bottom, bottom + 1];
  }
  if (scale === 'symlog' && low >= 0) {
    const top = forward(high);
    return [0, top > 0 ? inverse(top * 1.04) : 1];
  }
  const [bottom, top] = [forward(low), forward(high)];
  const room = Math.max((top - bottom) * 0.05, 0.02);
  return [inverse(bottom - room), inverse(top + room)];
}
