// The entry `@neuroglow/engine/tensorflow`: models of TensorFlow.js as sources. The caller brings the library.
export {
  createTensorflowSource,
  type TensorflowSource,
  type TensorflowSourceOptions,
} from './sources/tensorflow/tensorflowSource.js';
export type {
  TensorflowCallbacks,
  TensorflowLayer,
  TensorflowLogs,
  TensorflowModel,
  TensorflowWeight,
} from './sources/tensorflow/tensorflowModel.js';
