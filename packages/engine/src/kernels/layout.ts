import type { Activation } from '../core/activations/registry.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import { statesPerParameter } from '../core/optimizers.js';
import { struct, type Struct } from './fields.js';
import * as structs from './generated/structs.js';
import type { FirstLayer, StoredData } from './store.js';

export const layerStruct: Struct<keyof typeof structs.layerFields> = struct(structs.layerFields);
export const dataStruct: Struct<keyof typeof structs.dataFields> = struct(structs.dataFields);
export const planStruct: Struct<keyof typeof structs.planFields> = struct(structs.planFields);

/** Values of a struct's fields before the run. */
export type LayerValues = Record<keyof typeof structs.layerFields, number>;
export type PlanValues = Record<keyof typeof structs.planFields, number>;

/** Where everything lies in a trainer's memory, in bytes. */
export interface Layout {
  readonly layers: readonly LayerValues[];
  readonly plan: PlanValues;
  readonly planAddress: number;
  /** Structs of the two data sets; 0 where there is no validation. */
  readonly dataAddresses: readonly [training: number, validation: number];
  /** Where the tables of the two data sets begin. */
  readonly tables: readonly [training: DataPlace, validation: DataPlace | null];
  /** Buffers for costs, and for data copied in or out: rows of forward(), flat parameters. */
  readonly costs: number;
  readonly staging: number;
  /** All of it. */
  readonly bytes: number;
}

export interface DataPlace {
  /** Dense rows, or the row's entries' addresses. */
  readonly inputs: number;
  /** Sparse entries; unused where rows are dense. */
  readonly entries: number;
  readonly targets: number;
}

/** Most costs that one call into the kernels can write. */
export const costsAtOnce = 4096;

/** From here on a layer's weights lie in panels, and its rows are spread over the cache's sets. */
const wide = 64;
/** Most padded neurons of a first layer that the narrow sparse kernels hold in registers. */
const widestNarrow = 32;
/** Rows that the wide sparse layer lists at once; the kernels know the same number. */
const listedRows = 64;
/** Rows that forward() and evaluate() pass at once, at least. */
const rowsAtOnce = 64;

const activationCodes: Readonly<Record<Activation, number>> = structs.activationIds;
const costCodes = {
  meanSquaredError: structs.MEAN_SQUARED_ERROR,
  binaryCrossEntropy: structs.BINARY_CROSS_ENTROPY,
  categoricalCrossEntropy: structs.CATEGORICAL_CROSS_ENTROPY,
};
const optimizerCodes = { sgd: structs.SGD, momentum: structs.MOMENTUM, adam: structs.ADAM };

const roundUp = (value: number, multiple: number): number => Math.ceil(value / multiple) * multiple;

/** The kernels' own constants lie below. */
const firstFree = 2048;

/** Allocates stretches of memory, each starting on its own cache line. */
class Allocator {
  bytes = firstFree;

  take(bytes: number): number {
    const address = this.bytes;
    this.bytes = roundUp(address + bytes, 64);
    return address;
  }
}

/** Bytes between rows of that many float32 numbers: an odd number of cache lines for wide rows, so that a column does not use only a few sets of the cache. */
function spreadStride(columns: number): number {
  if (columns < wide) return columns * 4;
  const lines = Math.ceil(columns / 16);
  return (lines % 2 === 0 ? lines + 1 : lines) * 64;
}

/** How the first layer is fed, given how its data are stored. */
function feedFor(sparse: boolean, neurons: number): number {
  if (!sparse) return structs.DENSE;
  return neurons <= widestNarrow ? structs.SPARSE_NARROW : structs.SPARSE_WIDE;
}

/** Whether the narrow sparse kernels feed the first layer in batches that are the same in every epoch. */
export function repeatsNarrowBatches({ network, shuffle }: TrainerConfiguration, firstLayer: FirstLayer): boolean {
  return !shuffle && feedFor(firstLayer === 'sparse', network.layers[1]!.neurons) === structs.SPARSE_NARROW;
}

/** Neurons with padding. */
function paddedNeurons(neurons: number, feed: number): number {
  if (feed === structs.SPARSE_WIDE) return roundUp(neurons, 32);
  return roundUp(neurons, feed === structs.SPARSE_NARROW || neurons >= wide ? 8 : 4);
}

/** Hidden neurons where the whole run fits the kernel that keeps everything in registers (see assembly/tiny.ts), else 0. */
function tinyHidden({ network, cost, optimizer, batchSize }: TrainerConfiguration, rows: number): number {
  const [inputs, hidden, output, ...more] = network.layers;
  const fits =
    rows <= Math.min(4, batchSize) &&
    more.length === 0 &&
    inputs!.neurons === 2 &&
    hidden!.neurons >= 2 &&
    hidden!.neurons <= 4 &&
    hidden!.activation === 'sigmoid' &&
    output?.neurons === 1 &&
    output.activation === 'sigmoid' &&
    cost === 'meanSquaredError' &&
    optimizer.kind === 'sgd';
  return fits ? hidden!.neurons : 0;
}

/** Lays out a run's memory. `validation` is stored as `training` is. */
export function layOut(
  configuration: TrainerConfiguration,
  training: StoredData,
  validation: StoredData | null,
): Layout {
  const neurons = configuration.network.layers.map((layer) => layer.neurons);
  const inputs = neurons[0]!;
  const learning = neurons.length - 1;
  const batchSize = Math.min(configuration.batchSize, training.rows);
  const capacity = Math.max(roundUp(batchSize, 4), rowsAtOnce);
  const feed = feedFor(training.sparse, neurons[1]!);
  const memory = new Allocator();
  const planAddress = memory.take(planStruct.bytes);
  const layersAddress = memory.take(layerStruct.bytes * learning);
  const dataAddresses = [memory.take(dataStruct.bytes), validation ? memory.take(dataStruct.bytes) : 0] as const;
  const columns = neurons.map((count, l) => paddedNeurons(count, l === 1 ? feed : structs.DENSE));

  // Weights and biases in one piece, so that one loop updates them all; then the same again for gradients and moments.
  const parameters = memory.bytes;
  const parameterPlaces = columns.slice(1).map((width, l) => ({
    weights: memory.take(roundUp(neurons[l]!, 4) * width * 4),
    biases: memory.take(width * 4),
  }));
  const parameterBytes = memory.bytes - parameters;
  const gradients = memory.take(parameterBytes);
  const moments = memory.take(parameterBytes * statesPerParameter(configuration.optimizer));

  const layers = parameterPlaces.map(({ weights, biases }, k): LayerValues => {
    const l = k + 1;
    const width = columns[l]!;
    const paneled = width >= wide && (l > 1 || feed === structs.DENSE);
    const rowsOfWeights = roundUp(neurons[k]!, 4);
    const across = roundUp(neurons[k]!, neurons[k]! >= wide ? 8 : 4);
    const { activation, slope } = configuration.network.layers[l]!;
    const stride = l === learning ? width * 4 : spreadStride(width);
    const z = memory.take(capacity * stride);
    const first = l === 1;
    const transposed = first ? 0 : memory.take(width * across * 4);
    const transposedRowStride = across >= wide ? 32 : across * 4;
    const alone = !first && width < wide && across < wide && neurons[l]! % 8 === 1;
    return {
      inputs: neurons[k]!,
      neurons: neurons[l]!,
      activation: activationCodes[activation ?? 'linear'],
      slope,
      panels: width >> 3,
      tail: (width >> 2) & 1,
      weights,
      weightBytes: rowsOfWeights * width * 4,
      rowStride: paneled ? 32 : width * 4,
      panelStride: paneled ? rowsOfWeights * 32 : 32,
      biases,
      biasBytes: width * 4,
      transposed,
      transposedRowStride,
      transposedPanelStride: across >= wide ? width * 32 : 32,
      transposedPanels: across >> 3,
      transposedTail: (across >> 2) & 1,
      column: alone ? transposed + (neurons[l]! - 1) * transposedRowStride : 0,
      z,
      a: activation === 'linear' ? z : memory.take(capacity * stride),
      delta: memory.take(capacity * stride),
      stride,
    };
  });

  const inputBytes = spreadStride(roundUp(inputs, 4));
  const targetBytes = columns[learning]! * 4;
  const place = (data: StoredData): DataPlace => ({
    // Blocks of four rows may read three idle ones past the end.
    inputs: memory.take(data.sparse ? (data.rows + 1) * 4 : (data.rows + 3) * inputBytes),
    entries: memory.take(data.entries * 8),
    targets: memory.take((data.rows + 3) * targetBytes),
  });
  const widest = Math.max(...columns, inputs);
  const isWide = feed === structs.SPARSE_WIDE;
  const isNarrow = feed === structs.SPARSE_NARROW;
  const adam = configuration.optimizer.kind === 'adam' ? configuration.optimizer : { beta1: 0, beta2: 0, epsilon: 0 };
  const plan: PlanValues = {
    layerCount: learning,
    layers: layersAddress,
    training: dataAddresses[0],
    batchSize,
    capacity,
    shuffled: configuration.shuffle ? 1 : 0,
    cost: costCodes[configuration.cost],
    optimizer: optimizerCodes[configuration.optimizer.kind],
    feed,
    tiny: tinyHidden(configuration, training.rows),
    inputBytes,
    targetBytes,
    batchInputs: memory.take(capacity * inputBytes),
    batchTargets: memory.take(capacity * targetBytes),
    sums: memory.take(capacity * 8),
    zeros: memory.take(roundUp(widest, 8) * 4),
    parameters,
    parameterBytes,
    gradients,
    moments,
    stretches: isNarrow ? memory.take((inputs + 1) * 4) : 0,
    stretchesEnd: 0,
    columns: training.columnBytes ? memory.take(training.columnBytes) : 0,
    counts: isWide ? memory.take(inputs * 4) : 0,
    lists: isWide ? memory.take(inputs * listedRows * 8) : 0,
    order: memory.take(training.rows * 4),
    generator: memory.take(16),
    orderBefore: memory.take(training.rows * 4),
    generatorBefore: memory.take(16),
    position: 0,
    epoch: 0,
    learningRate: configuration.hyperparameters.learningRate,
    momentum: configuration.hyperparameters.momentum,
    l1: configuration.hyperparameters.l1,
    l2: configuration.hyperparameters.l2,
    epsilon: adam.epsilon,
    beta1: adam.beta1,
    beta2: adam.beta2,
    power1: 1,
    power2: 1,
    judgement: structs.BY_NOTHING,
    right: 0,
  };
  const costs = memory.take(costsAtOnce * 4);
  const staging = memory.take(Math.max(capacity * widest, configuration.parameters.length) * 4);
  const tables = [place(training), validation ? place(validation) : null] as const;
  return { layers, plan, planAddress, dataAddresses, tables, costs, staging, bytes: memory.bytes };
}
