// Elementary functions to hundreds of digits, in fixed point with whole numbers: the truth that floats are measured by.

const bits = 1200n;
const one = 1n << bits;

/** A float as fixed point, exactly (down to the least denormal). */
export function fixed(x: number): bigint {
  const words = new DataView(new ArrayBuffer(8));
  words.setFloat64(0, x);
  const raw = words.getBigUint64(0);
  const exponent = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = exponent === 0n ? fraction : fraction | 0x10000000000000n;
  const shift = bits + (exponent === 0n ? -1074n : exponent - 1075n);
  const magnitude = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return x < 0 ? -magnitude : magnitude;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;
const divided = (a: bigint, b: bigint): bigint => (a << bits) / b;

/** Σ of a Taylor series whose k-th term follows from the one before. */
function series(first: bigint, next: (term: bigint, k: bigint) => bigint): bigint {
  let sum = 0n;
  let term = first;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    sum += term;
    term = next(term, k);
  }
  return sum;
}

export function expOf(x: bigint): bigint {
  const halvings = 20n;
  const small = x >> halvings;
  let y = series(one, (term, k) => times(term, small) / k);
  for (let i = 0n; i < halvings; i++) y = times(y, y);
  return y;
}

/** From a float that is nearly right: ln x = y + ln(1 + e) with e = x·e⁻ʸ − 1 tiny. */
export function logOf(x: bigint, nearly: number): bigint {
  const y = fixed(nearly);
  const e = times(x, expOf(-y)) - one;
  const e2 = times(e, e);
  return y + e - e2 / 2n + times(e2, e) / 3n - times(e2, e2) / 4n;
}

const arctangentOfInverse = (n: bigint): bigint => {
  let power = one / n;
  let sum = 0n;
  for (let k = 0n; power !== 0n; k++) {
    sum += (k % 2n === 0n ? power : -power) / (2n * k + 1n);
    power /= n * n;
  }
  return sum;
};

/** Machin 1706. */
const twoPi = 2n * (16n * arctangentOfInverse(5n) - 4n * arctangentOfInverse(239n));

export function sinOf(x: bigint): bigint {
  const y = x % twoPi;
  const square = times(y, y);
  return series(y, (term, k) => -times(term, square) / (2n * k * (2n * k + 1n)));
}

export function cosOf(x: bigint): bigint {
  const y = x % twoPi;
  const square = times(y, y);
  return series(one, (term, k) => -times(term, square) / ((2n * k - 1n) * 2n * k));
}

export function tanhOf(x: bigint): bigint {
  const e = expOf(2n * x);
  return divided(e - one, e + one);
}

export function sigmoidOf(x: bigint): bigint {
  return divided(one, one + expOf(-x));
}

/** By how many units in its last place `actual` is off; `mantissa` 53 for float64, 24 for float32. */
export function ulpsOff(actual: number, truth: bigint, mantissa: 53 | 24 = 53): number {
  const magnitude = truth < 0n ? -truth : truth;
  const length = BigInt(magnitude.toString(2).length);
  const least = mantissa === 53 ? bits - 1074n : bits - 149n;
  const unit = length - BigInt(mantissa) > least ? length - BigInt(mantissa) : least;
  const off = fixed(actual) - truth;
  return Number(((off < 0n ? -off : off) * 1000n) >> unit) / 1000;
}
