'use client';
import { useSource } from '@neuroglow/engine';
import { forwardRef, type ForwardRefExoticComponent, type ReactElement, type RefAttributes } from 'react';
import { Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { Commands } from './Commands.js';
import { LookingBack } from './LookingBack.js';
import { LiveReadings, Readings } from './Readings.js';
import { Settings } from './Settings.js';
import { trainingControlsMessages, type TrainingControlsMessages } from './messages.js';
import { trainingControlsStyles } from './styles.js';
import type { TrainingControlsPart, TrainingControlsProps, TrainingControlsSlot } from './types.js';

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
      {shown('readings') && <LookingBack words={words} slot={slot} />}
      {controls && <Settings {...props} controls={controls} slot={slot} shown={shown} />}
    </div>
  );
}
