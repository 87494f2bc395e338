import type { Drop } from '@neuroglow/engine/core';
import type { Recording } from './record.js';
import type { Watched } from './summarize.js';
import { alignedPoints, type Aligned } from './summary.js';

/** Stretches a drop to length 1 and takes one length before it and one after; NaN where the run has no such step. */
export function alignDrop(
  { steps, costs, probes, isZero }: Recording,
  { from, to }: Drop,
  hidden: readonly Watched[],
  events: readonly number[],
): Aligned {
  const last = steps.length - 1;
  const every = steps[1]! - steps[0]!;
  const stepAt = (i: number): number => from + (to - from) * ((i * 3) / (alignedPoints - 1) - 1);
  const inside = (step: number): boolean => step >= 0 && step <= steps[last]!;
  const sampleAt = (step: number): number => Math.round(step / every);
  const first = costs[sampleAt(from)]!;
  const fall = first - costs[sampleAt(to)]!;
  const points = Array.from({ length: alignedPoints }, (_, i) => stepAt(i));
  const cost = Float32Array.from(points, (step) => (inside(step) ? (costs[sampleAt(step)]! - first) / fall + 1 : NaN));
  const bins = Array.from({ length: alignedPoints - 1 }, (_, i) => [stepAt(i), stepAt(i + 1)] as const);
  const perBin = (of: (first: number, last: number) => number): Float32Array =>
    Float32Array.from(bins, ([a, b]) => (inside(a) && inside(b) ? of(sampleAt(a), sampleAt(b)) : NaN));
  const perLength = (alignedPoints - 1) / 3;
  return {
    cost,
    activation: perBin((a, b) => {
      let sum = 0;
      let pairs = 0;
      for (const { colours, neurons } of hidden) {
        for (let k = 0; k < probes * neurons; k++) {
          if (isZero[Math.floor(k / neurons)]) continue;
          sum += Math.abs(colours[b * probes * neurons + k]! - colours[a * probes * neurons + k]!);
          pairs++;
        }
      }
      return (sum / pairs) * perLength;
    }),
    bias: perBin((a, b) => {
      let sum = 0;
      let count = 0;
      for (const { biasColours, neurons } of hidden) {
        for (let j = 0; j < neurons; j++)
          sum += Math.abs(biasColours[b * neurons + j]! - biasColours[a * neurons + j]!);
        count += neurons;
      }
      return (sum / count) * perLength;
    }),
    events: Float32Array.from(bins, ([a, b]) =>
      inside(a) && inside(b) ? events.filter((step) => step > a && step <= b).length : NaN,
    ),
  };
}
