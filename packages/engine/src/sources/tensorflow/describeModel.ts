import { NeuroglowError } from '../../core/error.js';
import { checkDescription, describeNetwork } from '../../core/validateNetwork.js';
import type { Activation, LayerOptions, NetworkDescription } from '../../core/network.js';
import { show } from '../../core/show.js';
import type { TensorflowLayer, TensorflowModel, TensorflowWeight } from './tensorflowModel.js';

/** A model as a network, and where its parameters are. */
export interface DescribedModel {
  readonly network: NetworkDescription;
  /** Kernel and bias of each layer of the network; empty for the input, and for all of a network that has other than dense layers. */
  readonly weights: readonly (readonly TensorflowWeight[])[];
  /** Whether all layers are dense, so that their activations can be computed from the parameters. */
  readonly isDense: boolean;
  /** [l]: the layer of TensorFlow.js; null for an input that is no layer of the model. Empty for dense models. */
  readonly layers: readonly (TensorflowLayer | null)[];
}

export interface ModelNames {
  /** Of the outputs. */
  readonly classNames?: readonly string[] | undefined;
  /** Of a picture at the input, [rows, columns] or [rows, columns, channels]. */
  readonly inputShape?: readonly number[] | undefined;
}

/** TensorFlow.js' names of functions that this engine knows. */
const activations: Readonly<Record<string, Activation>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  elu: 'elu',
  softplus: 'softplus',
  softmax: 'softmax',
  swish: 'silu',
  gelu: 'gelu',
};

/** Layers without weights that are an activation function. */
const activationLayers: Readonly<Record<string, Activation>> = { ReLU: 'relu', Softmax: 'softmax', ELU: 'elu' };
/** They change nothing when a trained model is asked. */
const silentLayers: readonly string[] = ['Dropout', 'GaussianNoise', 'GaussianDropout', 'AlphaDropout'];

/**
 * Describes a model. Dense layers with their activations, in one chain, become a network whose every view can be computed; a flattened or
 * reshaped input stays a picture. Any other model is described layer by layer, with its shapes and connections.
 * @throws `invalid-network` for anything but a model, and for a model without layers
 */
export function describeModel(model: TensorflowModel, names: ModelNames): DescribedModel {
  const layers: unknown = (model as TensorflowModel | undefined)?.layers;
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new NeuroglowError(
      'invalid-network',
      `model: expected a model of TensorFlow.js with layers, got ${show(model)}; pass what tf.sequential or tf.model returns (a GraphModel does not say its layers).`,
    );
  }
  return describeChain(model, names) ?? describeGraph(model, names);
}

function describeChain({ layers }: TensorflowModel, names: ModelNames): DescribedModel | null {
  const described: LayerOptions[] = [];
  const weights: (readonly TensorflowWeight[])[] = [[]];
  const functions: Activation[] = [];
  for (const [l, layer] of layers.entries()) {
    const className = layer.getClassName();
    const before = inboundOf(layer);
    if (before.length > 1 || (before.length === 1 && l > 0 && before[0] !== layers[l - 1])) return null;
    if (className === 'Dense') {
      const [kernel] = layer.weights;
      const activation = activationOf(layer);
      if (kernel === undefined || activation === null) return null;
      const [inputs, neurons] = kernel.shape as [number, number];
      if (described.length === 0) described.push(inputLayer(inputs, layers[0]!, names.inputShape));
      if (described.length > 1 && described.at(-1)!.neurons !== inputs) return null;
      described.push({ neurons, name: layer.name });
      functions.push(activation);
      weights.push(layer.weights);
    } else if (className === 'Activation' || Object.hasOwn(activationLayers, className)) {
      const activation = activationLayers[className] ?? activationOf(layer);
      // A function over another function has no layer of its own here.
      if (activation === null || functions.at(-1) !== 'linear') return null;
      functions[functions.length - 1] = activation;
    } else if (['InputLayer', 'Flatten', 'Reshape'].includes(className)) {
      if (described.length > 0) return null;
    } else if (!silentLayers.includes(className)) return null;
  }
  if (functions.length === 0) return null;
  const last = described.length - 1;
  const network = describeNetwork(
    described.map((layer, l) => ({
      ...layer,
      ...(l > 0 && { activation: functions[l - 1]! }),
      ...(l === last && names.classNames !== undefined && { labels: names.classNames }),
    })),
  );
  return { network, weights, isDense: true, layers: [] };
}

/** The input, as the picture that is flattened or was said to be one. */
function inputLayer(neurons: number, first: TensorflowLayer, given: readonly number[] | undefined): LayerOptions {
  const shape = given ?? shapeBefore(first);
  const isPicture =
    shape.length > 1 && shape.length <= 3 && shape.reduce((product, side) => product * side, 1) === neurons;
  if (given !== undefined && !isPicture) {
    throw new NeuroglowError(
      'invalid-network',
      `inputShape: expected [rows, columns] or [rows, columns, channels] of ${neurons} numbers in all, got ${show(given)}; correct it or leave it out.`,
    );
  }
  return isPicture ? { neurons, shape: pictureOf(shape) } : { neurons };
}

/** A single channel is no dimension of its own. */
function pictureOf(shape: readonly number[]): LayerOptions['shape'] & {} {
  return (shape.length === 3 && shape[2] === 1 ? shape.slice(0, 2) : shape) as LayerOptions['shape'] & {};
}

/** The shape of one row of what the first layer takes in. */
function shapeBefore(layer: TensorflowLayer): readonly number[] {
  const { batchInputShape } = layer.getConfig();
  const shape: unknown = batchInputShape ?? layer.outputShape;
  return Array.isArray(shape) ? shape.slice(1).filter((side): side is number => typeof side === 'number') : [];
}

function activationOf(layer: TensorflowLayer): Activation | null {
  const { activation = 'linear' } = layer.getConfig();
  return typeof activation === 'string' && Object.hasOwn(activations, activation) ? activations[activation]! : null;
}

function inboundOf(layer: TensorflowLayer): readonly TensorflowLayer[] {
  return layer.inboundNodes?.[0]?.inboundLayers ?? [];
}

/** Every layer with its kind, its shape and its inputs. */
function describeGraph({ layers }: TensorflowModel, names: ModelNames): DescribedModel {
  const first = layers[0]!;
  const hasInput = first.getClassName() === 'InputLayer';
  const described: object[] = [
    { kind: 'input', shape: shapeOf(shapeBefore(first)), name: hasInput ? first.name : 'input', activation: null },
  ];
  const places = new Map<TensorflowLayer, number>(hasInput ? [[first, 0]] : []);
  const kept: (TensorflowLayer | null)[] = [hasInput ? first : null];
  for (const [l, layer] of layers.entries()) {
    if (l === 0 && hasInput) continue;
    const before = inboundOf(layer).map((one) => places.get(one) ?? 0);
    places.set(layer, described.length);
    kept.push(layer);
    const isLast = l === layers.length - 1;
    described.push({
      ...kindOf(layer),
      name: layer.name,
      inputs: before.length > 0 ? before : [described.length - 1],
      activation: ['Conv2D', 'Dense'].includes(layer.getClassName()) ? (activationOf(layer) ?? 'linear') : null,
      ...(isLast && names.classNames !== undefined && { labels: names.classNames }),
    });
  }
  const network = checkDescription({ layers: described });
  return { network, weights: described.map(() => []), isDense: false, layers: kept };
}

function kindOf(layer: TensorflowLayer): object {
  const config = layer.getConfig();
  const shape = shapeOf(Array.isArray(layer.outputShape) ? (layer.outputShape as unknown[]).slice(1) : []);
  switch (layer.getClassName()) {
    case 'Conv2D':
      return {
        ...{ kind: 'conv2d', filters: config['filters'], kernelSize: config['kernelSize'] },
        ...{ stride: config['strides'], padding: config['padding'] },
      };
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return {
        ...{ kind: 'pool', method: layer.getClassName() === 'MaxPooling2D' ? 'max' : 'average' },
        ...{ size: config['poolSize'], stride: config['strides'], padding: config['padding'] },
      };
    case 'BatchNormalization':
      return { kind: 'normalization', over: 'batch' };
    case 'Flatten':
      return { kind: 'flatten' };
    case 'Add':
      return { kind: 'add' };
    case 'Concatenate':
      return { kind: 'concatenate' };
    case 'Dense':
      return shape.length === 1 ? { kind: 'dense', neurons: shape[0] } : { kind: 'opaque', operation: 'Dense', shape };
    default:
      return { kind: 'opaque', operation: layer.getClassName(), shape };
  }
}

/** One row's shape as this library writes it: a list, or rows, columns and channels. */
function shapeOf(sides: readonly unknown[]): readonly number[] {
  const known = sides.map((side) => (typeof side === 'number' && side > 0 ? side : 1));
  if (known.length <= 1) return [known[0] ?? 1];
  if (known.length === 2) return [...known, 1];
  return [known[0]!, known[1]!, known.slice(2).reduce((product, side) => product * side, 1)];
}
