import { createGenerator } from '@neuroglow/engine/core';
import type { LabelledImages } from './labelledImages.js';

/** Holds a part of the rows out, drawn by a seeded shuffle: the same seed, the same rows. */
export function splitImages(
  all: LabelledImages,
  { holdOut, seed }: { holdOut: number; seed: number },
): { training: LabelledImages; validation: LabelledImages } {
  const order = shuffled(all.rows, seed);
  const held = Math.round(all.rows * holdOut);
  return { training: pick(all, order.slice(held)), validation: pick(all, order.slice(0, held)) };
}

function pick(all: LabelledImages, rows: readonly number[]): LabelledImages {
  const part = (values: Float32Array): Float32Array => {
    const width = values.length / all.rows;
    const chosen = new Float32Array(rows.length * width);
    rows.forEach((row, i) => chosen.set(values.subarray(row * width, (row + 1) * width), i * width));
    return chosen;
  };
  return {
    inputs: part(all.inputs),
    targets: part(all.targets),
    rows: rows.length,
    classNames: all.classNames,
    labels: Uint8Array.from(rows, (row) => all.labels[row]!),
  };
}

/** The row numbers in an order drawn with the seed (Fisher–Yates). */
function shuffled(rows: number, seed: number): number[] {
  const generator = createGenerator(seed);
  const order = Array.from({ length: rows }, (_, row) => row);
  for (let i = rows - 1; i > 0; i--) {
    const j = generator.bounded(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
