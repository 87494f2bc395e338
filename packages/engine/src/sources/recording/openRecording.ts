import { checkOptions } from '../../core/check.js';
import type { DatasetOptions } from '../../core/dataset.js';
import { NeuroglowError } from '../../core/error.js';
import { stepsPerEpoch } from '../../core/trainerState.js';
import { validateDataset } from '../../core/validateDataset.js';
import type { FileContent } from '../../formats/content.js';
import { recordedOf } from '../../hosting/recordedRun.js';
import { RunTimeline } from '../../hosting/runTimeline.js';
import { StepClock } from '../../hosting/stepClock.js';
import { servicesOfThisWindow } from '../../hosting/window.js';
import { CostHistory } from '../../run/costHistory.js';
import { dataIdOf } from '../../run/runId.js';
import { checkRecords, checkTrainerState } from '../../run/runState.js';
import { readOnly } from '../../session/earlierRun.js';
import { Session } from '../../session/session.js';
import { thisWindow } from '../../session/sessionWindow.js';
import { checkResumeOptions, checkSavedSession, type SavedData } from '../../session/sessionState.js';
import { checkProbes } from '../../source/probes.js';
import type { RunCollection, Snapshot, TrainingSource } from '../../source/trainingSource.js';
import { createCheckpointSource, type Checkpoint } from '../checkpointSource.js';
import type { RecordedRun } from '../../session/recorded.js';
import { asFileError, checkParameters, checkPlace, readRecordingFile, type Recording } from './recording.js';
import { fixedRuns } from './fixedRuns.js';

export interface OpenRecordingOptions {
  /** The data that the run learned from, for a recording that was written without them: then every step can be shown. */
  readonly dataset?: DatasetOptions | undefined;
  /** The held-out rows, if the run had some. */
  readonly validation?: DatasetOptions | undefined;
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /** Where steps are computed again. 'auto': in a worker if possible; false: on the calling thread. @default 'auto' */
  readonly worker?: 'auto' | false | undefined;
}

/**
 * Opens a file of `writeRecording` as a source without commands; earlier runs of its session are in `source.runs`. With its data it shows
 * every step, computed again from the nearest keyframe. Without them, or if its weights were rounded, it shows its keyframes only:
 * `source.timeline` lists them, and the snapshot's `notice` says so.
 * @param content the file's bytes, at most 1 GiB
 * @throws `file-foreign`, `file-truncated`, `file-too-large`, `file-malformed`; `invalid-dataset` for data that the run did not learn from
 * @example const source = await openRecording(await (await fetch('/run.neuroglow')).arrayBuffer())
 */
export async function openRecording(content: FileContent, options: OpenRecordingOptions = {}): Promise<TrainingSource> {
  checkOptions(options, 'options', ['dataset', 'validation', 'probes', 'worker']);
  return Promise.resolve(openNow(content, options));
}

function openNow(content: FileContent, options: OpenRecordingOptions): TrainingSource {
  const recording = readRecordingFile(content);
  const given = givenData(recording, options);
  try {
    const data = given ?? recording.data;
    const open = (run: RecordedRun, runs?: RunCollection): TrainingSource =>
      recording.exact && data !== null
        ? openExactly(run, data, options, runs)
        : openKeyframes(run, data, recording, runs);
    const earlier = recording.runs.slice(0, -1).map((run) => ({ id: run.id, source: open(run) }));
    return open(recording.runs.at(-1)!, fixedRuns(earlier));
  } catch (error) {
    throw asFileError(error);
  }
}

/** Every step, by a session without its commands. */
function openExactly(
  { id, first, state, keyframes }: RecordedRun,
  data: SavedData,
  { worker = 'auto' }: OpenRecordingOptions,
  runs?: RunCollection,
): TrainingSource {
  const setup = checkResumeOptions({ state: { ...state, data } }, worker);
  const { memory } = servicesOfThisWindow();
  const past = RunTimeline.of(setup.timeline, memory, first);
  for (const { trainer, latestCost } of keyframes) {
    const checked = checkTrainerState(trainer, setup.configuration, setup.training.rows);
    // The keyframes of an epoch share its order, as they do in the file.
    const order = trainer.order instanceof Uint32Array ? trainer.order : checked.order;
    past.store?.add({ trainer: { ...checked, order }, latestCost });
  }
  return readOnly(new Session({ ...setup, past, firstStep: first, runId: id, until: null }, thisWindow()), runs);
}

/** The keyframes and nothing between them. */
function openKeyframes(
  { id, state, keyframes }: RecordedRun,
  data: SavedData | null,
  { exact, rows }: Recording,
  runs?: RunCollection,
): TrainingSource {
  const { configuration, status, pace, arithmetic } = checkSavedSession(state);
  const { network, cost, optimizer, seed, batchSize } = configuration;
  const { run } = state;
  const { step, epoch, hyperparameters } = checkPlace(run.trainer);
  const { costs, validations, journal, latestCost } = checkRecords(run, configuration, step);
  const history = new CostHistory();
  history.load(costs);
  const series = { history, validations };
  const clock = new StepClock(step);
  const perEpoch = stepsPerEpoch(rows, batchSize);
  const checkpoints = [...keyframes, run].map(({ trainer }): Checkpoint => {
    const parameters = checkParameters(trainer.parameters, configuration, `the state of step ${trainer.step}`);
    return { step: trainer.step, parameters };
  });
  const kept = checkpoints.filter(({ step: at }, i) => at !== checkpoints[i + 1]?.step);
  const snapshot: Snapshot = {
    ...{ runId: id, status, step, epoch, cost: latestCost, validation: validations.at(-1) ?? null },
    ...{ seed, hyperparameters, pace, arithmetic, error: null },
    notice: exact
      ? `This recording has no data: of its ${step} steps, ${kept.length} can be shown.`
      : `The weights of this recording are rounded: of its ${step} steps, ${kept.length} can be shown.`,
  };
  return createCheckpointSource({
    ...{ network, checkpoints: kept, snapshot, journal, optimizer: optimizer.kind },
    ...(runs !== undefined && { runs }),
    setting: {
      cost,
      training: data && validateDataset(data.training, network, cost),
      validation: data?.validation ? validateDataset(data.validation, network, cost, 'validation') : null,
      probes: checkProbes(data?.probes ?? [], network),
    },
    scalars: (needed) => recordedOf(series, needed, perEpoch, clock),
  });
}

/** Data passed by the caller; null without. @throws `invalid-dataset` unless the run learned from them */
function givenData(
  { dataId, runs }: Recording,
  { dataset, validation, probes = [] }: OpenRecordingOptions,
): SavedData | null {
  if (dataset === undefined) return null;
  const { network, cost } = checkSavedSession(runs.at(-1)!.state).configuration;
  const data: SavedData = {
    training: validateDataset(dataset, network, cost),
    validation: validation === undefined ? null : validateDataset(validation, network, cost, 'validation'),
    probes: checkProbes(probes, network),
  };
  const id = dataIdOf(data.training, data.validation);
  if (id === dataId) return data;
  throw new NeuroglowError(
    'invalid-dataset',
    `dataset: expected the rows that the recorded run learned from and, if it had some, its held-out rows (${dataId}), got others (${id}); pass those, in their order, or leave both out.`,
  );
}
