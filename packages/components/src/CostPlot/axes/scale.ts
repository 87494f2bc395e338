/** How an axis spaces its values. */
export type AxisScale = 'linear' | 'log' | 'symlog';

export const axisScales: readonly AxisScale[] = ['linear', 'log', 'symlog'];

/** The values at both ends of an axis. */
export type Domain = readonly [low: number, high: number];

/** An axis's spacing as a function that rises. */
export interface AxisTransform {
  readonly forward: (value: number) => number;
  readonly inverse: (place: number) => number;
}

/**
 * linear: t = v · log: t = log₁₀ v, of positive values alone · symlog: t = sign(v) · log₁₀(1 + |v| / c), which is linear around 0, up to
 * about c, and logarithmic beyond.
 */
export function transformOf(scale: AxisScale, threshold: number): AxisTransform {
  switch (scale) {
    case 'linear':
      return { forward: (value) => value, inverse: (place) => place };
    case 'log':
      return { forward: Math.log10, inverse: (place) => 10 ** place };
    case 'symlog':
      return {
        forward: (value) => (Math.sign(value) * Math.log1p(Math.abs(value) / threshold)) / Math.LN10,
        inverse: (place) => Math.sign(place) * threshold * Math.expm1(Math.abs(place) * Math.LN10),
      };
  }
}

/** Whether an axis has a place for a value. */
export function isShown(value: number, scale: AxisScale): boolean {
  return Number.isFinite(value) && (scale !== 'log' || value > 0);
}

/** Where a value lies along an axis of that length, from its low end. */
export function placeOf(value: number, [low, high]: Domain, length: number, { forward }: AxisTransform): number {
  const [from, to] = [forward(low), forward(high)];
  return ((forward(value) - from) / (to - from)) * length;
}

/** The value at a place: the inverse of `placeOf`. */
export function valueAtPlace(place: number, [low, high]: Domain, length: number, transform: AxisTransform): number {
  const [from, to] = [transform.forward(low), transform.forward(high)];
  return transform.inverse(from + (place / length) * (to - from));
}

/**
 * Where a symlog axis goes from linear to logarithmic: the power of ten below nearly all absolute values other than 0, at most six decades below the
 * largest.
 */
export function symlogThreshold(values: Iterable<number>): number {
  const sizes = [...values].map(Math.abs).filter((size) => size > 0 && Number.isFinite(size));
  if (sizes.length === 0) return 1;
  sizes.sort((one, other) => one - other);
  const small = sizes[Math.floor(sizes.length * 0.02)]!;
  const large = sizes[sizes.length - 1]!;
  return 10 ** Math.floor(Math.log10(Math.max(small, large / 1e6)));
}
