import { countRight, judgementFor, type Judgement } from './accuracy.js';
import type { Cost } from './configuration.js';
import { summedCost } from './costs.js';
import type { Dataset } from './dataset.js';
import type { Network } from './network.js';
import { allocateForward, passForward } from './pass.js';
import type { Evaluation, LayerActivations } from './trainer.js';

/** Rows that are passed forward at once: enough to pay for a call, few enough to stay in a cache. */
const rowsAtOnce = 128;

/** Cost and accuracy of a network over one data set; everything that does not depend on the parameters is prepared once. */
export class Evaluator {
  readonly #network: Network;
  readonly #dataset: Dataset;
  readonly #cost: Cost;
  readonly #judgement: Judgement | null;
  readonly #room: LayerActivations;
  readonly #targets: Float32Array;

  /** Every evaluation reads the network's current parameters. */
  constructor(network: Network, dataset: Dataset, cost: Cost) {
    const outputs = network.layers.at(-1)!.neurons;
    const rows = Math.min(rowsAtOnce, dataset.rows);
    this.#network = network;
    this.#dataset = dataset;
    this.#cost = cost;
    this.#judgement = judgementFor(dataset.targets, outputs);
    this.#room = allocateForward(network, rows);
    this.#targets = new Float32Array(rows * outputs);
  }

  evaluate(): Evaluation {
    const { layers } = this.#network;
    const { inputs, targets, rows } = this.#dataset;
    const width = layers[0]!.neurons;
    const last = layers.length - 1;
    const outputs = layers[last]!.neurons;
    const { preActivations, activations } = this.#room;
    let cost = 0;
    let right = 0;
    for (let from = 0; from < rows; from += this.#room.rows) {
      const count = Math.min(this.#room.rows, rows - from);
      activations[0]!.set(inputs.subarray(from * width, (from + count) * width));
      this.#targets.set(targets.subarray(from * outputs, (from + count) * outputs));
      passForward(layers, this.#room, count);
      cost += summedCost(this.#cost, preActivations[last]!, activations[last]!, this.#targets, count, outputs);
      if (this.#judgement !== null) {
        right += countRight(this.#judgement, activations[last]!, this.#targets, count, outputs);
      }
    }
    return { cost: cost / rows, accuracy: this.#judgement === null ? null : right / rows };
  }
}
