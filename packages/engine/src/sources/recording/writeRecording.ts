import { checkBoolean, checkChoice, checkInteger, checkOptions } from '../../core/check.js';
import { NeuroglowError } from '../../core/error.js';
import { show } from '../../core/show.js';
import type { TrainerState } from '../../core/trainer.js';
import { writeArrayFile } from '../../formats/arrayFile.js';
import { dataIdOf } from '../../run/runId.js';
import { Session } from '../../session/session.js';
import type { RecordedRun } from '../../session/recorded.js';
import type { TrainingSession } from '../../session/trainingSession.js';
import type { Keyframe } from '../../timeline/keyframe.js';
import type { Recording } from './recording.js';

export interface RecordingOptions {
  /**
   * Most keyframes per run, evenly chosen from those that the timeline holds; the first and the latest are always among them. Fewer make a
   * smaller file and longer seeks. @default all
   */
  readonly keyframes?: number | undefined;
  /** Whether to include the training and held-out rows and the probes. Without them every step needs the same data again. @default true */
  readonly data?: boolean | undefined;
  /**
   * 'float32': full states, from which every step can be computed again, bit for bit. 'float16': rounded parameters of the keyframes only,
   * for a small file; no other steps can be shown. @default 'float32'
   */
  readonly weights?: 'float32' | 'float16' | undefined;
  /** Whether to include the session's earlier runs. @default true */
  readonly earlierRuns?: boolean | undefined;
}

/**
 * Writes what a session has recorded as one file: its run and its earlier ones with their journals, keyframes and histories, and the data.
 * `openRecording` makes a source of it. The session may go on training meanwhile.
 * @throws `invalid-option`; `disposed` for a session that was disposed of
 * @example const file = new Blob([await writeRecording(session, { keyframes: 100 })])
 */
export async function writeRecording(
  session: TrainingSession,
  options: RecordingOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  checkOptions(options, 'recording options', ['keyframes', 'data', 'weights', 'earlierRuns']);
  const { keyframes: most = Infinity, data: withData = true, weights = 'float32', earlierRuns = true } = options;
  if (most !== Infinity) checkInteger(most, 'keyframes', 1, Number.MAX_SAFE_INTEGER);
  checkBoolean(withData, 'data');
  checkChoice(weights, 'weights', ['float32', 'float16'] as const);
  checkBoolean(earlierRuns, 'earlierRuns');
  if (!(session instanceof Session)) {
    throw new NeuroglowError(
      'invalid-option',
      `session: expected a session from createTraining or useTraining, got ${show(session)}; other sources cannot be recorded.`,
    );
  }
  const { runs, data } = await session.readRecorded();
  const exact = weights === 'float32';
  const chosen = (earlierRuns ? runs : runs.slice(-1)).map((run) => {
    const thinned = { ...run, keyframes: spread(run.keyframes, most) };
    return exact ? thinned : withoutStates(thinned);
  });
  const recording: Recording = {
    kind: 'neuroglow-recording',
    version: 1,
    exact,
    runs: chosen,
    data: withData ? data : null,
    dataId: dataIdOf(data.training, data.validation),
    rows: data.training.rows,
  };
  const rounded = new Set<Float32Array>(exact ? [] : chosen.flatMap(parametersOf));
  return writeArrayFile(recording, (array) => rounded.has(array));
}

/** At most `most` of a list, evenly spread; the first and the last are among them. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  if (most === 1) return list.slice(-1);
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))]!);
}

/** Parameters alone are kept of each state. */
function withoutStates({ id, first, state, keyframes }: RecordedRun): RecordedRun {
  const run = { ...state.run, trainer: emptied(state.run.trainer) };
  return { id, first, state: { ...state, run }, keyframes: keyframes.map(withoutState) };
}

function withoutState({ trainer, latestCost }: Keyframe): Keyframe {
  return { trainer: emptied(trainer), latestCost };
}

function emptied(trainer: TrainerState): TrainerState {
  const none = new Uint32Array(0);
  return { ...trainer, optimizer: new Float32Array(0), powers: new Float64Array(0), generator: none, order: none };
}

function parametersOf({ state, keyframes }: RecordedRun): Float32Array[] {
  const states = [state.run.trainer, ...keyframes.map(({ trainer }) => trainer)];
  return [state.configuration.parameters, ...states.map(({ parameters }) => parameters)];
}
