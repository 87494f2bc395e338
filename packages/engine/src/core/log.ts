const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** Where the word with sign and exponent lies: 1 on little-endian machines. */
const upper = words[1] === 0 ? 0 : 1;

/**
 * ln x, at most 1 ulp off in float64. x = 2ᵏ·m with m in [√½, √2); with f = m − 1 and s = f/(2 + f),
 * ln(1 + f) = 2 artanh s = f − f²/2 + s·(f²/2 + R), R = 2s²(1/3 + s²/5 + s⁴/7 + …): as in Sun's fdlibm, but with the series itself.
 * −∞ at 0, NaN below 0, ∞ at ∞; denormals are right.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2⁵⁴ makes a denormal normal
    k = -54;
  }
  float[0] = x;
  const word = words[upper]!;
  k += (word >>> 20) - 1023;
  words[upper] = (word & 0xfffff) | 0x3ff00000;
  let m = float[0];
  if (m > 1.4142135623730951) {
    m /= 2;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const series =
    2 / 3 +
    z *
      (2 / 5 +
        z *
          (2 / 7 +
            z *
              (2 / 9 +
                z *
                  (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23))))))))));
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + z * series) + k * ln2Low) - f);
}

/** ln(1 + x) for x ≥ 0 without losing a small x: ln u + (x − (u − 1))/u with u = 1 + x as rounded. */
export function logOnePlus(x: number): number {
  const u = 1 + x;
  if (u === Infinity) return u;
  return log(u) + (x - (u - 1)) / u;
}
