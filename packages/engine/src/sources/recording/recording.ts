import { checkFinite, isNumberList } from '../../core/check.js';
import { parameterLayout } from '../../core/describe.js';
import { NeuroglowError } from '../../core/error.js';
import { checkHyperparameters } from '../../core/optimizers.js';
import type { TrainerConfiguration, TrainerState } from '../../core/trainer.js';
import { malformed } from '../../formats/content.js';
import { readArrayFile } from '../../formats/arrayFile.js';
import type { RecordedRun } from '../../session/recorded.js';
import type { SavedData } from '../../session/sessionState.js';

/**
 * A recording is a file of arrays (`formats/arrayFile.ts` has its layout) with these data. `exact` recordings hold full states, from which
 * every step can be computed again with the data. Others hold rounded parameters of some steps and nothing else of the trainer: its other
 * arrays are empty.
 */
export interface Recording {
  readonly kind: 'neuroglow-recording';
  readonly version: 1;
  readonly exact: boolean;
  /** Oldest first; the last is the one that the session showed. */
  readonly runs: readonly RecordedRun[];
  /** null if it was written without its data. */
  readonly data: SavedData | null;
  /** Names the data, so that others are not taken for them. */
  readonly dataId: string;
  /** Training rows. */
  readonly rows: number;
}

export const recordingKind = 'a recording';
const mostRuns = 64;
const mostKeyframes = 0x10_0000;

/** Reads a file and checks everything but the states themselves, which need the data for that. */
export function readRecordingFile(content: unknown): Recording {
  const data = readArrayFile(content, recordingKind);
  if (!isObject(data) || data['kind'] !== 'neuroglow-recording') {
    throw malformed(recordingKind, 'it holds other data');
  }
  if (data['version'] !== 1) throw malformed(recordingKind, `it is of version ${String(data['version'])}, not 1`);
  const { exact, runs, dataId, rows } = data;
  if (typeof exact !== 'boolean' || typeof dataId !== 'string' || !isStep(rows) || rows === 0)
    throw malformed(recordingKind, 'its head is damaged');
  if (!Array.isArray(runs) || runs.length === 0 || runs.length > mostRuns) {
    throw malformed(recordingKind, `it does not hold 1 to ${mostRuns} runs`);
  }
  runs.forEach((run: unknown, index) => checkRun(run, index));
  return data as unknown as Recording;
}

function checkRun(run: unknown, index: number): void {
  const wrong = (what: string): NeuroglowError => malformed(recordingKind, `run ${index} has ${what}`);
  if (!isObject(run) || typeof run['id'] !== 'string') throw wrong('no name');
  const { first, keyframes, state } = run;
  if (!isStep(first)) throw wrong('no first step');
  const last = isObject(state) && isObject(state['run']) ? state['run']['trainer'] : null;
  if (!isObject(last)) throw wrong('no state');
  if (!Array.isArray(keyframes) || keyframes.length > mostKeyframes) throw wrong('no list of keyframes');
  let latest = -1;
  for (const keyframe of keyframes as readonly unknown[]) {
    const trainer = isObject(keyframe) ? keyframe['trainer'] : null;
    const cost = isObject(keyframe) ? keyframe['latestCost'] : undefined;
    if (!isObject(trainer) || !isStep(trainer['step']) || trainer['step'] <= latest) {
      throw wrong('keyframes that do not ascend');
    }
    if (cost !== null && typeof cost !== 'number') throw wrong('a keyframe without a cost');
    latest = trainer['step'];
  }
}

/** Parameters of a checkpoint, checked: as many as the network has, all finite. */
export function checkParameters(parameters: unknown, { network }: TrainerConfiguration, name: string): Float32Array {
  const { parameterCount } = parameterLayout(network);
  if (!isNumberList(parameters) || parameters.length !== parameterCount) {
    throw malformed(recordingKind, `${name} does not hold the network's ${parameterCount} parameters`);
  }
  const floats = parameters instanceof Float32Array ? parameters : Float32Array.from(parameters);
  checkFinite(floats, name);
  return floats;
}

/** Where a rounded state stands, checked. */
export function checkPlace(trainer: TrainerState): Pick<TrainerState, 'step' | 'epoch' | 'hyperparameters'> {
  const { step, epoch, hyperparameters } = trainer;
  if (!isStep(step) || !isStep(epoch)) throw malformed(recordingKind, 'its last state has no step');
  checkHyperparameters(hyperparameters);
  return { step, epoch, hyperparameters };
}

/** Reports whatever a damaged recording meets as an error of the file. */
export function asFileError(error: unknown): unknown {
  if (!(error instanceof NeuroglowError) || error.code.startsWith('file-')) return error;
  return malformed(recordingKind, error.message, { cause: error });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStep(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
