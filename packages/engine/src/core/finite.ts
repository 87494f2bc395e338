/** Whether all numbers are finite: x·0 is 0 for those, and else NaN. */
export function areFinite(values: Float32Array): boolean {
  let zeros = 0;
  for (let k = 0; k < values.length; k++) zeros += values[k]! * 0;
  return zeros === 0;
}
