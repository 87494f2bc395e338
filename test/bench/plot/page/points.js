/** A noisy cost that falls: the value at a step. */
export function costAt(step) {
  const grain = (Math.imul(step, 2654435761) >>> 0) / 4294967296;
  return 0.05 + 1 / (1 + step / 5000) + 0.2 * grain;
}

/** Points 1 … count, and how to append. Room is kept, so that growing costs nobody a copy. */
export function makePoints(count) {
  const room = count + 4_000_000;
  const steps = new Float64Array(room);
  const values = new Float32Array(room);
  let length = 0;
  const append = (more) => {
    for (let at = length; at < length + more; at++) {
      steps[at] = at + 1;
      values[at] = costAt(at + 1);
    }
    length += more;
  };
  append(count);
  return {
    append,
    length: () => length,
    steps: () => steps.subarray(0, length),
    values: () => values.subarray(0, length),
  };
}
