import { NeuroglowError } from '../../core/error.js';
import { show } from '../../core/show.js';
import type { LayerActivations } from '../../core/trainer.js';
import type { ForeignModel } from '../modelFrames.js';
import type { DescribedModel } from './describeModel.js';
import type { TensorflowLayer, TensorflowLibrary, TensorflowModel, TensorflowTensor } from './tensorflowModel.js';

/** A function that changes nothing, in place of a layer's own, so that the layer gives its z. */
const identity = { getClassName: () => 'linear', getConfig: () => ({}), apply: (z: unknown): unknown => z };

/** Reads a model: its weights, and by `tf` its activations. */
export function readableModel(
  tf: TensorflowLibrary | undefined,
  model: TensorflowModel,
  { network, weights, isDense, layers }: DescribedModel,
): ForeignModel {
  const evaluation = tf && new Evaluation(tf, model, layers);
  return {
    ...{ network, isDense },
    given: { activations: reasonAgainst(tf, model) ?? true, kernels: true },
    readParameters: async (l, into, weightsAt, biasesAt) => {
      await Promise.all(
        weights[l]!.map(async (weight, part) =>
          into.set(await weight.read().data(), part === 0 ? weightsAt : biasesAt),
        ),
      );
    },
    evaluate: (inputs, rows, chosen) => evaluation!.run(inputs, rows, chosen, network.layers),
    readKernel: async (l) => Float32Array.from(await layers[l]!.weights[0]!.read().data()),
  };
}

function reasonAgainst(tf: TensorflowLibrary | undefined, model: TensorflowModel): string | null {
  if (tf === undefined) {
    return 'This needs TensorFlow.js, which computes activations of such layers; pass `tf` to createTensorflowSource.';
  }
  return model.inputs?.length === 1 ? null : 'This needs a model with one input, and this one has others too.';
}

interface Made {
  readonly activations: readonly TensorflowTensor[];
  /** null where z is a. */
  readonly preActivations: readonly (TensorflowTensor | null)[];
}

type Probe = ReturnType<TensorflowLibrary['model']>;

const mostProbes = 16;

class Evaluation {
  readonly #tf: TensorflowLibrary;
  readonly #model: TensorflowModel;
  readonly #layers: readonly (TensorflowLayer | null)[];
  readonly #probes = new Map<string, Probe>();

  constructor(tf: TensorflowLibrary, model: TensorflowModel, layers: readonly (TensorflowLayer | null)[]) {
    this.#tf = tf;
    this.#model = model;
    this.#layers = layers;
  }

  async run(
    inputs: Float32Array,
    rows: number,
    chosen: readonly number[],
    described: ForeignModel['network']['layers'],
  ): Promise<LayerActivations> {
    const none = new Float32Array(0);
    const computed = chosen.filter((l) => l > 0 && this.#layers[l] != null);
    // All tensors are made in this turn, of one state of the weights; reading them may take longer.
    const made = this.#tf.tidy(() => compute(() => this.#compute(inputs, rows, computed))) as Made;
    const tensors = [...made.activations, ...made.preActivations.filter((tensor) => tensor !== null)];
    const values = new Map<TensorflowTensor, Float32Array>();
    try {
      for (const tensor of tensors) values.set(tensor, Float32Array.from(await tensor.data()));
    } finally {
      for (const tensor of tensors) tensor.dispose();
    }
    const activations = made.activations.map((tensor) => values.get(tensor)!);
    const preActivations = made.preActivations.map((tensor, k) =>
      tensor === null ? activations[k]!.slice() : values.get(tensor)!,
    );
    const place = (of: readonly Float32Array[]): Float32Array[] =>
      described.map((_, l) => (l === 0 && chosen.includes(0) ? inputs.slice() : (of[computed.indexOf(l)] ?? none)));
    return { rows, preActivations: place(preActivations), activations: place(activations) };
  }

  /** The model that gives these outputs; those that were asked for lately are kept. */
  #probe(key: string, outputs: readonly unknown[]): Probe {
    const kept = this.#probes.get(key) ?? this.#tf.model({ inputs: this.#model.inputs, outputs });
    this.#probes.delete(key);
    this.#probes.set(key, kept);
    if (this.#probes.size > mostProbes) this.#probes.delete(this.#probes.keys().next().value!);
    return kept;
  }

  #compute(inputs: Float32Array, rows: number, computed: readonly number[]): Made {
    if (computed.length === 0) return { activations: [], preActivations: [] };
    const layers = computed.map((l) => this.#layers[l]!);
    const shape = (this.#model.inputs![0] as { readonly shape: readonly (number | null)[] }).shape.slice(1);
    const x = this.#tf.tensor(inputs, [rows, ...shape.map((side) => side ?? 1)]);
    const fused = layers.map(isFused);
    // Every symbolic tensor once: the input of one layer may be the output of another.
    const outputs = [
      ...new Set(layers.flatMap((layer, k) => (fused[k] ? [layer.output, layer.input] : [layer.output]))),
    ];
    const predicted = this.#probe(computed.join(), outputs).predict(x);
    const tensors = (Array.isArray(predicted) ? predicted : [predicted]) as TensorflowTensor[];
    const valueOf = (symbol: unknown): TensorflowTensor => tensors[outputs.indexOf(symbol)]!;
    const activations = layers.map((layer) => valueOf(layer.output));
    const preActivations = layers.map((layer, k) => (fused[k] ? withoutActivation(layer, valueOf(layer.input)) : null));
    return { activations, preActivations };
  }
}

/** Whether a layer applies an activation function itself, so that its output is not its z. */
function isFused(layer: TensorflowLayer): boolean {
  const { activation = 'linear' } = layer.getConfig();
  return ['Dense', 'Conv2D'].includes(layer.getClassName()) && activation !== 'linear' && layer.call !== undefined;
}

function withoutActivation(layer: TensorflowLayer, input: TensorflowTensor): TensorflowTensor {
  const own = layer.activation;
  layer.activation = identity;
  try {
    const z = layer.call!([input], {});
    return (Array.isArray(z) ? z[0] : z) as TensorflowTensor;
  } finally {
    layer.activation = own;
  }
}

/** Errors of TensorFlow.js are reported as what they are: the model does not take the input. */
function compute<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new NeuroglowError(
      'unsupported',
      `model: expected TensorFlow.js to compute its layers, got ${show(cause instanceof Error ? cause.message : cause)}; check that model.predict takes such a row.`,
      { cause },
    );
  }
}
