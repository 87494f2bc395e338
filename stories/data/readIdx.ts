/** The numbers of an IDX file of unsigned bytes: a header of 4 bytes and 4 more a dimension, then the data. */
export function readIdx(bytes: Uint8Array): Uint8Array {
  const dimensions = bytes[3] ?? 0;
  return bytes.subarray(4 + 4 * dimensions);
}
