import type { LayerShape } from '../../core/network.js';
import { malformed } from '../../formats/content.js';
import type { LayerTensors } from './layerDraft.js';
import { onnxKind } from './protobuf.js';
import { valuesOf, type OnnxTensor } from './tensor.js';

/**
 * Weights [inputs × neurons] and biases of a dense layer into the flat parameters, where they begin.
 * @throws `file-malformed` or `unsupported`
 */
export function readDense(tensors: LayerTensors, into: Float32Array, weightsAt: number, biasesAt: number): void {
  const { weights, isTransposed, biases, picture } = tensors;
  const values = valuesOf(weights);
  const [first, second] = weights.dims as readonly [number, number];
  const [inputs, neurons] = isTransposed ? [second, first] : [first, second];
  for (let i = 0; i < inputs; i++) {
    const row = weightsAt + rowOf(i, picture) * neurons;
    for (let j = 0; j < neurons; j++) into[row + j] = values[isTransposed ? j * inputs + i : i * neurons + j]!;
  }
  if (biases !== null) into.set(biasesOf(biases, neurons), biasesAt);
}

/** The kernel of a convolution as [rows × columns × channels × filters], from [filters × channels × rows × columns]. */
export function readKernel({ weights }: LayerTensors): Float32Array {
  const values = valuesOf(weights);
  const [filters, channels, rows, columns] = weights.dims as readonly [number, number, number, number];
  const kernel = new Float32Array(values.length);
  let k = 0;
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++) {
      for (let place = 0; place < rows * columns; place++) {
        kernel[(place * channels + channel) * filters + filter] = values[k++]!;
      }
    }
  }
  return kernel;
}

/** The place among inputs [rows, columns, channels] of a number from a picture that lies channel by channel. */
function rowOf(i: number, picture: LayerShape | null): number {
  if (picture?.length !== 3) return i;
  const places = picture[0] * picture[1];
  return (i % places) * picture[2] + Math.floor(i / places);
}

function biasesOf(tensor: OnnxTensor, neurons: number): Float32Array {
  const values = valuesOf(tensor);
  if (values.length === neurons) return values;
  throw malformed(onnxKind, `the biases "${tensor.name}" are ${values.length} numbers for ${neurons} neurons`);
}
