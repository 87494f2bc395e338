import { mostLayers } from '../../core/describe.js';
import { NeuroglowError } from '../../core/error.js';
import type { LayerShape, NetworkDescription } from '../../core/network.js';
import { show } from '../../core/show.js';
import { firstUntrainable } from '../../core/trainable.js';
import { checkDescription } from '../../core/validateNetwork.js';
import { malformed, tooLarge } from '../../formats/content.js';
import { inferDims } from './inferDims.js';
import { shapeOf, type LayerDraft, type LayerTensors } from './layerDraft.js';
import { activationOfNode, nodeKinds } from './nodeKinds.js';
import type { Dims, OnnxGraph, OnnxNode, OnnxValue } from './onnxFile.js';
import { onnxKind } from './protobuf.js';
import { checkLength, integersOf, sizeOf, type OnnxTensor } from './tensor.js';

/** A layer's values and parameters in the file. */
export interface OnnxLayer {
  /** Names of z and a among the graph's values. */
  readonly preActivation: string;
  readonly activation: string;
  /** Of both, the batch first. */
  readonly dims: Dims;
  /** Whether pictures lie with their channels last, as at an input that the graph transposes. */
  readonly isChannelLast: boolean;
  readonly tensors: LayerTensors | null;
}

export interface DescribedOnnx {
  readonly network: NetworkDescription;
  readonly input: OnnxValue;
  /** [l], as the network's layers. */
  readonly layers: readonly OnnxLayer[];
  /** Whether all layers are dense and in a chain, so that their activations can be computed here. */
  readonly isDense: boolean;
}

export interface OnnxNames {
  /** Of the outputs. */
  readonly classNames?: readonly string[] | undefined;
  /** Of a picture at the input, [rows, columns] or [rows, columns, channels], where the file leaves it open or flat. */
  readonly inputShape?: readonly number[] | undefined;
}

/** Nodes that pass their input on. */
const silent = ['Identity', 'Dropout', 'Cast'];

/**
 * Describes the graph layer by layer. Gemm, and MatMul with the Add of its bias, become dense layers; an activation function that only
 * its layer feeds becomes that layer's.
 * @throws `unsupported` where an input or a shape is not known; `file-malformed`; `invalid-network`
 */
export function describeOnnx(graph: OnnxGraph, names: OnnxNames): DescribedOnnx {
  return new Description(graph, names).finish();
}

/** Whether all sides but the batch are known. */
function isKnown(dims: Dims | null | undefined): dims is Dims {
  return dims != null && dims.every((side, k) => side > 0 || (k === 0 && dims.length > 1));
}

/** What a layer is called: of PyTorch's path, as in "/conv1/Conv", the module's own name. */
function nameOf({ name, operation, outputs }: OnnxNode): string {
  const path = name.split('/').filter((part) => part !== '');
  const isOperation = path.at(-1)?.startsWith(operation) === true;
  return path.at(isOperation && path.length > 1 ? -2 : -1) ?? outputs[0]!;
}

class Description {
  readonly #graph: OnnxGraph;
  readonly #names: OnnxNames;
  readonly #input: OnnxValue;
  readonly #drafts: LayerDraft[] = [];
  /** The layer that makes a value. */
  readonly #places = new Map<string, number>();
  readonly #dims = new Map<string, Dims>();
  /** Constant values; null for one that is computed from others. */
  readonly #constants = new Map<string, OnnxTensor | null>();
  readonly #uses = new Map<string, number>();
  /** Shapes that the file states. */
  readonly #stated = new Map<string, Dims | null>();
  #isChannelLast = false;
  /** Values that are the input as one list. */
  readonly #flattened = new Set<string>();

  constructor(graph: OnnxGraph, names: OnnxNames) {
    this.#graph = graph;
    this.#names = names;
    for (const [name, tensor] of graph.initializers) this.#setConstant(name, tensor);
    for (const { inputs } of graph.nodes) for (const name of inputs) this.#use(name);
    for (const { name } of graph.outputs) this.#use(name);
    for (const { name, dims } of [...graph.outputs, ...graph.values.values()]) this.#stated.set(name, dims);
    this.#input = this.#readInput();
    for (const [k, node] of graph.nodes.entries()) this.#take(node, k === graph.nodes.length - 1);
  }

  finish(): DescribedOnnx {
    const last = this.#drafts.length - 1;
    const { classNames } = this.#names;
    const network = checkDescription({
      layers: this.#drafts.map(({ given, fused }, l) => ({
        ...given,
        activation: fused?.name ?? (given['kind'] === 'dense' || given['kind'] === 'conv2d' ? 'linear' : null),
        ...(fused?.slope !== undefined && { slope: fused.slope }),
        ...(l === last && classNames !== undefined && { labels: classNames }),
      })),
    });
    const layers = this.#drafts.map(({ preActivation, activation, dims, tensors }, l) => ({
      ...{ preActivation, activation, dims, tensors },
      isChannelLast: l === 0 && this.#isChannelLast,
    }));
    return { network, input: this.#input, layers, isDense: firstUntrainable(network) < 0 };
  }

  #readInput(): OnnxValue {
    const { inputs, nodes } = this.#graph;
    const [input] = inputs;
    if (inputs.length !== 1 || input === undefined) {
      throw new NeuroglowError(
        'unsupported',
        `model: expected a graph with one input, got ${inputs.length}; only such models can be shown.`,
      );
    }
    const first = nodes.find((node) => node.inputs.includes(input.name));
    this.#isChannelLast =
      this.#uses.get(input.name) === 1 &&
      first?.operation === 'Transpose' &&
      first.attributes.get('perm')?.integers.join() === '0,3,1,2';
    const dims = this.#dimsOfInput(input);
    const shape: LayerShape = this.#isChannelLast
      ? [dims[1]!, dims[2]!, dims[3]!]
      : (this.#flatPicture(dims) ?? shapeOf(dims, input.name));
    this.#drafts.push({
      given: { kind: 'input', shape, name: input.name },
      ...{ preActivation: input.name, activation: input.name, dims, tensors: null, fused: null, isUnbiased: false },
    });
    this.#setPlace(input.name, 0, dims);
    return { ...input, dims };
  }

  /** A picture that the caller says a flat input to be. */
  #flatPicture(dims: Dims): LayerShape | null {
    const { inputShape } = this.#names;
    if (dims.length !== 2 || inputShape === undefined) return null;
    if (sizeOf(inputShape) === dims[1]) return inputShape as unknown as LayerShape;
    throw new NeuroglowError(
      'invalid-network',
      `inputShape: expected [rows, columns] or [rows, columns, channels] of ${dims[1]} numbers in all, got ${show(inputShape)}; correct it or leave it out.`,
    );
  }

  #dimsOfInput({ name, dims }: OnnxValue): Dims {
    const { inputShape } = this.#names;
    if (dims === null && inputShape === undefined) shapeOf([-1, -1], name);
    const known = dims ?? [-1, inputShape![2] ?? 1, inputShape![0]!, inputShape![1]!];
    if (known.length !== 4 || inputShape === undefined) return known;
    const [rows, columns, channels = 1] = inputShape as readonly [number, number, number?];
    const given = this.#isChannelLast ? [rows, columns, channels] : [channels, rows, columns];
    const odd = given.some((side, k) => known[k + 1]! > 0 && known[k + 1] !== side);
    if (odd) {
      throw new NeuroglowError(
        'invalid-network',
        `inputShape: expected a shape that fits [${known.join(', ')}] of the model's input, got ${show(inputShape)}; correct it or leave it out.`,
      );
    }
    return [known[0]!, ...given];
  }

  #take(node: OnnxNode, isLast: boolean): void {
    if (this.#takeConstant(node)) return;
    const place = this.#requirePlace(node);
    const from = node.inputs.find((name) => this.#places.has(name))!;
    const dims = this.#dimsOfNode(node);
    if (this.#passesOn(node, from, place, dims)) return;
    if (this.#fuse(node, from, place, dims, isLast)) return;
    if (this.#addBias(node, from, place)) return;
    this.#add(node, from, dims);
  }

  /** Nodes that depend on constants alone, or on the shape of a value, which is constant here. */
  #takeConstant({ operation, inputs, outputs, attributes }: OnnxNode): boolean {
    const isConstant = operation === 'Shape' || inputs.every((name) => name === '' || this.#constants.has(name));
    if (!isConstant) return false;
    const tensor = operation === 'Constant' ? (attributes.get('value')?.tensor ?? null) : null;
    for (const name of outputs) this.#setConstant(name, tensor);
    return true;
  }

  #requirePlace(node: OnnxNode): number {
    for (const name of node.inputs) {
      if (name === '' || this.#places.has(name) || this.#constants.has(name)) continue;
      throw malformed(onnxKind, `the node ${show(node.name)} takes in ${show(name)}, which nothing before it makes`);
    }
    return this.#places.get(node.inputs.find((name) => this.#places.has(name))!)!;
  }

  #dimsOfNode(node: OnnxNode): Dims {
    const output = node.outputs[0] ?? '';
    if (output === '') throw malformed(onnxKind, `the node ${show(node.name)} has no output`);
    const inferred = inferDims(node, {
      dims: (k) => this.#dims.get(node.inputs[k] ?? '') ?? null,
      integers: (k) => {
        const tensor = this.#constants.get(node.inputs[k] ?? '');
        return tensor ? integersOf(tensor) : null;
      },
    });
    const dims = [inferred, this.#stated.get(output)].find(isKnown);
    if (dims !== undefined) return dims;
    throw new NeuroglowError(
      'unsupported',
      `model: expected shapes in the file, or operations whose shape is known, got ${show(node.operation)} without one; run onnx.shape_inference over the model and save it again.`,
    );
  }

  #passesOn(node: OnnxNode, from: string, place: number, dims: Dims): boolean {
    const output = node.outputs[0]!;
    const isInput = place === 0 && this.#drafts[0]!.activation === from;
    const isTurned = node.operation === 'Transpose' && isInput && this.#isChannelLast;
    const isFlat = isInput && this.#drafts.length === 1 && this.#isFlattenedInput(node, from, dims);
    if (!silent.includes(node.operation) && !isTurned && !isFlat) return false;
    if (isFlat || this.#flattened.has(from)) this.#flattened.add(output);
    this.#setPlace(output, place, dims);
    // What stands between a layer and its activation function still belongs to the layer.
    const draft = this.#drafts[place]!;
    if (place > 0 && draft.activation === from && this.#uses.get(from) === 1) draft.activation = output;
    return true;
  }

  /** A picture at the input that is only used as one list, by a dense layer: the picture stays, the list goes. */
  #isFlattenedInput({ operation, outputs }: OnnxNode, from: string, dims: Dims): boolean {
    if (!['Flatten', 'Reshape'].includes(operation) || dims.length !== 2 || this.#isChannelLast) return false;
    const next = this.#graph.nodes.find(({ inputs }) => inputs.includes(outputs[0]!));
    const isSole = this.#uses.get(from) === 1 && this.#uses.get(outputs[0]!) === 1;
    return isSole && ['Gemm', 'MatMul'].includes(next?.operation ?? '') && this.#dims.get(from)!.length === 4;
  }

  #fuse(node: OnnxNode, from: string, place: number, dims: Dims, isLast: boolean): boolean {
    const fused = activationOfNode(node);
    const draft = this.#drafts[place]!;
    const isSole = place > 0 && draft.activation === from && this.#uses.get(from) === 1 && draft.fused === null;
    if (fused === null || !isSole) return false;
    // Softmax is shown where it is an answer: over the neurons of the last layer.
    const axis = node.attributes.get('axis')?.number ?? -1;
    const isAnswer = isLast && place === this.#drafts.length - 1 && dims.length === 2 && [1, -1].includes(axis);
    if (fused.name === 'softmax' && !isAnswer) return false;
    draft.fused = fused;
    draft.activation = node.outputs[0]!;
    this.#setPlace(node.outputs[0]!, place, dims);
    return true;
  }

  /** The Add after a MatMul. */
  #addBias(node: OnnxNode, from: string, place: number): boolean {
    const draft = this.#drafts[place]!;
    if (node.operation !== 'Add' || !draft.isUnbiased || draft.activation !== from || this.#uses.get(from) !== 1) {
      return false;
    }
    const biases = this.#constants.get(node.inputs.find((name) => name !== from) ?? '');
    if (!biases || biases.dims.at(-1) !== draft.dims[1] || biases.dims.slice(0, -1).some((side) => side !== 1)) {
      return false;
    }
    const output = node.outputs[0]!;
    const tensors = { ...draft.tensors!, biases };
    this.#drafts[place] = { ...draft, preActivation: output, activation: output, tensors, isUnbiased: false };
    this.#setPlace(output, place, draft.dims);
    return true;
  }

  #add(node: OnnxNode, from: string, dims: Dims): void {
    const output = node.outputs[0]!;
    const inputDims = this.#dims.get(from) ?? dims;
    const tensors = this.#denseTensors(node, from);
    const kind =
      tensors !== null
        ? { kind: 'dense', neurons: dims[1] }
        : Object.hasOwn(nodeKinds, node.operation)
          ? nodeKinds[node.operation]!(
              node,
              inputDims,
              dims,
              node.inputs.map((name) => this.#dims.get(name) ?? null),
            )
          : null;
    const inputs = node.inputs.filter((name) => this.#places.has(name)).map((name) => this.#places.get(name)!);
    const needed = kind !== null && 'kind' in kind && ['add', 'concatenate'].includes(kind.kind as string);
    const given = {
      ...(kind ?? { kind: 'opaque', operation: node.operation, shape: shapeOf(dims, output) }),
      name: nameOf(node),
      inputs: kind === null || needed ? inputs : inputs.slice(0, 1),
    };
    const isConv = kind !== null && node.operation === 'Conv';
    this.#drafts.push({
      ...{ given, preActivation: output, activation: output, dims, fused: null },
      tensors: isConv ? this.#convTensors(node) : tensors,
      isUnbiased: tensors !== null && node.operation === 'MatMul',
    });
    if (this.#drafts.length > mostLayers) {
      throw tooLarge(onnxKind, `at most ${mostLayers} layers`, 'more');
    }
    for (const [k, name] of node.outputs.entries()) {
      this.#places.set(name, this.#drafts.length - 1);
      const own = k === 0 ? dims : this.#stated.get(name);
      if (isKnown(own)) this.#dims.set(name, own);
    }
  }

  /** The weights of a node that is a dense layer; null for any other. */
  #denseTensors({ operation, inputs, attributes }: OnnxNode, from: string): LayerTensors | null {
    if (!['Gemm', 'MatMul'].includes(operation) || inputs[0] !== from || this.#dims.get(from)?.length !== 2)
      return null;
    const weights = this.#constants.get(inputs[1] ?? '');
    const number = (name: string, ifAbsent: number): number => attributes.get(name)?.number ?? ifAbsent;
    const isPlain = number('alpha', 1) === 1 && number('beta', 1) === 1 && number('transA', 0) === 0;
    if (!weights || weights.dims.length !== 2 || !isPlain) return null;
    checkLength(weights);
    const isTransposed = operation === 'Gemm' && number('transB', 0) === 1;
    const width = this.#dims.get(from)![1];
    if (weights.dims[isTransposed ? 1 : 0] !== width) {
      throw malformed(
        onnxKind,
        `the weights "${weights.name}" of shape [${weights.dims.join(', ')}] do not fit ${width} inputs`,
      );
    }
    const biases = operation === 'Gemm' && inputs[2] ? (this.#constants.get(inputs[2]) ?? undefined) : null;
    const neurons = weights.dims[isTransposed ? 0 : 1]!;
    if (biases === undefined || (biases !== null && !(biases.dims.length <= 2 && biases.dims.at(-1) === neurons)))
      return null;
    const shape = this.#flattened.has(from) ? (this.#drafts[0]!.given['shape'] as LayerShape) : null;
    return { weights, isTransposed, biases, picture: shape };
  }

  #convTensors({ inputs }: OnnxNode): LayerTensors | null {
    const [weights, biases] = [this.#constants.get(inputs[1] ?? ''), this.#constants.get(inputs[2] ?? '')];
    if (!weights) return null;
    checkLength(weights);
    return { weights, isTransposed: false, biases: biases ?? null, picture: null };
  }

  #setPlace(name: string, place: number, dims: Dims): void {
    this.#places.set(name, place);
    this.#dims.set(name, dims);
  }

  #setConstant(name: string, tensor: OnnxTensor | null): void {
    this.#constants.set(name, tensor);
    if (tensor !== null) this.#dims.set(name, tensor.dims);
  }

  #use(name: string): void {
    this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
  }
}
