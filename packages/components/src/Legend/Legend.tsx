'use client';
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';
import type { ComponentProps } from '../shared/componentProps.js';
import { commonMessages, withMessages, type CommonMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import { LegendList } from '../shared/legend/LegendList.js';
import { legendStyles } from '../shared/legend/legendStyles.js';

export interface LegendMessages extends CommonMessages {
  readonly label: string;
}

export const legendMessages: LegendMessages = { ...commonMessages, label: 'Legend' };

export interface LegendProps extends Pick<
  ComponentProps<LegendMessages, 'list'>,
  | 'id'
  | 'className'
  | 'classNames'
  | 'style'
  | 'messages'
  | 'locale'
  | 'theme'
  | (`aria-${string}` & keyof ComponentProps)
> {
  /** What the colours mean, in order. */
  readonly entries: readonly LegendEntry[];
}

/** What the colours of a picture mean: scales with the numbers at their ends, classes, lines, and how many values are no numbers. */
export const Legend: ForwardRefExoticComponent<LegendProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  LegendProps
>(function Legend(props, ref) {
  const messages = withMessages(legendMessages, props.messages);
  return (
    <Root
      name="legend"
      props={props}
      forwardedRef={ref}
      messages={messages}
      styles={legendStyles}
      label={messages.label}
    >
      <LegendList entries={props.entries} messages={messages} className={props.classNames?.list} />
    </Root>
  );
});
