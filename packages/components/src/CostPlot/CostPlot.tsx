'use client';
import { useCursor, useSource, useSupport, useTrainingState, useView, type TrainingSource } from '@neuroglow/engine';
import {
  forwardRef,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
  type RefObject,
} from 'react';
import { createFrameStore, type FrameStore } from '../shared/frameStore.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames, type SlotNames } from '../shared/slots.js';
import { useFrameState } from '../shared/useFrameState.js';
import { CurrentValues } from './CurrentValues.js';
import { Curves } from './Curves.js';
import { curvesOf, type CostCurves, type CostValues } from './curveData.js';
import type { CostScale } from './geometry.js';
import { costPlotMessages, type CostPlotMessages } from './messages.js';
import { ScaleSwitch } from './ScaleSwitch.js';
import { costPlotStyles } from './styles.js';
import type { CostPlotProps, CostPlotSlot } from './types.js';

/** The cost (others say loss) by step: of each batch while training, solid, and of the held-out set, dashed. */
export const CostPlot: ForwardRefExoticComponent<CostPlotProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  CostPlotProps
>(function CostPlot(props, ref) {
  const words = useMemo(() => withMessages(costPlotMessages, props.messages), [props.messages]);
  return (
    <Root
      name="cost-plot"
      props={props}
      forwardedRef={ref}
      messages={words}
      styles={costPlotStyles}
      label={words.label}
      aspect={props.aspect}
      defaultAspect={2.4}
    >
      <Content {...props} words={words} />
    </Root>
  );
});

type ContentProps = CostPlotProps & { readonly words: CostPlotMessages };

function Content(props: ContentProps): ReactElement {
  const { words, values } = props;
  const source = useSource(props.source);
  const checked = useMemo(() => (values ? check(values) : null), [values]);
  const support = useSupport({ kind: 'scalars' }, { source });
  if (checked instanceof Error) return <ErrorBox error={checked} messages={words} />;
  if (checked) return <GivenCurves {...props} given={checked} />;
  if (!source) return <Message>{words.noSource}</Message>;
  if (support !== true) return <Message>{support.reason}</Message>;
  return <WatchedCurves {...props} source={source} />;
}

/** Caught here and not by the boundary: a server has none. */
function check(values: CostValues): CostCurves | Error {
  try {
    return curvesOf(values);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function GivenCurves(props: ContentProps & { readonly given: CostCurves }): ReactElement {
  const { given } = props;
  const [curves] = useState(() => createFrameStore(given));
  const stage = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    curves.set(given);
  }, [curves, given]);
  return <Parts {...props} source={null} curves={curves} stage={stage} marked={null} hasSteps={false} />;
}

function WatchedCurves(props: ContentProps & { readonly source: TrainingSource }): ReactElement {
  const { source, points, words } = props;
  const [curves] = useState(() => createFrameStore<CostCurves>());
  const [error, setError] = useFrameState<Error | null>(null);
  const [cursor] = useCursor();
  const hasSteps = useTrainingState(({ step }) => step > 0, Object.is, source);
  const stage = useRef<HTMLDivElement | null>(null);
  useView(
    { kind: 'scalars', ...(points !== undefined && { points }) },
    (frame) => {
      setError(null);
      curves.set(curvesOf(frame.series));
    },
    // Live even where others look back: where the cursor stands is marked in the whole curve.
    { source, at: 'live', element: stage, onError: setError },
  );
  return (
    <>
      {error && <ErrorBox error={error} messages={words} />}
      <Parts {...props} curves={curves} stage={stage} marked={cursor === 'live' ? null : cursor} hasSteps={hasSteps} />
    </>
  );
}

interface PartsProps extends ContentProps {
  readonly source: TrainingSource | null;
  readonly curves: FrameStore<CostCurves>;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly marked: number | null;
  /** Whether the run has made steps, although their curves may not have arrived yet. */
  readonly hasSteps: boolean;
}

function Parts(props: PartsProps): ReactElement {
  const { curves, stage, marked, hasSteps, words, smoothing = 0, classNames } = props;
  const slot: SlotNames<CostPlotSlot> = slotNames('cost-plot', classNames);
  const [own, setOwn] = useState<CostScale>(props.defaultScale ?? 'linear');
  const scale = props.scale ?? own;
  const onChange = (chosen: CostScale): void => {
    setOwn(chosen);
    props.onScaleChange?.(chosen);
  };
  return (
    <>
      <div className={slot('header')}>
        <CurrentValues source={props.source} curves={curves} scale={scale} words={words} slot={slot} />
        <ScaleSwitch scale={scale} onChange={onChange} words={words} slot={slot} />
      </div>
      <Curves
        curves={curves}
        stage={stage}
        scale={scale}
        halfLife={smoothing}
        marked={marked}
        hasSteps={hasSteps}
        words={words}
        slot={slot}
      />
    </>
  );
}
