import { judgementFor } from '../core/accuracy.js';
import { checkOptions } from '../core/check.js';
import { checkTrainer } from '../core/checkTrainer.js';
import type { Hyperparameters } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { areFinite } from '../core/finite.js';
import { expandDataset, expandFeatures, rawInputs } from '../core/features.js';
import { checkRows } from '../core/forward.js';
import { stretchesOf } from '../core/layerParameters.js';
import { checkHyperparameters, statesPerParameter } from '../core/optimizers.js';
import { show } from '../core/show.js';
import type { Evaluation, LayerActivations, Trainer, TrainerConfiguration, TrainerState } from '../core/trainer.js';
import { checkState, initialState, latestBatchOf } from '../core/trainerState.js';
import { writeColumns } from './columns.js';
import { Fields } from './fields.js';
import { BY_NOTHING, BY_THRESHOLD, BY_WINNER, SPARSE_NARROW } from './generated/structs.js';
import { costsAtOnce, dataStruct, layerStruct, planStruct, type Layout, type PlanValues } from './layout.js';
import { instantiateKernels, type KernelExports } from './load.js';
import { allocateMemory, planMemory } from './memory.js';
import { settlePadding } from './padding.js';
import { gatherParameters, placeOf, scatterParameters } from './parameters.js';
import { checkFirstLayer, chooseFirstLayer, writeLists, writeRows, writeStretches, type FirstLayer } from './store.js';

/** A trainer whose arithmetic is WebAssembly SIMD, with the decisions made before its run. */
export interface KernelTrainer extends Trainer {
  readonly arithmetic: 'kernels';
  /** How the first layer reads its inputs. */
  readonly firstLayer: FirstLayer;
  /** Bytes of memory in all. */
  readonly memoryBytes: number;
}

export interface KernelTrainerOptions {
  /** Default: 'sparse' if most training inputs are 0. Both give the same bits. */
  readonly firstLayer?: FirstLayer;
}

const judgementCodes = { winner: BY_WINNER, threshold: BY_THRESHOLD };

class WasmTrainer implements KernelTrainer {
  readonly arithmetic = 'kernels';
  readonly firstLayer: FirstLayer;
  readonly memoryBytes: number;
  readonly #configuration: TrainerConfiguration;
  readonly #datasets: { readonly training: Dataset; readonly validation: Dataset | null };
  readonly #judgements: { readonly training: number; readonly validation: number };
  readonly #layout: Layout;
  #kernels: KernelExports | null;
  #floats: Float32Array;
  #words: Uint32Array;
  readonly #plan: Fields<keyof PlanValues>;
  #hyperparameters: Hyperparameters;
  #step = 0;

  constructor(
    configuration: TrainerConfiguration,
    training: Dataset,
    validation: Dataset | null,
    firstLayer: FirstLayer,
  ) {
    const outputs = configuration.network.layers.at(-1)!.neurons;
    const judge = (dataset: Dataset | null): number => {
      const judgement = dataset && judgementFor(dataset.targets, outputs);
      return judgement === null ? BY_NOTHING : judgementCodes[judgement];
    };
    const layout = planMemory(configuration, training, validation, firstLayer);
    const memory = allocateMemory(layout, training);
    const view = new DataView(memory.buffer);
    this.firstLayer = firstLayer;
    this.memoryBytes = memory.buffer.byteLength;
    this.#configuration = configuration;
    this.#datasets = { training, validation };
    this.#judgements = { training: judge(training), validation: judge(validation) };
    this.#layout = layout;
    this.#floats = new Float32Array(memory.buffer);
    this.#words = new Uint32Array(memory.buffer);
    this.#plan = new Fields(view, layout.planAddress, planStruct);
    this.#plan.setAll(layout.plan);
    for (const [l, values] of layout.layers.entries()) {
      new Fields(view, layout.plan.layers + l * layerStruct.bytes, layerStruct).setAll(values);
    }
    this.#writeData(view, 0, training);
    if (validation) this.#writeData(view, 1, validation);
    this.#kernels = instantiateKernels(memory);
    const tables = [{ targets: layout.tables[0].targets, rows: training.rows }];
    if (layout.tables[1] && validation) tables.push({ targets: layout.tables[1].targets, rows: validation.rows });
    const { activation } = configuration.network.layers.at(-1)!;
    settlePadding(this.#kernels, this.#floats, layout, activation, configuration.cost, tables);
    const start = initialState(configuration, training.rows);
    this.#hyperparameters = start.hyperparameters;
    this.#setState(start);
  }

  get step(): number {
    return this.#step;
  }

  get epoch(): number {
    return this.#plan.get('epoch');
  }

  get position(): number {
    return this.#plan.get('position');
  }

  train(count: number, costs: Float32Array): number {
    const kernels = this.#alive();
    if (costs.length < count) {
      throw new NeuroglowError(
        'invalid-option',
        `costs: expected room for ${count}, got ${costs.length}; pass a longer array.`,
      );
    }
    const { costs: at, planAddress } = this.#layout;
    let made = 0;
    while (made < count) {
      const wanted = Math.min(count - made, costsAtOnce);
      const done = kernels.train(planAddress, wanted, at);
      // The cost of a step that was not made is written too: it shows why the run stopped.
      const written = Math.min(done + 1, wanted);
      costs.set(this.#floats.subarray(at / 4, at / 4 + written), made);
      made += done;
      this.#step += done;
      if (done < wanted) break;
    }
    return made;
  }

  setHyperparameters(hyperparameters: Hyperparameters): void {
    this.#alive();
    this.#hyperparameters = checkHyperparameters(hyperparameters);
    this.#plan.setAll(this.#hyperparameters);
  }

  setParameter(index: number, value: number): void {
    const kernels = this.#alive();
    const place = Number.isInteger(index) && index >= 0 ? placeOf(this.#layout, index) : -1;
    if (place < 0 || !Number.isFinite(value)) {
      throw new NeuroglowError(
        'invalid-parameters',
        `parameter: expected an index below ${this.#configuration.parameters.length} and a finite value, got ${show(index)} and ${show(value)}; pass an index of this network and a finite number.`,
      );
    }
    this.#floats[place] = value;
    kernels.transposeAll(this.#layout.planAddress);
  }

  readParameters(into: Float32Array = new Float32Array(this.#configuration.parameters.length)): Float32Array {
    gatherParameters(this.#alive(), this.#floats, this.#layout, into);
    return into;
  }

  readLayers(layers: readonly number[]): Float32Array {
    const kernels = this.#alive();
    const { network } = this.#configuration;
    const stretches = stretchesOf(network, layers);
    const chosen = network.layers.map((_, l) => layers.includes(l));
    const flat = new Float32Array(stretches.reduce((sum, { length }) => sum + length, 0));
    gatherParameters(kernels, this.#floats, this.#layout, flat, 0, (l) => chosen[l]!);
    return flat;
  }

  hasFiniteParameters(): boolean {
    const { parameters, parameterBytes } = this.#layout.plan;
    // Padding that is not finite does not count: it holds no parameters.
    return this.#alive().allFinite(parameters, parameterBytes) !== 0 || areFinite(this.readParameters());
  }

  saveState(order?: Uint32Array): TrainerState {
    this.#alive();
    const { plan } = this.#layout;
    const { rows } = this.#datasets.training;
    return {
      step: this.#step,
      epoch: this.epoch,
      position: this.position,
      parameters: this.readParameters(),
      optimizer: this.#readMoments(),
      powers: new Float64Array([this.#plan.get('power1'), this.#plan.get('power2')]),
      generator: this.#words.slice(plan.generator / 4, plan.generator / 4 + 4),
      order: order ?? this.#words.slice(plan.order / 4, plan.order / 4 + rows),
      hyperparameters: { ...this.#hyperparameters },
    };
  }

  loadState(state: TrainerState): void {
    this.#alive();
    checkState(state, this.#configuration, this.#datasets.training.rows);
    this.#setState(state);
  }

  evaluate(of: 'training' | 'validation'): Evaluation | null {
    const kernels = this.#alive();
    const dataset = this.#datasets[of];
    if (dataset === null) return null;
    const judgement = this.#judgements[of];
    this.#plan.set('judgement', judgement);
    const address = this.#layout.dataAddresses[of === 'training' ? 0 : 1];
    const cost = kernels.evaluate(this.#layout.planAddress, address) / dataset.rows;
    return { cost, accuracy: judgement === BY_NOTHING ? null : this.#plan.get('right') / dataset.rows };
  }

  forward(raw: Float32Array, rows: number): LayerActivations {
    const kernels = this.#alive();
    const { network } = this.#configuration;
    checkRows(rawInputs(network), raw, rows, 'inputs');
    const inputs = expandFeatures(network, raw, rows);
    const { layers, plan } = this.#layout;
    const width = layers[0]!.inputs;
    const room = (): Float32Array[] => layers.map(({ neurons }) => new Float32Array(rows * neurons));
    const preActivations = room();
    const activations = room();
    for (let first = 0; first < rows; first += plan.capacity) {
      const count = Math.min(plan.capacity, rows - first);
      this.#stageInputs(kernels, inputs.subarray(first * width, (first + count) * width), count);
      kernels.forward(this.#layout.planAddress, count);
      for (const [l, layer] of layers.entries()) {
        this.#unstage(kernels, layer.z, layer.stride, layer.neurons, count, preActivations[l]!, first);
        this.#unstage(kernels, layer.a, layer.stride, layer.neurons, count, activations[l]!, first);
      }
    }
    const copy = inputs.slice();
    return { rows, preActivations: [copy, ...preActivations], activations: [copy, ...activations] };
  }

  latestBatch(): Uint32Array {
    this.#alive();
    const { plan } = this.#layout;
    const order = this.#words.subarray(plan.order / 4, plan.order / 4 + this.#datasets.training.rows);
    const generator = this.#words.subarray(plan.generator / 4, plan.generator / 4 + 4);
    return latestBatchOf({ step: this.#step, position: this.position, order, generator }, this.#configuration);
  }

  dispose(): void {
    // These are the only references to the memory.
    this.#kernels = null;
    this.#floats = new Float32Array();
    this.#words = new Uint32Array();
  }

  #alive(): KernelExports {
    if (this.#kernels) return this.#kernels;
    throw new NeuroglowError('disposed', 'trainer: expected one in use, got one that was disposed; make a new one.');
  }

  #writeData(view: DataView, which: 0 | 1, dataset: Dataset): void {
    const { layers, plan, tables, dataAddresses } = this.#layout;
    const { inputs, entries, targets } = tables[which]!;
    new Fields(view, dataAddresses[which], dataStruct).setAll({ rows: dataset.rows, inputs, targets });
    writeRows(this.#floats, targets / 4, plan.targetBytes / 4, dataset.targets, dataset.rows);
    if (this.firstLayer === 'dense') {
      writeRows(this.#floats, inputs / 4, plan.inputBytes / 4, dataset.inputs, dataset.rows);
    } else {
      // Narrow kernels take the offset of the input's weights, and entries two by two; wide ones its index.
      const narrow = plan.feed === SPARSE_NARROW;
      const scale = narrow ? layers[0]!.rowStride : 1;
      writeLists(this.#floats.buffer as ArrayBuffer, inputs, entries, dataset, scale, narrow);
      if (which === 0 && plan.columns) {
        const lists = { rows: dataset.rows, width: layers[0]!.inputs, starts: inputs, scale };
        writeColumns(this.#floats.buffer as ArrayBuffer, plan.columns, lists, plan.batchSize, layers[0]!.stride);
      } else if (which === 0 && narrow) {
        this.#plan.set('stretchesEnd', writeStretches(this.#words, plan.stretches, dataset, scale));
      }
    }
  }

  #setState(state: TrainerState): void {
    const { plan } = this.#layout;
    scatterParameters(this.#alive(), this.#floats, this.#layout, state.parameters);
    this.#writeMoments(state.optimizer);
    this.#words.set(state.generator, plan.generator / 4);
    this.#words.set(state.order, plan.order / 4);
    this.#plan.setAll({ position: state.position, epoch: state.epoch, ...state.hyperparameters });
    this.#plan.setAll({ power1: state.powers[0]!, power2: state.powers[1]! });
    this.#hyperparameters = { ...state.hyperparameters };
    this.#step = state.step;
    this.#alive().transposeAll(this.#layout.planAddress);
  }

  /** Where the optimizer's k-th copy of the parameters' layout lies, counted from the parameters. */
  #shiftOfMoment(k: number): number {
    const { moments, parameters, parameterBytes } = this.#layout.plan;
    return moments - parameters + k * parameterBytes;
  }

  #readMoments(): Float32Array {
    const { length } = this.#configuration.parameters;
    const states = statesPerParameter(this.#configuration.optimizer);
    const flat = new Float32Array(states * length);
    for (let k = 0; k < states; k++) {
      const part = flat.subarray(k * length, (k + 1) * length);
      gatherParameters(this.#alive(), this.#floats, this.#layout, part, this.#shiftOfMoment(k));
    }
    return flat;
  }

  #writeMoments(flat: Float32Array): void {
    const { length } = this.#configuration.parameters;
    for (let k = 0; k * length < flat.length; k++) {
      const part = flat.subarray(k * length, (k + 1) * length);
      scatterParameters(this.#alive(), this.#floats, this.#layout, part, this.#shiftOfMoment(k));
    }
  }

  /** Brings rows to where forward() reads them, with padding. */
  #stageInputs(kernels: KernelExports, inputs: Float32Array, rows: number): void {
    const { layers, plan, staging } = this.#layout;
    const bytes = layers[0]!.inputs * 4;
    this.#floats.set(inputs, staging / 4);
    kernels.copyRows(staging, bytes, plan.batchInputs, plan.inputBytes, bytes, rows);
  }

  /** Takes rows out, without padding. */
  #unstage(
    kernels: KernelExports,
    from: number,
    stride: number,
    neurons: number,
    rows: number,
    into: Float32Array,
    first: number,
  ): void {
    const at = this.#layout.staging;
    kernels.copyRows(from, stride, at, neurons * 4, neurons * 4, rows);
    into.set(this.#floats.subarray(at / 4, at / 4 + rows * neurons), first * neurons);
  }
}

/**
 * Training by WebAssembly SIMD: a `Trainer` as `core/` specifies it, many times as fast, with the same bits on every machine.
 * Agrees with `createCoreTrainer` to float32's rounding, not to the bit, so a run names which of them made it.
 * @param options.firstLayer default: decided from the data, once.
 * @throws `unsupported` where WebAssembly is refused (see `kernelsAvailable`), `too-large` if there is not enough memory.
 */
export function createKernelTrainer(
  configuration: TrainerConfiguration,
  training: Dataset,
  validation: Dataset | null,
  options: KernelTrainerOptions = {},
): KernelTrainer {
  const checked = checkTrainer(configuration, training, validation);
  checkOptions(options, 'kernel trainer options', ['firstLayer']);
  const expanded = expandDataset(checked.network, training);
  const validated = validation && expandDataset(checked.network, validation);
  const { firstLayer = chooseFirstLayer(expanded) } = options;
  checkFirstLayer(firstLayer);
  return new WasmTrainer(checked, expanded, validated, firstLayer);
}
