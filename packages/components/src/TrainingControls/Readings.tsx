'use client';
import { useSource, useTrainingState, type Snapshot } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { costText } from '../shared/costText.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { TrainingControlsSlot, TrainingControlsValues } from './types.js';
import type { TrainingControlsMessages } from './messages.js';

interface ReadingsProps {
  readonly words: TrainingControlsMessages;
  readonly slot: SlotNames<TrainingControlsSlot>;
}

const everything = (snapshot: Snapshot): Snapshot => snapshot;

/** The readings of the source; they commit ten times a second at most. */
export function LiveReadings(props: ReadingsProps): ReactElement {
  const source = useSource();
  return <Readings {...props} values={useTrainingState(everything)} hasHeldOut={source?.data?.validation !== 0} />;
}

/** Numbers that change in place: each has room for what it may become, so that nothing around it moves. */
export function Readings({
  values,
  words,
  slot,
  hasHeldOut = true,
}: ReadingsProps & { readonly values: TrainingControlsValues; readonly hasHeldOut?: boolean }): ReactElement {
  const { format } = useRoot();
  const { status, step, epoch, cost, validation } = values;
  const accuracy = validation?.accuracy ?? null;
  const showsAccuracy = validation === null ? hasHeldOut : accuracy !== null;
  const readings: readonly (readonly [key: string, name: string, value: string])[] = [
    ['status', words.status, words.statuses[status]],
    ['step', words.steps, format.integer(step)],
    ...(epoch === undefined ? [] : [['epoch', words.epoch, format.integer(epoch)] as const]),
    ...(cost === undefined ? [] : [['cost', words.cost, cost === null ? words.none : costText(cost, format)] as const]),
    ...(showsAccuracy
      ? [['accuracy', words.accuracy, accuracy === null ? words.none : format.percent(accuracy)] as const]
      : []),
  ];
  return (
    <>
      <dl className={slot('readings')}>
        {readings.map(([key, name, value]) => (
          <div key={key} className={slot('reading')} data-reading={key} data-status={status}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <span className="neuroglow__hidden" role="status">
        {words.statuses[status]}
      </span>
    </>
  );
}
