import { checkTrainer } from '../core/checkTrainer.js';
import type { Dataset } from '../core/dataset.js';
import { expandDataset } from '../core/features.js';
import { NeuroglowError } from '../core/error.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import { layOut, repeatsNarrowBatches, type Layout } from './layout.js';
import { checkFirstLayer, chooseFirstLayer, describeStorage, type FirstLayer } from './store.js';

const pageBytes = 65536;
/** WebAssembly's addresses have 32 bits; the last page stays free, so that none overflows. */
export const mostKernelBytes: number = 65535 * pageBytes;

/**
 * Bytes that a kernel trainer needs for a configuration and data, known before the run.
 * @throws as `createConfiguration`; `invalid-dataset` for data of the wrong type or length.
 */
export function kernelMemoryBytes(
  configuration: TrainerConfiguration,
  training: Dataset,
  validation: Dataset | null,
  firstLayer?: FirstLayer,
): number {
  const checked = checkTrainer(configuration, training, validation);
  if (firstLayer !== undefined) checkFirstLayer(firstLayer);
  const expanded = expandDataset(checked.network, training);
  const validated = validation && expandDataset(checked.network, validation);
  return planMemory(checked, expanded, validated, firstLayer ?? chooseFirstLayer(expanded)).bytes;
}

export function planMemory(
  configuration: TrainerConfiguration,
  training: Dataset,
  validation: Dataset | null,
  firstLayer: FirstLayer,
): Layout {
  const columnsOf = repeatsNarrowBatches(configuration, firstLayer) ? configuration.batchSize : null;
  const stored = validation && describeStorage(validation, firstLayer);
  return layOut(configuration, describeStorage(training, firstLayer, columnsOf), stored);
}

/** Memory for a layout. @throws `too-large` where it is more than WebAssembly can address or the machine has. */
export function allocateMemory(layout: Layout, training: Dataset): WebAssembly.Memory {
  const { bytes } = layout;
  const megabytes = (count: number): string => `${(count / 1e6).toFixed(1)} MB`;
  const tooLarge = (most: string, cause?: unknown): NeuroglowError =>
    new NeuroglowError(
      'too-large',
      `memory: expected at most ${most}, got a run of ${megabytes(bytes)} (${training.rows} rows of ${training.inputs.length / training.rows} inputs take ${megabytes(training.inputs.byteLength)}); use fewer rows, a smaller batch or a smaller network.`,
      cause === undefined ? undefined : { cause },
    );
  if (bytes > mostKernelBytes) throw tooLarge(megabytes(mostKernelBytes));
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  } catch (error) {
    throw tooLarge('what this machine has to give', error);
  }
}
