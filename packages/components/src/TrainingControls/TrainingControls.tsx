'use client';
import { useSource, type Pace, type Snapshot, type StopCondition } from '@neuroglow/engine';
import { forwardRef, type ForwardRefExoticComponent, type ReactElement, type RefAttributes } from 'react';
import type { ComponentProps } from '../shared/componentProps.js';
import { Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { Commands } from './Commands.js';
import { LiveReadings, Readings } from './Readings.js';
import { Settings } from './Settings.js';
import { trainingControlsMessages, type TrainingControlsMessages } from './messages.js';
import { trainingControlsStyles } from './styles.js';

/** What the controls are made of. */
export type TrainingControlsPart = 'commands' | 'readings' | 'learningRate' | 'seed' | 'speed';
export type TrainingControlsSlot = 'commands' | 'button' | 'readings' | 'reading' | 'settings' | 'setting' | 'notice';

/** What the readings need, for a trainer of one's own. */
export type TrainingControlsValues = Pick<Snapshot, 'status' | 'step' | 'epoch' | 'cost' | 'validation'>;

export interface TrainingControlsProps extends ComponentProps<TrainingControlsMessages, TrainingControlsSlot> {
  /** Which parts to show. Default: all that the source has. */
  readonly show?: readonly TrainingControlsPart[] | undefined;
  /** Where a run that is started stops. Default: it does not. */
  readonly until?: StopCondition | undefined;
  /** How many steps the Step button makes. Default 1. */
  readonly stepCount?: number | undefined;
  /** The speeds on offer. @default ['visible', 1, 10, 100, 'fastest'] */
  readonly paces?: readonly Pace[] | undefined;
  /** Readings of a trainer of your own, in place of a source. */
  readonly values?: TrainingControlsValues | undefined;
}

const everything: readonly TrainingControlsPart[] = ['commands', 'readings', 'learningRate', 'seed', 'speed'];

/**
 * Start, pause, step and reset a run; see how far it is; change learning rate, seed and speed. What a source cannot do is not
 * there: a recording shows its readings alone.
 */
export const TrainingControls: ForwardRefExoticComponent<TrainingControlsProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, TrainingControlsProps>(function TrainingControls(props, ref) {
    const messages = withMessages(trainingControlsMessages, props.messages);
    return (
      <Root
        name="training-controls"
        props={props}
        forwardedRef={ref}
        messages={messages}
        styles={trainingControlsStyles}
        label={messages.label}
      >
        <Content {...props} words={messages} />
      </Root>
    );
  });

function Content(props: TrainingControlsProps & { readonly words: TrainingControlsMessages }): ReactElement {
  const { show = everything, words, values } = props;
  const source = useSource(props.source);
  const slot = slotNames<TrainingControlsSlot>('training-controls', props.classNames);
  const shown = (part: TrainingControlsPart): boolean => show.includes(part);
  if (values) {
    return (
      <div className="neuroglow-training-controls__row">
        <Readings values={values} words={words} slot={slot} />
      </div>
    );
  }
  if (!source) return <Message>{words.noSource}</Message>;
  const { controls } = source;
  return (
    <div className="neuroglow-training-controls__row">
      {controls && shown('commands') && <Commands {...props} controls={controls} slot={slot} />}
      {shown('readings') && <LiveReadings words={words} slot={slot} />}
      {controls && <Settings {...props} controls={controls} slot={slot} shown={shown} />}
    </div>
  );
}
