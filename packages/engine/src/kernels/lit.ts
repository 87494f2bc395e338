/** The bits of float32 numbers. */
export function bitsOf(values: Float32Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

/** 1 where a number of those bits is not 0 (of either sign), else 0; without a branch, which most pictures make unpredictable. */
export function isLit(bits: number): number {
  const size = bits & 0x7fffffff;
  return (size | -size) >>> 31;
}

/** How many numbers are not 0. */
export function countLit(values: Float32Array): number {
  const bits = bitsOf(values);
  let lit = 0;
  for (let k = 0; k < bits.length; k++) lit += isLit(bits[k]!);
  return lit;
}
