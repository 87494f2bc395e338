/**
 * The engine without React: entry `@neuroglow/engine/core`. Trains, saves and loads in Node and in the browser.
 */
// Contracts
export { NeuroglowError } from './core/error.js';
export type { NeuroglowErrorCode } from './core/error.js';
export type {
  Activation,
  FloatArray,
  Initializer,
  Layer,
  LayerDescription,
  LayerOptions,
  Network,
  NetworkDescription,
} from './core/network.js';
export type { Dataset } from './core/dataset.js';
export type { ArithmeticKind, Cost, Hyperparameters, Optimizer, Penalty } from './core/configuration.js';
export type { Evaluation, LayerActivations } from './core/trainer.js';
export type * from './views/view.js';
export type {
  Pace,
  ParameterReference,
  Snapshot,
  StopCondition,
  TrainingControls,
  TrainingSource,
  TrainingStatus,
  Unsubscribe,
  UnsupportedReason,
  WatchOptions,
} from './training/source.js';

// CORE
export {
  createNetwork,
  descriptionOf,
  networkOf,
  type LayerParameters,
  type NetworkOptions,
} from './core/createNetwork.js';
export { layersOf, parameterLayout, type LayerLayout, type ParameterLayout, type Stretch } from './core/describe.js';
export { forward } from './core/forward.js';
export { createGenerator, type RandomGenerator } from './core/generator.js';
export { backward, costOf, type Batch, type Gradients } from './core/backward.js';
export { adam, momentum, sgd } from './core/optimizers.js';
