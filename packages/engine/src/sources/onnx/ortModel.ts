import { NeuroglowError } from '../../core/error.js';
import { PbfWriter } from 'pbf';
import type { LayerActivations } from '../../core/trainer.js';
import { show } from '../../core/show.js';
import type { DescribedOnnx, OnnxLayer } from './describeOnnx.js';
import { sizeOf } from './tensor.js';

/** What is used of onnxruntime-web, by structure: no version of it is a dependency. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array): Promise<OnnxSession> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => OnnxRuntimeTensor;
}

export interface OnnxSession {
  run(
    feeds: Readonly<Record<string, OnnxRuntimeTensor>>,
    fetches: readonly string[],
  ): Promise<Readonly<Record<string, OnnxRuntimeTensor>>>;
  release?(): Promise<void>;
}

export interface OnnxRuntimeTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** Most numbers that one run of the model gives. */
const mostNumbers = 0x400_0000;

/** A model in onnxruntime, whose layers' values can all be asked for. */
export class OrtModel {
  readonly #ort: OnnxRuntime;
  readonly #session: OnnxSession;
  readonly #described: DescribedOnnx;
  /** onnxruntime computes one run of a session at a time. */
  #latest: Promise<unknown> = Promise.resolve();

  private constructor(ort: OnnxRuntime, session: OnnxSession, described: DescribedOnnx) {
    this.#ort = ort;
    this.#session = session;
    this.#described = described;
  }

  /** @throws `unsupported` where onnxruntime does not take the model, or its input is not of float32 */
  static async create(ort: OnnxRuntime, bytes: Uint8Array, described: DescribedOnnx): Promise<OrtModel> {
    const { type, name } = described.input;
    if (type !== 1) {
      throw new NeuroglowError(
        'unsupported',
        `model: expected an input of float32 to compute activations, got ${show(name)} of the data type ${type}; leave \`ort\` out to see the structure.`,
      );
    }
    try {
      const session = await ort.InferenceSession.create(withOutputs(bytes, described));
      return new OrtModel(ort, session, described);
    } catch (cause) {
      throw new NeuroglowError(
        'unsupported',
        `ort: expected onnxruntime to load the model, got ${show(cause instanceof Error ? cause.message : cause)}; leave \`ort\` out to see structure and weights.`,
        { cause },
      );
    }
  }

  /** z and a of some layers for rows of inputs, [l]; empty for the others. */
  evaluate(inputs: Float32Array, rows: number, layers: readonly number[]): Promise<LayerActivations> {
    const run = this.#latest.then(() => this.#evaluate(inputs, rows, layers));
    this.#latest = run.catch(() => undefined);
    return run;
  }

  release(): Promise<void> {
    return this.#latest.then(() => this.#session.release?.());
  }

  async #evaluate(inputs: Float32Array, rows: number, chosen: readonly number[]): Promise<LayerActivations> {
    const { network, layers, input } = this.#described;
    const numbers = rows * chosen.reduce((sum, l) => sum + 2 * network.layers[l]!.neurons, 0);
    if (numbers > mostNumbers) {
      throw new NeuroglowError(
        'too-large',
        `view: expected at most ${mostNumbers} activations, got ${numbers}; look at fewer rows or layers.`,
      );
    }
    const none = new Float32Array(0);
    const make = (): Float32Array[] =>
      network.layers.map(({ neurons }, l) => (chosen.includes(l) ? new Float32Array(rows * neurons) : none));
    const [preActivations, activations] = [make(), make()];
    if (chosen.includes(0)) for (const values of [preActivations[0]!, activations[0]!]) values.set(inputs);
    const computed = chosen.filter((l) => l > 0);
    const names = [...new Set(computed.flatMap((l) => [layers[l]!.preActivation, layers[l]!.activation]))];
    const width = network.layers[0]!.neurons;
    const stated = input.dims![0]!;
    // A model of a fixed batch takes that many rows at once; what is missing of the last is filled with zeros.
    const batch = stated > 0 && input.dims!.length > 1 ? stated : rows;
    for (let start = 0; start < rows && names.length > 0; start += batch) {
      const count = Math.min(batch, rows - start);
      const given = new Float32Array(batch * width);
      given.set(inputs.subarray(start * width, (start + count) * width));
      const results = await this.#session.run({ [input.name]: this.#feed(given, batch) }, names);
      for (const l of computed) {
        const { preActivation, activation } = layers[l]!;
        const size = network.layers[l]!.neurons;
        const take = (name: string, into: Float32Array): void =>
          into.set(rowsOf(results[name], layers[l]!, batch, size).subarray(0, count * size), start * size);
        take(preActivation, preActivations[l]!);
        take(activation, activations[l]!);
      }
    }
    return { rows, preActivations, activations };
  }

  #feed(values: Float32Array, batch: number): OnnxRuntimeTensor {
    const [layer] = this.#described.layers;
    const sides = layer!.dims.length > 1 ? [batch, ...layer!.dims.slice(1)] : layer!.dims;
    return new this.#ort.Tensor('float32', turn(values, layer!, batch, 'to file'), sides);
  }
}

/**
 * The model with all layers' values among its outputs. Protobuf merges messages that occur twice, so a second graph with nothing but
 * outputs, appended to the file, adds them to the first.
 */
function withOutputs(bytes: Uint8Array, { layers }: DescribedOnnx): Uint8Array {
  const names = new Set(layers.slice(1).flatMap(({ preActivation, activation }) => [preActivation, activation]));
  const graph = new PbfWriter();
  for (const name of names) {
    graph.writeMessage(12, (value: string, writer: PbfWriter) => writer.writeStringField(1, value), name);
  }
  const end = new PbfWriter();
  end.writeBytesField(7, graph.finish());
  const added = end.finish();
  const whole = new Uint8Array(bytes.length + added.length);
  whole.set(bytes);
  whole.set(added, bytes.length);
  return whole;
}

function rowsOf(result: OnnxRuntimeTensor | undefined, layer: OnnxLayer, batch: number, size: number): Float32Array {
  const values = result?.data;
  if (!ArrayBuffer.isView(values) || (values as Float32Array).length !== batch * size) {
    throw new NeuroglowError(
      'unsupported',
      `model: expected ${batch} × ${size} numbers of ${show(layer.activation)} from onnxruntime, got ${show(values)}; its shape in the file is wrong.`,
    );
  }
  return turn(Float32Array.from(values as Float32Array), layer, batch, 'from file');
}

/** Pictures between [channels, rows, columns], as ONNX has them, and [rows, columns, channels]. Other values stay as they are. */
function turn(
  values: Float32Array,
  { dims, isChannelLast }: OnnxLayer,
  batch: number,
  way: 'to file' | 'from file',
): Float32Array {
  if (dims.length !== 4 || isChannelLast || dims[1] === 1) return values;
  const [, channels, rows, columns] = dims as readonly [number, number, number, number];
  const places = rows * columns;
  const size = sizeOf(dims.slice(1));
  const turned = new Float32Array(values.length);
  for (let row = 0; row < batch; row++) {
    for (let channel = 0; channel < channels; channel++) {
      for (let place = 0; place < places; place++) {
        const inFile = row * size + channel * places + place;
        const here = row * size + place * channels + channel;
        if (way === 'from file') turned[here] = values[inFile]!;
        else turned[inFile] = values[here]!;
      }
    }
  }
  return turned;
}
