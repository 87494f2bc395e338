import { readFileSync } from 'node:fs';
import type { Activation, Cost, Optimizer, Penalty } from '@neuroglow/engine/core';

/** A network with what it must compute, found elsewhere: see make_goldens.py. */
export interface GoldenCase {
  readonly name: string;
  readonly layers: readonly {
    readonly neurons: number;
    readonly activation: Activation | null;
    readonly slope: number;
  }[];
  readonly cost: Cost;
  readonly optimizer: Optimizer;
  readonly penalty: Penalty;
  readonly batchSize: number;
  /** [row][input] */
  readonly inputs: readonly (readonly number[])[];
  /** [row][output] */
  readonly targets: readonly (readonly number[])[];
  readonly parameters: readonly number[];
  /** [row][layer after the input][neuron] */
  readonly activations: readonly (readonly (readonly number[])[])[];
  readonly costOfAll: number;
  readonly gradients: readonly number[];
  readonly costsOfTenSteps: readonly number[];
  readonly parametersAfterTenSteps: readonly number[];
}

const file = readFileSync(new URL('./goldens.json', import.meta.url), 'utf8');

const goldens = JSON.parse(file) as {
  readonly cases: readonly GoldenCase[];
  readonly functions: Readonly<Record<string, readonly (readonly [z: number, f: number, derivative: number])[]>>;
};

/** Every golden network. */
export const goldenCases = goldens.cases;

/** z, f(z) and f′(z) of every activation function but softmax, in 60 digits, rounded to float64. */
export const goldenFunctions = goldens.functions;
