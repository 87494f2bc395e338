import { findDrops, NeuroglowError, type Drop } from '@neuroglow/engine';
import type { Domain } from '../shared/domain.js';
import type { LearningTraceValues, TraceCrossing } from './types.js';

/** A checked run. */
export interface Trace {
  readonly steps: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
  readonly rows: readonly TraceLine[];
  readonly drops: readonly Drop[];
  readonly domain: Domain;
}

/** One neuron's row, its biases as colours. */
export interface TraceLine {
  readonly layer: number;
  readonly neuron: number;
  readonly isOutput: boolean;
  readonly activations: ArrayLike<number>;
  /** σ(b) */
  readonly biasColors: Float32Array;
  readonly crossings: readonly TraceCrossing[];
}

/** σ(b): how nn.h's gym colours a bias. */
export const sigmoidOf = (b: number): number => 1 / (1 + Math.exp(-b));

/**
 * Checks values and finds what they leave out.
 * @throws `invalid-input`
 */
export function traceOf(values: LearningTraceValues): Trace {
  const { steps, costs, rows, domain = [0, 1] } = values;
  checkLength(costs, 'costs', steps.length);
  for (let i = 1; i < steps.length; i++) {
    if (steps[i]! > steps[i - 1]!) continue;
    throw invalid(`expected the steps to ascend, got ${steps[i]} after ${steps[i - 1]}; sort them`);
  }
  if (!(domain[0] < domain[1]))
    throw invalid(`expected a domain [low, high], got [${domain.join(', ')}]; give low < high`);
  const lastLayer = rows.reduce((last, { layer }) => Math.max(last, layer), 0);
  return {
    steps,
    costs,
    rows: rows.map(({ layer, neuron, activations, biases, crossings = [] }, i) => {
      checkLength(activations, `activations of row ${i}`, steps.length);
      checkLength(biases, `biases of row ${i}`, steps.length);
      const biasColors = Float32Array.from(biases, sigmoidOf);
      return { layer, neuron, isOutput: layer === lastLayer, activations, biasColors, crossings };
    }),
    drops: values.drops ?? dropsOf(steps, costs),
    domain,
  };
}

/** Costs that are not finite are left out: a run that diverges has such. */
export function dropsOf(steps: ArrayLike<number>, costs: ArrayLike<number>, finished = true): readonly Drop[] {
  const kept = Array.from(steps, (_, i) => i).filter((i) => Number.isFinite(costs[i]));
  return findDrops(
    kept.map((i) => steps[i]!),
    kept.map((i) => costs[i]!),
    { finished },
  );
}

function checkLength(values: ArrayLike<number>, name: string, length: number): void {
  if (values.length === length) return;
  throw invalid(`expected ${length} ${name}, one per step, got ${values.length}; give all arrays the same length`);
}

function invalid(sentence: string): NeuroglowError {
  return new NeuroglowError('invalid-input', `learning trace: ${sentence}.`);
}

/** The index of the recorded step nearest to a step. −1 if there is none. */
export function nearestIndex(steps: ArrayLike<number>, step: number): number {
  let low = 0;
  let high = steps.length - 1;
  if (high < 0) return -1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle;
  }
  return Math.abs(steps[high]! - step) < Math.abs(steps[low]! - step) ? high : low;
}
