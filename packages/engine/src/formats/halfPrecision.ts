/** The bits of the float16 (IEEE 754 binary16) nearest to a number; ties go to the even one. Beyond ±65,504 (rounded): ±∞. */
export function float16Bits(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = Object.is(value, -0) || value < 0 ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  // Halfway between the largest float16 and the next power of two.
  if (magnitude >= 65_520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundToEven(magnitude * 2 ** 24);
  const exponent = exponentOf(magnitude);
  // A fraction that rounds up to 2,048 carries into the exponent, which is what it should do.
  return sign | (((exponent + 14) << 10) + roundToEven(magnitude * 2 ** (10 - exponent)));
}

/** The number that 16 bits stand for as a float16. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

const word = new DataView(new ArrayBuffer(4));

/** The number that 16 bits stand for as a bfloat16: the upper half of a float32. Exact. */
export function fromBfloat16Bits(bits: number): number {
  word.setUint32(0, bits * 0x1_0000);
  return word.getFloat32(0);
}

/** ⌊log₂ x⌋ of a normal number, exactly. */
function exponentOf(x: number): number {
  const exponent = Math.floor(Math.log2(x));
  // log2 may round up to the next integer.
  return 2 ** exponent > x ? exponent - 1 : 2 ** (exponent + 1) <= x ? exponent + 1 : exponent;
}

/** Nearest integer, ties to even. Exact here, because scaling by a power of two loses no bits. */
function roundToEven(x: number): number {
  const low = Math.floor(x);
  const rest = x - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}
