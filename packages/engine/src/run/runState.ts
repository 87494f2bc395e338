import { checkFinite, checkNumber, checkObject, isNumberList } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { TrainerConfiguration, TrainerState } from '../core/trainer.js';
import { checkState, stepsPerEpoch } from '../core/trainerState.js';
import { checkHistory, type CostHistoryState } from './costHistoryState.js';
import { checkJournal, type JournalEntry } from './journal.js';
import { checkValidations, type ValidationPoint } from './validationHistory.js';

/** The state of a run, as plain data, from which it continues bit for bit. */
export interface RunState {
  readonly trainer: TrainerState;
  readonly journal: readonly JournalEntry[];
  readonly latestCost: number | null;
  readonly costs: CostHistoryState;
  readonly validations: readonly ValidationPoint[];
}

const code = 'invalid-state';

/**
 * Checks a run state of unknown origin and copies it; arrays of numbers, as JSON has them, become typed arrays.
 * @throws `invalid-state`, `invalid-parameters`, `invalid-option` or `not-finite` if it is damaged or of another configuration
 */
export function checkRunState(state: unknown, configuration: TrainerConfiguration, rows: number): RunState {
  checkObject(state, 'state.run', code);
  const trainer = checkTrainerState(state['trainer'], configuration, rows);
  return { trainer, ...checkRecords(state, configuration, trainer.step) };
}

/** A trainer's state of unknown origin, checked and copied as in `checkRunState`. */
export function checkTrainerState(state: unknown, configuration: TrainerConfiguration, rows: number): TrainerState {
  const trainer = trainerStateOf(state);
  checkState(trainer, configuration, rows);
  checkFinite(trainer.parameters, 'state.run.trainer.parameters');
  checkPosition(trainer, stepsPerEpoch(rows, configuration.batchSize), configuration.batchSize);
  return trainer;
}

/** Everything in a run state of unknown origin besides the trainer's, which stands at `step`; checked and copied. */
export function checkRecords(
  state: unknown,
  configuration: TrainerConfiguration,
  step: number,
): Omit<RunState, 'trainer'> {
  checkObject(state, 'state.run', code);
  const costs = historyOf(state['costs']);
  checkHistory(costs);
  checkCosts(costs, step);
  const { validations, latestCost } = state;
  checkValidations(validations);
  if (latestCost !== null) checkNumber(latestCost, 'state.run.latestCost', 'a finite number or null', () => true, code);
  return {
    journal: checkJournal(state['journal'], configuration.parameters.length),
    latestCost,
    costs,
    validations: (validations as readonly ValidationPoint[]).map((point) => ({ ...point })),
  };
}

function trainerStateOf(state: unknown): TrainerState {
  checkObject(state, 'state.run.trainer', code);
  const at = (name: string): string => `state.run.trainer.${name}`;
  return {
    step: state['step'] as number,
    epoch: state['epoch'] as number,
    position: state['position'] as number,
    parameters: Float32Array.from(listOf(state['parameters'], at('parameters'))),
    optimizer: Float32Array.from(listOf(state['optimizer'], at('optimizer'))),
    powers: Float64Array.from(listOf(state['powers'], at('powers'))),
    generator: Uint32Array.from(listOf(state['generator'], at('generator'))),
    order: Uint32Array.from(listOf(state['order'], at('order'))),
    hyperparameters: state['hyperparameters'] as TrainerState['hyperparameters'],
  };
}

function historyOf(state: unknown): CostHistoryState {
  checkObject(state, 'state.run.costs', code);
  const at = (name: string): string => `state.run.costs.${name}`;
  return {
    first: state['first'] as number,
    latest: state['latest'] as number,
    recent: Float32Array.from(listOf(state['recent'], at('recent'))),
    width: state['width'] as number,
    lows: Float32Array.from(listOf(state['lows'], at('lows'))),
    highs: Float32Array.from(listOf(state['highs'], at('highs'))),
    lowOffsets: Uint32Array.from(listOf(state['lowOffsets'], at('lowOffsets'))),
    highOffsets: Uint32Array.from(listOf(state['highOffsets'], at('highOffsets'))),
    sums: Float64Array.from(listOf(state['sums'], at('sums'))),
    notPositive: Uint32Array.from(listOf(state['notPositive'], at('notPositive'))),
  };
}

function listOf(value: unknown, name: string): ArrayLike<number> {
  if (isNumberList(value)) return value;
  throw new NeuroglowError(code, `${name}: expected an array of numbers, got ${show(value)}; save the session again.`);
}

/** A history ends where the run is, and is finite. */
function checkCosts({ first, latest, recent, lows, highs, sums }: CostHistoryState, step: number): void {
  if (latest >= first && latest !== step) {
    throw new NeuroglowError(
      code,
      `state.run.costs.latest: expected the step of the run, ${step}, got ${latest}; save the session again.`,
    );
  }
  for (const [name, costs] of Object.entries({ recent, lows, highs, sums })) {
    if (Array.prototype.every.call(costs, Number.isFinite)) continue;
    throw new NeuroglowError(code, `state.run.costs.${name}: expected finite numbers; save the session again.`);
  }
}

/** Step, epoch and position have to agree. */
function checkPosition({ step, epoch, position }: TrainerState, perEpoch: number, batchSize: number): void {
  if (step === epoch * perEpoch + position / batchSize) return;
  throw new NeuroglowError(
    code,
    `state.run.trainer: expected step = epoch × ${perEpoch} + position / ${batchSize}, got step ${step}, epoch ${epoch}, position ${position}; save the session again.`,
  );
}
