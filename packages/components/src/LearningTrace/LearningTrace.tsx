'use client';
import { useSource, useSupport, type TrainingSource } from '@neuroglow/engine';
import {
  forwardRef,
  useMemo,
  useRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react';
import { legendStyles } from '../shared/legend/legendStyles.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root, useRoot } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import type { Styles } from '../shared/styleSheet.js';
import { learningTraceMessages, type LearningTraceMessages } from './messages.js';
import { Panels } from './Panels.js';
import { learningTraceStyles } from './styles.js';
import { traceOf, type Trace } from './trace.js';
import type { LearningTraceProps, LearningTraceSlot, LearningTraceValues } from './types.js';
import { useLiveTrace } from './useLiveTrace.js';

const styles: readonly Styles[] = [learningTraceStyles, legendStyles];

/**
 * What neurons do when the cost falls: three panels on one axis of steps. The cost with its drops; every neuron's activation for one input; and
 * the same neurons coloured by σ(bias), to compare. Ticks mark where a neuron crossed its threshold.
 */
export const LearningTrace: ForwardRefExoticComponent<LearningTraceProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  LearningTraceProps
>(function LearningTrace(props, ref) {
  const words = useMemo(() => withMessages(learningTraceMessages, props.messages), [props.messages]);
  return (
    <Root name="learning-trace" props={props} forwardedRef={ref} messages={words} styles={styles} label={words.label}>
      <Content {...props} words={words} />
    </Root>
  );
});

type ContentProps = LearningTraceProps & { readonly words: LearningTraceMessages };

function Content(props: ContentProps): ReactElement {
  const { values, words } = props;
  const source = useSource(props.source);
  const checked = useMemo(() => (values ? check(values) : null), [values]);
  const support = useSupport({ kind: 'parameters' }, { source });
  if (checked instanceof Error) return <ErrorBox error={checked} messages={words} />;
  if (checked) return <Panels {...props} trace={checked} canSeek />;
  if (!source) return <Message>{words.noSource}</Message>;
  if (support !== true) return <Message>{support.reason}</Message>;
  return <WatchedTrace {...props} source={source} />;
}

/** Caught here and not by the boundary: a server has none. */
function check(values: LearningTraceValues): Trace | Error {
  try {
    return traceOf(values);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function WatchedTrace(props: ContentProps & { readonly source: TrainingSource }): ReactElement {
  const { source, words } = props;
  const { format } = useRoot();
  const stage = useRef<HTMLDivElement | null>(null);
  const { trace, error, hasInput } = useLiveTrace(source, stage);
  const slot = slotNames<LearningTraceSlot>('learning-trace', props.classNames);
  return (
    <div ref={stage}>
      {error && <ErrorBox error={error} messages={words} />}
      {!hasInput ? (
        <Message>{words.noInput}</Message>
      ) : (
        <>
          <Panels {...props} trace={trace} canSeek={source.timeline !== undefined} />
          <p className={slot('note')}>{words.liveNote(trace.steps.length, format)}</p>
        </>
      )}
    </div>
  );
}
