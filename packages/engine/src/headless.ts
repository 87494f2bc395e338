/**
 * The engine without React: entry `@neuroglow/engine/core`. Trains, saves and loads in Node and in the browser.
 */
// Contracts
export { activationFunctions, activationNames } from './core/activations/registry.js';
export type { ActivatedLayer, ActivationFunction, Firing } from './core/activations/activationFunction.js';
export { expandFeatures, featureNames, rawInputs, type InputFeature } from './core/features.js';
export { layerKindNames } from './core/layerKinds/registry.js';
export { shapeText } from './core/layerKinds/layerKind.js';
export { pictureShape } from './core/pictureShape.js';
// Detectors
export { meanCorrelation } from './views/detectors/correlation.js';
export { dropCarriers, type DropCarriers, type DropCarriersOptions } from './views/detectors/dropCarriers.js';
export { dropWindow, findDrops, type Drop, type DropOptions } from './views/detectors/drops.js';
export { evaluationRows, evaluationSet } from './views/detectors/evaluationSet.js';
export {
  FiringDetector,
  type Crossing,
  type FiringDetectorOptions,
  type Switch,
} from './views/detectors/firingDetector.js';
export {
  firingBand,
  firingBands,
  firingBandShare,
  firingRule,
  firingSignals,
  type FiringRule,
} from './views/detectors/firingSignal.js';
export { isotonicFit } from './views/detectors/isotonicFit.js';
export { movementOf } from './views/detectors/movement.js';
export { shapleyShares, type ShapleyOptions } from './views/detectors/shapley.js';
export { firingIsDefined, flatBelow, isFiring, isFlat } from './core/firing.js';
export { NeuroglowError } from './core/error.js';
export type { NeuroglowErrorCode } from './core/error.js';
export type {
  Activation,
  FloatArray,
  Initializer,
  Layer,
  LayerBase,
  LayerDescription,
  LayerOptions,
  KindOptions,
  LayerKind,
  LayerShape,
  Network,
  NetworkDescription,
} from './core/network.js';
export type { Dataset, DatasetOptions } from './core/dataset.js';
export type { ArithmeticKind, Cost, Hyperparameters, Optimizer, Penalty } from './core/configuration.js';
export type { Evaluation, LayerActivations } from './core/trainer.js';
export type * from './views/view.js';
export type { RunCollection, RunSummary } from './source/trainingSource.js';
export type { Seek, Timeline, TimelineSnapshot } from './source/timeline.js';
export type {
  Pace,
  ParameterReference,
  ReadOptions,
  Snapshot,
  SourceControls,
  TrainingSource,
  TrainingStatus,
  Unsubscribe,
  UnsupportedReason,
  WatchAllOptions,
  WatchOptions,
} from './source/trainingSource.js';

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
export { createCoreTrainer } from './core/coreTrainer.js';
export { gradientCheck, type CheckedGradient, type GradientCheck } from './core/gradientCheck.js';
export { adam, momentum, sgd } from './core/optimizers.js';
export { resizeLayer } from './core/resizeLayer.js';
export type { CreateTrainer, Trainer, TrainerConfiguration, TrainerState } from './core/trainer.js';
export { createConfiguration, type ConfigurationOptions } from './core/validateConfiguration.js';
export { validateDataset } from './core/validateDataset.js';
export { checkDescription } from './core/validateNetwork.js';
export type { StopCondition, ValidateEvery } from './run/boundaries.js';
export { CostHistory, type CostPoints } from './run/costHistory.js';
export type { BucketState, CostHistoryState } from './run/costHistoryState.js';
export type { JournalChange, JournalEntry } from './run/journal.js';
export { replay } from './run/replay.js';
export { createRun } from './run/createRun.js';
export type { RunOptions } from './run/runOptions.js';
export type { Run, RunStatus } from './run/run.js';
export type { RunState } from './run/runState.js';
export type { ValidationPoint } from './run/validationHistory.js';

// KERNELS
export { createKernelTrainer } from './kernels/kernelTrainer.js';
export type { KernelTrainer, KernelTrainerOptions } from './kernels/kernelTrainer.js';
export { kernelsAvailable, loadKernels } from './kernels/load.js';
export { kernelMemoryBytes } from './kernels/memory.js';
export type { FirstLayer } from './kernels/store.js';

// DATA
export { adderDataset, type AdderOptions } from './datasets/adder.js';
export { circleDataset } from './datasets/circle.js';
export { gaussianDataset } from './datasets/gaussian.js';
export { drawGlyph, glyphs, type Glyph } from './datasets/glyph.js';
export { imagesToSamples } from './datasets/imagesToSamples.js';
export { labelledImages, type LabelledImagesOptions, type ShapedArray } from './datasets/labelledImages.js';
export { logicGateDataset, logicGates, type LogicGate } from './datasets/logicGate.js';
export { oneHot } from './datasets/oneHot.js';
export { planeDataset } from './datasets/plane.js';
export type { ClassPointsOptions, PointsOptions } from './datasets/points.js';
export { shapesDataset, type ShapesOptions } from './datasets/shapes.js';
export { spiralDataset } from './datasets/spiral.js';
export { splitDataset, type SplitDataset, type SplitOptions } from './datasets/split.js';
export { standardize, standardizeWith, type Standardization } from './datasets/standardize.js';
export { twoGaussiansDataset } from './datasets/twoGaussians.js';
export { xorDataset } from './datasets/xor.js';
export { readArch, writeArch } from './formats/arch.js';
export type { FileContent } from './formats/content.js';
export { readCsv, type CsvOptions } from './formats/csv.js';
export type { MissingValues } from './formats/missingValues.js';
export { readIdx, type IdxArray } from './formats/idx.js';
export { readMat, writeMat } from './formats/mat.js';
export { readSafetensors, writeSafetensors } from './formats/safetensors.js';
export { readWeightsJson, writeWeightsJson } from './formats/weightsJson.js';

// SESSION
export {
  createValueSource,
  type ValueSource,
  type ValueSourceOptions,
  type ValueSourceProgress,
} from './sources/valueSource.js';
export { writeRecording, type RecordingOptions } from './sources/recording/writeRecording.js';
export { openRecording, type OpenRecordingOptions } from './sources/recording/openRecording.js';
export { createTraining } from './session/createTraining.js';
export type { ResumeOptions, SavedData, SavedStatus, SessionState } from './session/sessionState.js';
export type { BranchOptions } from './session/branch.js';
export type { TimelineOptions } from './session/timelineOption.js';
export type { TrainingOptions } from './session/trainingOptions.js';
export type { SessionDiagnostics, SessionSnapshot, TrainingSession } from './session/trainingSession.js';
