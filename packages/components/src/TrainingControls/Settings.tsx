'use client';
import { useTrainingState, type Pace, type Snapshot, type SourceControls } from '@neuroglow/engine';
import { useId, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { NumberField } from './NumberField.js';
import { rate, seed as seedKind } from './numberText.js';
import type { TrainingControlsPart, TrainingControlsSlot } from './types.js';
import type { TrainingControlsMessages } from './messages.js';
import { useCommand } from './useCommand.js';

export interface SettingsProps {
  readonly controls: Partial<SourceControls>;
  readonly words: TrainingControlsMessages;
  readonly slot: SlotNames<TrainingControlsSlot>;
  readonly shown: (part: TrainingControlsPart) => boolean;
  readonly paces?: readonly Pace[] | undefined;
}

const defaultPaces: readonly Pace[] = ['visible', 1, 10, 100, 'fastest'];

const selectRate = (snapshot: Snapshot): number | undefined => snapshot.hyperparameters?.learningRate;
const selectSeed = (snapshot: Snapshot): number | undefined => snapshot.seed;
const selectPace = (snapshot: Snapshot): Pace | undefined => snapshot.pace;

/** Learning rate (from the next step on), seed (a new run) and speed. */
export function Settings({ controls, words, slot, shown, paces = defaultPaces }: SettingsProps): ReactElement | null {
  const learningRate = useTrainingState(selectRate);
  const seed = useTrainingState(selectSeed);
  const pace = useTrainingState(selectPace);
  const { format } = useRoot();
  const [problem, run] = useCommand();
  const speedId = useId();
  const { setHyperparameters, reset, setPace } = controls;
  const rateField = setHyperparameters && learningRate !== undefined && shown('learningRate');
  const seedField = reset && seed !== undefined && shown('seed');
  const speedField = setPace && pace !== undefined && shown('speed');
  if (!rateField && !seedField && !speedField) return null;
  const offered = pace === undefined || paces.includes(pace) ? paces : [...paces, pace];
  return (
    <>
      <div className={slot('settings')}>
        {rateField && (
          <NumberField
            label={words.learningRate}
            kind={rate}
            value={learningRate}
            invalid={words.invalidLearningRate}
            characters={5}
            className={slot('setting')}
            onChange={(value) => run(() => setHyperparameters({ learningRate: value }))}
          />
        )}
        {seedField && (
          <NumberField
            label={words.seed}
            kind={seedKind}
            value={seed}
            invalid={words.invalidSeed}
            characters={4}
            className={slot('setting')}
            onChange={(value) => run(() => reset({ seed: value }))}
          />
        )}
        {speedField && (
          <span className={slot('setting')}>
            <label htmlFor={speedId}>{words.speed}</label>
            <select
              id={speedId}
              className="neuroglow-training-controls__input"
              value={String(pace)}
              onChange={(event) => {
                const chosen = offered.find((option) => String(option) === event.target.value);
                if (chosen !== undefined) run(() => setPace(chosen));
              }}
            >
              {offered.map((option) => (
                <option key={option} value={option}>
                  {words.pace(option, format)}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
      {problem !== null && (
        <p className={slot('notice')} role="alert" data-kind="error">
          {problem}
        </p>
      )}
    </>
  );
}
