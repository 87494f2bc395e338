// The entry `@neuroglow/engine/onnx`: ONNX files as sources. The caller brings onnxruntime, if activations of all layers are wanted.
export { openOnnx, type OnnxSource, type OpenOnnxOptions } from './sources/onnx/openOnnx.js';
export type { OnnxRuntime, OnnxRuntimeTensor, OnnxSession } from './sources/onnx/ortModel.js';
