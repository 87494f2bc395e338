// What TypeScript lays out in memory before a run (layout.ts, beside this folder). The build reads these classes and numbers
// from here, a line each, and writes them for it as generated/structs.ts.
// Addresses, strides and sizes are in bytes.

/** A layer that learns. Weights lie in panels of 8 columns (a row of a panel every `rowStride`), the last perhaps of 4. */
@unmanaged
export class Layer {
  inputs: i32
  neurons: i32
  activation: i32
  slope: f32
  /** Full panels of 8 columns, and whether one of 4 follows. */
  panels: i32
  tail: i32
  weights: usize
  weightBytes: usize
  rowStride: usize
  panelStride: usize
  biases: usize
  biasBytes: usize
  /** W transposed, in panels too: what δ is multiplied by on its way back. Unused in the first layer. */
  transposed: usize
  transposedRowStride: usize
  transposedPanelStride: usize
  transposedPanels: i32
  transposedTail: i32
  /** Where the panel of 4 holds one neuron alone, whose weights are one piece of Wᵀ: where that lies; else 0. */
  column: usize
  /** z, a and δ: a row every `stride`. */
  z: usize
  a: usize
  delta: usize
  stride: usize
}

/** Rows to learn from or to judge by. */
@unmanaged
export class Data {
  rows: i32
  /** Rows of inputs; where the first layer is sparse, the addresses of the rows' entries and one more where the last ends. */
  inputs: usize
  targets: usize
}

/** A run. */
@unmanaged
export class Plan {
  layerCount: i32
  layers: usize
  training: usize
  batchSize: i32
  /** Rows that the buffers have room for. */
  capacity: i32
  shuffled: i32
  cost: i32
  optimizer: i32
  /** How the first layer is fed. */
  feed: i32
  /** Hidden neurons of a network small enough for registers, else 0. */
  tiny: i32
  inputBytes: usize
  targetBytes: usize
  batchInputs: usize
  batchTargets: usize
  /** 8 bytes a row, for softmax. */
  sums: usize
  zeros: usize
  parameters: usize
  parameterBytes: usize
  gradients: usize
  /** v of momentum; m of adam, whose v follows after parameterBytes. */
  moments: usize
  /** For the narrow sparse layer: inputs that are lit in some row, as stretches of weights: where each begins, and its bytes. */
  stretches: usize
  stretchesEnd: usize
  /** For the narrow sparse layer of batches known beforehand: where each batch's columns begin and end (see sparseColumns.ts); else 0. */
  columns: usize
  /** For the wide sparse layer: the lists' lengths, and the lists. */
  counts: usize
  lists: usize
  order: usize
  generator: usize
  orderBefore: usize
  generatorBefore: usize
  position: i32
  epoch: i32
  learningRate: f32
  momentum: f32
  l1: f32
  l2: f32
  epsilon: f32
  beta1: f64
  beta2: f64
  power1: f64
  power2: f64
  /** How answers are judged, and how many were right. */
  judgement: i32
  right: i32
}

/** Whether θ ← θ − η g is all that learning does, so that nothing changes where g is 0. */
@inline export function isPlain(plan: Plan): bool {
  return plan.optimizer == SGD && plan.l1 == 0 && plan.l2 == 0
}

// Costs.
@inline export const MEAN_SQUARED_ERROR = 0
@inline export const BINARY_CROSS_ENTROPY = 1
@inline export const CATEGORICAL_CROSS_ENTROPY = 2

// Optimizers.
@inline export const SGD = 0
@inline export const MOMENTUM = 1
@inline export const ADAM = 2

// How the first layer is fed.
@inline export const DENSE = 0
@inline export const SPARSE_NARROW = 1
@inline export const SPARSE_WIDE = 2

// How answers are judged.
@inline export const BY_NOTHING = 0
@inline export const BY_WINNER = 1
@inline export const BY_THRESHOLD = 2
