// The data of the seven workloads, the same in every process: tables, drawn shapes, and the handwritten digits of the stories.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const side = 28;

/** The whole truth table of xor. */
export function xorTable() {
  return table(4, 2, 1, (row) => [[row >> 1, row & 1], [(row >> 1) ^ (row & 1)]]);
}

/** All sums of two 5-bit numbers; on overflow every bit is set, as in nn.h. */
export function adderTable() {
  const bits = (value, count) => Array.from({ length: count }, (_, i) => (value >> i) & 1);
  return table(1024, 10, 6, (row) => {
    const [a, b] = [row >> 5, row & 31];
    return [[...bits(a, 5), ...bits(b, 5)], a + b > 31 ? [1, 1, 1, 1, 1, 1] : bits(a + b, 6)];
  });
}

/** Two pictures as samples: x, y and which of them → grey. */
export function pictureSamples() {
  const { inputs } = digits();
  const pixels = side * side;
  return table(2 * pixels, 3, 1, (row) => {
    const [which, at] = [Math.floor(row / pixels), row % pixels];
    return [[(at % side) / (side - 1), Math.floor(at / side) / (side - 1), which], [inputs[which * pixels + at]]];
  });
}

/** Circles and rectangles of 28 × 28, filled, their edges smoothed. */
export function shapes() {
  const random = generator(1);
  return table(1200, side * side, 2, (row) => {
    const round = row % 2 === 0;
    const [x, y] = [8 + random() * 12, 8 + random() * 12];
    const [w, h] = [3 + random() * 4, 3 + random() * 4];
    const inside = (px, py) =>
      round ? w - Math.hypot(px - x, py - y) : Math.min(w - Math.abs(px - x), h - Math.abs(py - y));
    const pixels = Array.from({ length: side * side }, (_, at) =>
      Math.min(1, Math.max(0, inside(at % side, Math.floor(at / side)) + 0.5)),
    );
    return [pixels, round ? [1, 0] : [0, 1]];
  });
}

/**
 * 1,797 real digits (UCI optdigits), drawn as 20 × 20 in the middle of 28 × 28, as MNIST has them. Theirs are counts of ink in
 * 8 × 8 blocks of a black and white scan: interpolated, and made black and white again but for a smooth edge at half ink.
 */
export function digits() {
  const file = new URL('../../../stories/data/digits/digits.csv.gz', import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return table(lines.length, side * side, 10, (row) => {
    const numbers = lines[row].split(',').map(Number);
    const label = numbers.pop();
    return [enlarge(numbers.map((value) => value / 16)), Array.from({ length: 10 }, (_, j) => Number(j === label))];
  });
}

/** 8 × 8 to 20 × 20 by bilinear interpolation, with 4 dark pixels around. */
function enlarge(small) {
  const large = new Array(side * side).fill(0);
  for (let y = 0; y < 20; y++) {
    for (let x = 0; x < 20; x++) {
      const [u, v] = [(x * 7) / 19, (y * 7) / 19];
      const [i, j] = [Math.min(6, Math.floor(u)), Math.min(6, Math.floor(v))];
      const [s, t] = [u - i, v - j];
      const at = (dx, dy) => small[(j + dy) * 8 + i + dx];
      large[(y + 4) * side + x + 4] = sharpen(
        (at(0, 0) * (1 - s) + at(1, 0) * s) * (1 - t) + (at(0, 1) * (1 - s) + at(1, 1) * s) * t,
      );
    }
  }
  return large;
}

const sharpen = (ink) => Math.min(1, Math.max(0, 0.5 + 4 * (ink - 0.5)));

function table(rows, inputs, targets, make) {
  const data = { rows, inputs: new Float32Array(rows * inputs), targets: new Float32Array(rows * targets) };
  for (let row = 0; row < rows; row++) {
    const [x, y] = make(row);
    data.inputs.set(x, row * inputs);
    data.targets.set(y, row * targets);
  }
  return data;
}

/** mulberry32 */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
