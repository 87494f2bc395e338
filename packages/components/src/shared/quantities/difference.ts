/** now − before, number by number; null where the arrays do not match. */
export function difference(now: Float32Array | undefined, before: Float32Array | undefined): Float32Array | null {
  if (!now || now.length !== before?.length) return null;
  return now.map((value, at) => value - before[at]!);
}
