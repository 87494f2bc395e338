import { findDrops, loadKernels, type Drop } from '@neuroglow/engine/core';
import { cases, dataOf } from './cases.js';
import { record } from './record.js';
import { summarize } from './summarize.js';

/** One run, thinned to be drawn. */
export interface Example {
  readonly name: string;
  readonly seed: number;
  readonly activation: string;
  readonly steps: readonly number[];
  readonly costs: readonly number[];
  readonly drops: readonly Drop[];
  /** The probe's inputs. */
  readonly probe: readonly number[];
  readonly rows: readonly {
    readonly layer: number;
    readonly neuron: number;
    /** Activation for the probe and bias, one per step. */
    readonly activations: readonly number[];
    readonly biases: readonly number[];
    /** Crossings of the threshold that were confirmed. */
    readonly crossings: readonly { readonly step: number; readonly confirmedAt: number; readonly fires: boolean }[];
  }[];
}

/** Most steps of an example. */
const columns = 300;
/** Runs of which the first steps are shown: after that little happens. Drops are those of the whole run. */
const shown: readonly (readonly [name: string, seed: number, probe: number, until: number])[] = [
  ['xor 2-2-1', 1, 3, 1_500],
  ['xor 2-4-1', 1, 3, 1_500],
];

export async function exampleOf(root: string): Promise<Example[]> {
  await loadKernels();
  const examples: Example[] = [];
  for (const [name, seed, probe, until] of shown) {
    const study = cases.find((one) => one.name === name)!;
    const recording = record(study, await dataOf(study.data, root), seed);
    const { steps, costs, layers, evaluation, probes } = recording;
    const kept = Array.from({ length: columns }, (_, i) => Math.round((i * until) / (columns - 1) / study.every));
    const { switches } = summarize(study, recording, seed);
    examples.push({
      name,
      seed,
      activation: layers[0]!.activation,
      steps: kept.map((i) => steps[i]!),
      costs: kept.map((i) => costs[i]!),
      drops: findDrops(steps, costs, { window: 5 }).filter(({ to }) => to <= until),
      probe: Array.from(evaluation.inputs.subarray(probe * 2, probe * 2 + 2)),
      rows: layers.flatMap(({ neurons, a, biases }, l) =>
        Array.from({ length: neurons }, (_, neuron) => ({
          layer: l + 1,
          neuron,
          activations: kept.map((i) => a[(i * probes + probe) * neurons + neuron]!),
          biases: kept.map((i) => biases[i * neurons + neuron]!),
          crossings: switches
            .filter(({ layer, signal, step }) => layer === l && signal === probe * neurons + neuron && step <= until)
            .map(({ step, confirmedAt, fires }) => ({ step, confirmedAt, fires })),
        })),
      ),
    });
  }
  return examples;
}
