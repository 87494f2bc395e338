import {
  createConfiguration,
  createCoreTrainer,
  createKernelTrainer,
  createNetwork,
  evaluationSet,
  rawInputs,
  type Batch,
  type Dataset,
  type Network,
  type NetworkDescription,
  type Trainer,
  networkOf,
} from '@neuroglow/engine/core';
import type { Case } from './cases.js';

/** A layer's numbers at each recorded step. */
export interface LayerTrace {
  readonly activation: NonNullable<NetworkDescription['layers'][number]['activation']>;
  readonly neurons: number;
  /** [samples × probes × neurons] */
  readonly z: Float32Array;
  readonly a: Float32Array;
  /** [samples × neurons] */
  readonly biases: Float32Array;
  /** z over the evaluation set at the last step, [rows × neurons]. */
  readonly lastZ: Float32Array;
}

/** One run, recorded every k steps. */
export interface Recording {
  readonly steps: Float64Array;
  readonly costs: Float64Array;
  readonly probes: number;
  /** Whether a probe's inputs are all 0. */
  readonly isZero: readonly boolean[];
  /** Hidden layers, then the output: network.layers without the input. */
  readonly layers: readonly LayerTrace[];
  readonly evaluation: Batch;
  readonly diverged: boolean;
  /** Share of the evaluation set answered correctly at the end. */
  readonly accuracy: number | null;
  /** The network after so many steps, made again from the seed. */
  readonly networkAt: (steps: readonly number[]) => Network[];
}

/** Rows of a data set, as a batch. */
export function rowsOf(data: Dataset, rows: ArrayLike<number>): Batch {
  const gather = (table: Float32Array): Float32Array => {
    const width = table.length / data.rows;
    const gathered = new Float32Array(rows.length * width);
    for (let at = 0; at < rows.length; at++)
      gathered.set(table.subarray(rows[at]! * width, (rows[at]! + 1) * width), at * width);
    return gathered;
  };
  return { inputs: gather(data.inputs), targets: gather(data.targets), rows: rows.length };
}

/** Trains a case from a seed, and records the evaluation cost and what every neuron does for each probe. */
export function record(study: Case, data: Dataset, seed: number): Recording {
  const network = createNetwork({ layers: study.layers, initializer: study.initializer, seed });
  const isFull = study.batch === 'full';
  const evaluation = rowsOf(data, evaluationSet(data.rows, isFull ? data.rows : undefined));
  const configuration = createConfiguration({
    network,
    cost: study.cost,
    optimizer: study.optimizer,
    batchSize: study.batch === 'full' ? data.rows : study.batch,
    shuffle: !isFull,
    seed,
  });
  const held: Dataset = { inputs: evaluation.inputs, targets: evaluation.targets, rows: evaluation.rows };
  // A call into WebAssembly costs more than a step of a handful of neurons.
  const create = network.parameters.length < 40 ? createCoreTrainer : createKernelTrainer;
  const start = (): Trainer => create(configuration, data, held);
  const trainer = start();
  const probes = rowsOf(evaluation, evaluationSet(evaluation.rows, study.probes));
  const samples = Math.floor(study.steps / study.every) + 1;
  const width = rawInputs(network);
  const traces = network.layers.slice(1).map(({ activation, neurons }) => ({
    activation: activation!,
    neurons,
    z: new Float32Array(samples * probes.rows * neurons),
    a: new Float32Array(samples * probes.rows * neurons),
    biases: new Float32Array(samples * neurons),
  }));
  const steps = new Float64Array(samples);
  const costs = new Float64Array(samples);
  const made = new Float32Array(study.every);
  const parameters = network.parameters.slice();
  const current = networkOf(network, parameters);
  let count = 0;
  let diverged = false;
  while (count < samples && !diverged) {
    const { preActivations, activations } = trainer.forward(probes.inputs, probes.rows);
    trainer.readParameters(parameters);
    traces.forEach((trace, l) => {
      trace.z.set(preActivations[l + 1]!, count * probes.rows * trace.neurons);
      trace.a.set(activations[l + 1]!, count * probes.rows * trace.neurons);
      trace.biases.set(current.layers[l + 1]!.biases, count * trace.neurons);
    });
    steps[count] = count * study.every;
    if (!isFull || count === samples - 1) costs[count] = trainer.evaluate('validation')!.cost;
    if (count < samples - 1) {
      diverged = trainer.train(study.every, made) < study.every || !trainer.hasFiniteParameters();
      // The cost of a full batch is computed before its update: it is the evaluation cost of the step just recorded.
      if (isFull) costs[count] = made[0]!;
    }
    count++;
  }
  const last = trainer.forward(evaluation.inputs, evaluation.rows).preActivations;
  const { accuracy } = trainer.evaluate('validation')!;
  trainer.dispose();
  return {
    steps: steps.subarray(0, count),
    costs: costs.subarray(0, count),
    probes: probes.rows,
    isZero: Array.from({ length: probes.rows }, (_, row) =>
      probes.inputs.subarray(row * width, (row + 1) * width).every((value) => value === 0),
    ),
    layers: traces.map((trace, l) => ({ ...trace, lastZ: last[l + 1]! })),
    evaluation,
    diverged,
    accuracy,
    networkAt(wanted) {
      const again = start();
      const networks = wanted.map((step) => {
        const missing = step - again.step;
        again.train(missing, new Float32Array(missing));
        return networkOf(network, again.readParameters());
      });
      again.dispose();
      return networks;
    },
  };
}
