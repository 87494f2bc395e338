import { LEAST_CHANGE, LEAST_STEPS } from './noticeable.js';

/** A connection whose weight has changed noticeably. */
export interface ChangedConnection {
  readonly layer: number;
  /** Neuron of the layer before, and neuron of the layer. */
  readonly input: number;
  readonly neuron: number;
  /** |Δw| as a share of the layer's domain. */
  readonly share: number;
}

/** Most connections that are shown as changed; the largest changes win. */
const MOST_SHOWN = 80;

/** Weights, per layer, at a step of a run. */
export interface WeightsAt {
  readonly runId: string;
  readonly step: number;
  /** [l] row-major [inputs × neurons]; empty at l = 0. */
  readonly weights: readonly Float32Array[];
}

/**
 * Keeps weights of the last steps, and tells which have changed since. Frames are kept about every fifth of `LEAST_STEPS`, so that a comparison
 * spans `LEAST_STEPS` steps, or as many as lie between two frames where that is more.
 */
export class WeightHistory {
  #kept: WeightsAt[] = [];

  /** Takes the latest weights in; returns what they are compared with, or null while too little has been seen. */
  push(now: WeightsAt): WeightsAt | null {
    const latest = this.#kept.at(-1);
    if (latest && (latest.runId !== now.runId || now.step < latest.step)) this.#kept = [];
    if (latest?.step !== now.step && (!latest || now.step - latest.step >= LEAST_STEPS / 5)) this.#kept.push(now);
    // The oldest one needed is the last that lies far enough back.
    while ((this.#kept[1]?.step ?? Infinity) <= now.step - LEAST_STEPS) this.#kept.shift();
    const oldest = this.#kept[0];
    return oldest && oldest.step < now.step ? oldest : null;
  }
}

/** The connections whose weights differ by at least `LEAST_CHANGE` of their layer's domain, largest change first. */
export function changedConnections(
  now: WeightsAt,
  then: WeightsAt,
  counts: readonly number[],
  domains: readonly number[],
): ChangedConnection[] {
  const changed: ChangedConnection[] = [];
  now.weights.forEach((weights, layer) => {
    const before = then.weights[layer];
    const domain = domains[layer] ?? 0;
    const neurons = counts[layer] ?? 0;
    if (layer === 0 || before?.length !== weights.length || !(domain > 0)) return;
    const least = LEAST_CHANGE * domain;
    for (let at = 0; at < weights.length; at++) {
      const change = Math.abs(weights[at]! - before[at]!);
      if (!(change >= least && change < Infinity)) continue;
      changed.push({ layer, input: Math.floor(at / neurons), neuron: at % neurons, share: change / domain });
    }
  });
  return changed.sort((one, other) => other.share - one.share).slice(0, MOST_SHOWN);
}
