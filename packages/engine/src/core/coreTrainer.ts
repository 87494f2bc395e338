import { summedCost } from './costs.js';
import { networkOf } from './createNetwork.js';
import { checkTrainer } from './checkTrainer.js';
import type { Hyperparameters } from './configuration.js';
import type { Dataset } from './dataset.js';
import { NeuroglowError } from './error.js';
import { Evaluator } from './evaluate.js';
import { expandDataset, expandFeatures, rawInputs } from './features.js';
import { areFinite } from './finite.js';
import { checkRoom, checkRows } from './forward.js';
import { generatorFromState, type RandomGenerator } from './generator.js';
import { copyLayers } from './layerParameters.js';
import type { Network } from './network.js';
import { checkHyperparameters, update } from './optimizers.js';
import { allocateBackward, allocateForward, passBackward, passForward, type BackwardRoom } from './pass.js';
import { addPenaltyGradient } from './penalties.js';
import { show } from './show.js';
import { shuffle } from './shuffle.js';
import type {
  CreateTrainer,
  Evaluation,
  LayerActivations,
  Trainer,
  TrainerConfiguration,
  TrainerState,
} from './trainer.js';
import { checkState, initialState, latestBatchOf } from './trainerState.js';

/** The specification of training: plain loops over batches, sums in double precision, numbers kept in float32. */
class CoreTrainer implements Trainer {
  readonly arithmetic = 'core';
  readonly #configuration: TrainerConfiguration;
  readonly #training: Dataset;
  readonly #validation: Dataset | null;
  readonly #network: Network;
  readonly #forward: LayerActivations;
  readonly #backward: BackwardRoom<Float32Array>;
  readonly #targets: Float32Array;
  readonly #evaluators: { training: Evaluator | null; validation: Evaluator | null } = {
    training: null,
    validation: null,
  };

  readonly #optimizerState: Float32Array;
  readonly #powers: Float64Array;
  readonly #generator: RandomGenerator;
  readonly #order: Uint32Array;
  /** The order before the latest shuffle, to restore it if the first step of its epoch is not made. */
  readonly #orderBefore: Uint32Array;
  readonly #generatorBefore = new Uint32Array(4);
  #hyperparameters: Hyperparameters;
  #step = 0;
  #epoch = 0;
  #position = 0;
  #disposed = false;

  constructor(configuration: TrainerConfiguration, raw: Dataset, rawValidation: Dataset | null) {
    const training = expandDataset(configuration.network, raw);
    const validation = rawValidation && expandDataset(configuration.network, rawValidation);
    const start = initialState(configuration, raw.rows);
    const rows = Math.min(configuration.batchSize, training.rows);
    checkRoom(configuration.network, rows);
    this.#configuration = configuration;
    this.#training = training;
    this.#validation = validation;
    this.#network = networkOf(configuration.network, start.parameters);
    this.#forward = allocateForward(this.#network, rows);
    this.#backward = allocateBackward(this.#network, rows);
    this.#targets = new Float32Array(rows * this.#network.layers.at(-1)!.neurons);
    this.#optimizerState = start.optimizer;
    this.#powers = start.powers;
    this.#generator = generatorFromState(start.generator);
    this.#order = start.order;
    this.#orderBefore = new Uint32Array(training.rows);
    this.#hyperparameters = start.hyperparameters;
  }

  get step(): number {
    return this.#step;
  }

  get epoch(): number {
    return this.#epoch;
  }

  get position(): number {
    return this.#position;
  }

  train(count: number, costs: Float32Array): number {
    this.#checkAlive();
    if (costs.length < count) {
      throw new NeuroglowError(
        'invalid-option',
        `costs: expected room for ${count}, got ${costs.length}; pass a longer array.`,
      );
    }
    for (let made = 0; made < count; made++) {
      if (this.#position === 0 && this.#configuration.shuffle) this.#shuffle();
      const rows = this.#gatherBatch();
      passForward(this.#network.layers, this.#forward, rows);
      const cost = this.#costOfBatch(rows);
      costs[made] = cost;
      if (!Number.isFinite(costs[made])) {
        if (this.#position === 0 && this.#configuration.shuffle) this.#unshuffle();
        return made;
      }
      this.#learnFromBatch(rows);
      this.#position += rows;
      this.#step++;
      if (this.#position === this.#training.rows) {
        this.#position = 0;
        this.#epoch++;
      }
    }
    return count;
  }

  setHyperparameters(hyperparameters: Hyperparameters): void {
    this.#checkAlive();
    this.#hyperparameters = checkHyperparameters(hyperparameters);
  }

  setParameter(index: number, value: number): void {
    this.#checkAlive();
    const { parameters } = this.#network;
    if (!Number.isInteger(index) || index < 0 || index >= parameters.length || !Number.isFinite(value)) {
      throw new NeuroglowError(
        'invalid-parameters',
        `parameter: expected an index below ${parameters.length} and a finite value, got ${show(index)} and ${show(value)}; pass an index of this network and a finite number.`,
      );
    }
    parameters[index] = value;
  }

  readParameters(into: Float32Array = new Float32Array(this.#network.parameters.length)): Float32Array {
    this.#checkAlive();
    into.set(this.#network.parameters);
    return into;
  }

  readLayers(layers: readonly number[]): Float32Array {
    this.#checkAlive();
    return copyLayers(this.#network.parameters, this.#configuration.network, layers);
  }

  hasFiniteParameters(): boolean {
    this.#checkAlive();
    return areFinite(this.#network.parameters);
  }

  saveState(order: Uint32Array = this.#order.slice()): TrainerState {
    this.#checkAlive();
    return {
      step: this.#step,
      epoch: this.#epoch,
      position: this.#position,
      parameters: this.#network.parameters.slice(),
      optimizer: this.#optimizerState.slice(),
      powers: this.#powers.slice(),
      generator: this.#generator.state.slice(),
      order,
      hyperparameters: { ...this.#hyperparameters },
    };
  }

  loadState(state: TrainerState): void {
    this.#checkAlive();
    checkState(state, this.#configuration, this.#training.rows);
    this.#network.parameters.set(state.parameters);
    this.#optimizerState.set(state.optimizer);
    this.#powers.set(state.powers);
    this.#generator.state.set(state.generator);
    this.#order.set(state.order);
    this.#hyperparameters = { ...state.hyperparameters };
    this.#step = state.step;
    this.#epoch = state.epoch;
    this.#position = state.position;
  }

  evaluate(of: 'training' | 'validation'): Evaluation | null {
    this.#checkAlive();
    const dataset = of === 'training' ? this.#training : this.#validation;
    if (dataset === null) return null;
    this.#evaluators[of] ??= new Evaluator(this.#network, dataset, this.#configuration.cost);
    return this.#evaluators[of].evaluate();
  }

  forward(inputs: Float32Array, rows: number): LayerActivations {
    this.#checkAlive();
    checkRows(rawInputs(this.#network), inputs, rows, 'inputs');
    const room = allocateForward(this.#network, rows);
    room.activations[0]!.set(expandFeatures(this.#network, inputs, rows));
    passForward(this.#network.layers, room, rows);
    return { rows, preActivations: room.preActivations, activations: room.activations };
  }

  latestBatch(): Uint32Array {
    this.#checkAlive();
    const state = { step: this.#step, position: this.#position, order: this.#order, generator: this.#generator.state };
    return latestBatchOf(state, this.#configuration);
  }

  dispose(): void {
    this.#disposed = true;
  }

  #checkAlive(): void {
    if (this.#disposed) {
      throw new NeuroglowError('disposed', 'trainer: expected one in use, got one that was disposed; make a new one.');
    }
  }

  #shuffle(): void {
    this.#orderBefore.set(this.#order);
    this.#generatorBefore.set(this.#generator.state);
    shuffle(this.#order, this.#generator);
  }

  #unshuffle(): void {
    this.#order.set(this.#orderBefore);
    this.#generator.state.set(this.#generatorBefore);
  }

  /** Copies the next batch's rows to where a pass reads them; returns how many there are, fewer at an epoch's end. */
  #gatherBatch(): number {
    const rows = Math.min(this.#configuration.batchSize, this.#training.rows - this.#position);
    gatherRows(
      this.#training.inputs,
      this.#order,
      this.#position,
      rows,
      this.#forward.activations[0]!,
      this.#network.layers[0]!.neurons,
    );
    gatherRows(
      this.#training.targets,
      this.#order,
      this.#position,
      rows,
      this.#targets,
      this.#network.layers.at(-1)!.neurons,
    );
    return rows;
  }

  #costOfBatch(rows: number): number {
    const last = this.#network.layers.length - 1;
    const z = this.#forward.preActivations[last]!;
    const a = this.#forward.activations[last]!;
    const { neurons } = this.#network.layers[last]!;
    return summedCost(this.#configuration.cost, z, a, this.#targets, rows, neurons) / rows;
  }

  #learnFromBatch(rows: number): void {
    const { layers, parameters } = this.#network;
    const { gradients, layers: gradientLayers } = this.#backward;
    const { l1, l2 } = this.#hyperparameters;
    passBackward(layers, this.#forward, this.#targets, this.#configuration.cost, rows, this.#backward);
    if (l1 !== 0 || l2 !== 0) {
      for (let l = 1; l < layers.length; l++) {
        addPenaltyGradient(layers[l]!.weights, gradientLayers[l]!.weights, l1, l2);
      }
    }
    update(
      this.#configuration.optimizer,
      this.#hyperparameters,
      parameters,
      gradients,
      this.#optimizerState,
      this.#powers,
    );
  }
}

/** into[r] ← from[order[position + r]] for `rows` rows of `width` numbers. */
function gatherRows(
  from: Float32Array,
  order: Uint32Array,
  position: number,
  rows: number,
  into: Float32Array,
  width: number,
): void {
  for (let row = 0, to = 0; row < rows; row++) {
    const end = (order[position + row]! + 1) * width;
    for (let k = end - width; k < end; k++, to++) into[to] = from[k]!;
  }
}

/** Training in plain TypeScript: the specification of the kernels, and their fallback where WebAssembly is refused. */
export const createCoreTrainer: CreateTrainer = (configuration, training, validation) =>
  new CoreTrainer(checkTrainer(configuration, training, validation), training, validation);
