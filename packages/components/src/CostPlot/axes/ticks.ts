import { transformOf, type AxisScale, type Domain } from './scale.js';

/** Values to label on an axis, with at least `space` pixels between two. */
export function ticksOf(domain: Domain, scale: AxisScale, threshold: number, length: number, space: number): number[] {
  const most = Math.max(2, Math.floor(length / space));
  if (scale === 'linear') return linearTicks(domain, most);
  if (scale === 'log') return logTicks(domain, most);
  return symlogTicks(domain, threshold, most);
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function linearTicks([low, high]: Domain, most: number): number[] {
  const least = (high - low) / most;
  if (!(least > 0) || !Number.isFinite(least)) return [low];
  const power = 10 ** Math.floor(Math.log10(least));
  const distance = [1, 2, 5, 10].map((factor) => factor * power).find((found) => found >= least * 0.999) ?? 10 * power;
  const first = Math.ceil(low / distance - 1e-9);
  const count = Math.floor(high / distance + 1e-9) - first + 1;
  // A division, because 3 × 0.1 is not 0.3.
  const places = distance < 1 ? Math.round(1 / distance) : null;
  return Array.from({ length: Math.max(0, count) }, (_, at) =>
    places === null ? (first + at) * distance : (first + at) / places,
  );
}

/** Powers of ten, and 2 and 5 times them where there is room. */
function logTicks([low, high]: Domain, most: number): number[] {
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.ceil(Math.log10(high) - 1e-9);
  const decades = Math.log10(high / low);
  const factors = decades * 3 <= most ? [1, 2, 5] : decades * 2 <= most ? [1, 3] : [1];
  const stride = factors.length > 1 ? 1 : Math.max(1, Math.ceil(decades / most));
  const ticks: number[] = [];
  for (let power = Math.ceil(from / stride) * stride; power <= to; power += stride) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks.length > 0 ? ticks : linearTicks([low, high], most);
}

/** 0, and powers of ten on both sides of it, as far apart as there is room. */
function symlogTicks([low, high]: Domain, threshold: number, most: number): number[] {
  const { forward } = transformOf('symlog', threshold);
  const base = Math.round(Math.log10(threshold));
  const sides = [-low, high].map((size) => (size > 0 ? Math.floor(Math.log10(size) + 1e-9) : base - 1));
  const powers = Math.max(...sides) - base + 1;
  const stride = Math.max(1, Math.ceil((powers * (low < 0 ? 2 : 1)) / most));
  const positive = Array.from({ length: Math.max(0, Math.ceil(powers / stride)) }, (_, at) =>
    Number(`1e${base + at * stride}`),
  );
  const all = [...positive.map((tick) => -tick).reverse(), 0, ...positive].filter(
    (tick) => forward(tick) >= forward(low) - 1e-9 && forward(tick) <= forward(high) + 1e-9,
  );
  return all.length > 1 ? all : linearTicks([low, high], most);
}
