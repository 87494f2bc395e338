'use client';
import { useSource, useTimeline, type TrainingSource } from '@neuroglow/engine';
import { forwardRef, useMemo, type ForwardRefExoticComponent, type ReactElement, type RefAttributes } from 'react';
import { Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { timelineScrubberMessages, type TimelineScrubberMessages } from './messages.js';
import { Scrubber } from './Scrubber.js';
import { timelineScrubberStyles } from './styles.js';
import type { TimelineScrubberProps } from './types.js';

/**
 * Moves all pictures of a provider to any step of a run: drag the handle, play in both directions, type a step, and return with Live. Works
 * with every source that has a timeline; where that has a few steps only, the handle snaps to them.
 */
export const TimelineScrubber: ForwardRefExoticComponent<TimelineScrubberProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, TimelineScrubberProps>(function TimelineScrubber(props, ref) {
    const words = useMemo(() => withMessages(timelineScrubberMessages, props.messages), [props.messages]);
    return (
      <Root
        name="timeline-scrubber"
        props={props}
        forwardedRef={ref}
        messages={words}
        styles={timelineScrubberStyles}
        label={words.label}
      >
        <Content {...props} words={words} />
      </Root>
    );
  });

type ContentProps = TimelineScrubberProps & { readonly words: TimelineScrubberMessages };

function Content(props: ContentProps): ReactElement {
  const source = useSource(props.source);
  if (!source) return <Message>{props.words.noSource}</Message>;
  return <OfSource {...props} source={source} />;
}

function OfSource(props: ContentProps & { readonly source: TrainingSource }): ReactElement {
  const { source, words } = props;
  const timeline = useTimeline({ source });
  if (!source.timeline) return <Message>{words.noTimeline}</Message>;
  if (timeline.isAvailable && timeline.kept.length === 0) return <Message>{words.nothingKept}</Message>;
  return <Scrubber {...props} timeline={timeline} />;
}
