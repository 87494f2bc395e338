import { checkOptions } from '../../core/check.js';
import { checkCost } from '../../core/checkCost.js';
import type { Cost } from '../../core/configuration.js';
import type { DatasetOptions } from '../../core/dataset.js';
import { NeuroglowError } from '../../core/error.js';
import type { NetworkDescription } from '../../core/network.js';
import { validateDataset } from '../../core/validateDataset.js';
import type { FileContent } from '../../formats/content.js';
import type { FrameAnswer } from '../../source/frameAnswer.js';
import { frameLoopOf } from '../../source/frameLoop.js';
import { checkProbes } from '../../source/probes.js';
import { SourceBase } from '../../source/sourceBase.js';
import type { Snapshot, TrainingSource } from '../../source/trainingSource.js';
import { viewCapabilities, type ViewCapabilities } from '../../views/capabilities.js';
import type { ViewSetting } from '../../views/context.js';
import type { View } from '../../views/view.js';
import { answerFromModel, type ForeignModel } from '../modelFrames.js';
import { describeOnnx, type DescribedOnnx, type OnnxNames } from './describeOnnx.js';
import { readDense, readKernel } from './layerWeights.js';
import { readOnnxFile } from './onnxFile.js';
import { OrtModel, type OnnxRuntime } from './ortModel.js';

export interface OpenOnnxOptions extends OnnxNames {
  /** The file's bytes; kept, not copied. */
  readonly model: FileContent;
  /**
   * onnxruntime-web, which the caller brings: `import * as ort from 'onnxruntime-web/wasm'`. It computes the activations of models that have
   * other than dense layers.
   */
  readonly ort?: OnnxRuntime | undefined;
  /**
   * Rows that pictures can offer. A row of pictures is [rows, columns, channels], row by row, as everywhere in this library; the order of the
   * file is taken care of. Copied.
   */
  readonly dataset?: DatasetOptions | undefined;
  readonly validation?: DatasetOptions | undefined;
  /** Inputs pinned for watching, in the same order. Copied. */
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /** The cost that training minimised; needed for views of gradients, which only dense models have. */
  readonly cost?: Cost | undefined;
}

/** An ONNX file as a source. */
export interface OnnxSource extends TrainingSource {
  readonly network: NetworkDescription;
  readonly data: NonNullable<TrainingSource['data']>;
  /** Gives onnxruntime's memory back. The source answers nothing afterwards. */
  dispose(): Promise<void>;
}

/**
 * Opens an ONNX file as a source: its layers with their shapes and connections, and its weights, each read when something on screen needs
 * it. Dense layers in a chain can be looked at with every view. Of other models, `ort` computes the activations.
 * @throws `file-foreign`, `file-truncated`, `file-too-large` or `file-malformed` for a file that cannot be read; `unsupported` for a model
 * with several inputs, with unknown shapes, or one that onnxruntime does not take; `invalid-network`, `invalid-dataset`, `invalid-input`,
 * `invalid-cost` or `invalid-option`
 * @example
 * const model = new Uint8Array(await (await fetch('model.onnx')).arrayBuffer())
 * const source = await openOnnx({ model, ort: await import('onnxruntime-web/wasm') })
 */
export async function openOnnx(options: OpenOnnxOptions): Promise<OnnxSource> {
  checkOptions(options, 'options', optionNames);
  const { bytes, graph } = readOnnxFile(options.model);
  const { classNames, inputShape, ort } = options;
  const described = describeOnnx(graph, { classNames, inputShape });
  // The rows are checked before onnxruntime takes its memory.
  const setting = settingOf(options, described);
  const runtime = ort === undefined || described.isDense ? null : await OrtModel.create(ort, bytes, described);
  return new FileSource(described, setting, runtime);
}

const optionNames = ['model', 'ort', 'dataset', 'validation', 'probes', 'cost', 'classNames', 'inputShape'];

const snapshot: Snapshot = { runId: 'onnx', status: 'paused', step: 0, error: null, notice: null };

type Setting = Omit<ViewSetting, 'step' | 'runId'>;

function settingOf(options: OpenOnnxOptions, { network, isDense }: DescribedOnnx): Setting {
  const { dataset, validation, probes = [], cost = null } = options;
  if (cost !== null && isDense) checkCost(cost, network);
  return {
    network,
    cost: isDense ? cost : null,
    training: dataset === undefined ? null : validateDataset(dataset, network, cost),
    validation: validation === undefined ? null : validateDataset(validation, network, cost, 'validation'),
    probes: checkProbes(probes, network),
  };
}

class FileSource extends SourceBase<Snapshot> implements OnnxSource {
  override readonly network: NetworkDescription;
  readonly data: OnnxSource['data'];
  protected override readonly capabilities: ViewCapabilities;
  readonly #setting: Setting;
  readonly #model: ForeignModel;
  readonly #runtime: OrtModel | null;
  #isReading = false;
  #isDisposed = false;

  constructor(described: DescribedOnnx, setting: Setting, runtime: OrtModel | null) {
    super(snapshot, frameLoopOf(globalThis));
    this.network = described.network;
    this.#setting = setting;
    this.#runtime = runtime;
    this.#model = modelOf(described, runtime);
    const { given } = this.#model;
    this.capabilities = viewCapabilities({ ...setting, batches: false, scalars: false, given });
    const { training, validation, probes } = setting;
    this.data = { training: training?.rows ?? 0, validation: validation?.rows ?? 0, probes: probes.length };
  }

  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.leaveEverything();
    await this.#runtime?.release();
  }

  protected override refuseAll(): NeuroglowError | null {
    if (!this.#isDisposed) return null;
    return new NeuroglowError(
      'disposed',
      'expected a source in use, got one that was disposed of; open the file again.',
    );
  }

  protected override displayFrame(): void {
    if (this.#isReading) return;
    const due = this.watched.due(0, false);
    if (due.length === 0) return;
    this.#isReading = true;
    void this.#answer(due).then((answers) => {
      this.#isReading = false;
      if (this.#isDisposed) return;
      this.watched.take(answers);
      this.wake();
    });
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#answer(views.map((view) => ({ key: '', view })));
  }

  #answer(views: readonly { readonly key: string; readonly view: View }[]): Promise<readonly FrameAnswer[]> {
    const { runId, step } = this.snapshots.current;
    const setting = { ...this.#setting, runId, step, scalars: null };
    return answerFromModel(views, this.#model, setting, this.capabilities, 0);
  }
}

function modelOf({ network, layers, isDense }: DescribedOnnx, runtime: OrtModel | null): ForeignModel {
  const tensorsOf = (l: number) => {
    const { tensors } = layers[l]!;
    if (tensors !== null) return tensors;
    throw new NeuroglowError(
      'unsupported',
      `This needs weights that lie in the file, and those of "${network.layers[l]!.name}" are computed by the model itself.`,
    );
  };
  return {
    ...{ network, isDense },
    given: {
      activations:
        runtime === null
          ? 'This needs onnxruntime, which computes activations of such layers; pass `ort` to openOnnx.'
          : true,
      kernels: true,
    },
    readParameters: async (l, into, weightsAt, biasesAt) => {
      readDense(tensorsOf(l), into, weightsAt, biasesAt);
      return Promise.resolve();
    },
    evaluate: (inputs, rows, chosen) => runtime!.evaluate(inputs, rows, chosen),
    readKernel: async (l) => Promise.resolve(readKernel(tensorsOf(l))),
  };
}
