'use client';
import type { ScalarsFrame, TimelineState } from '@neuroglow/engine';
import {
  useMemo,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { SlotNames } from '../shared/slots.js';
import { positionOfStep, stepAtPosition, type StepDomain } from '../shared/stepAxis/stepAxis.js';
import { useHoveredStep } from '../shared/stepAxis/useHoveredStep.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { curveBox, curvePath } from './curvePath.js';
import { commandOf } from './keys.js';
import type { TimelineScrubberMessages } from './messages.js';
import type { TimelineScrubberSlot } from './types.js';

export interface TrackProps {
  readonly timeline: TimelineState;
  readonly domain: StepDomain;
  /** The step shown: that of the cursor, the latest for 'live'. */
  readonly step: number;
  readonly curve: ScalarsFrame | null;
  /** What the slider says. */
  readonly text: string;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly words: TimelineScrubberMessages;
  readonly slot: SlotNames<TimelineScrubberSlot>;
  /** Drawn behind the curve. */
  readonly children?: ReactNode;
  /** Plays or pauses. */
  readonly onToggle: () => void;
}

/** The run from left to right, its cost in miniature, and the handle on it: a slider for pointers, fingers and keys. */
export function Track(props: TrackProps): ReactElement {
  const { timeline, domain, step, curve, text, stage, words, slot, onToggle } = props;
  const { cursor, kept, pause, setCursor } = timeline;
  const handle = useRef<HTMLDivElement | null>(null);
  const ghost = useRef<HTMLDivElement | null>(null);
  const path = useMemo(() => curve && curvePath(curve, domain), [curve, domain]);
  const kinds = useMemo(
    () => (kept === 'every' ? null : kept.map((at) => positionOfStep(domain, 1, at))),
    [kept, domain],
  );
  const share = positionOfStep(domain, 1, step);

  // Set by script and not in the markup: a strict style-src blocks style attributes.
  useIsomorphicLayoutEffect(() => {
    stage.current?.style.setProperty('--_neuroglow-at', String(share));
  }, [stage, share]);

  const point = (at: number | null): void => {
    const line = ghost.current;
    if (!line) return;
    line.hidden = at === null;
    if (at !== null) line.style.setProperty('--_neuroglow-hover', String(positionOfStep(domain, 1, at)));
  };
  const pointAt = useHoveredStep(point);
  const stepUnder = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return stepAtPosition(domain, width, event.clientX - left);
  };
  const drag = (event: PointerEvent): void => {
    setCursor(stepUnder(event));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    // What is dragged must not be moved by a playback as well.
    pause();
    if (typeof event.currentTarget.setPointerCapture === 'function') {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    event.currentTarget.dataset['dragged'] = '';
    handle.current?.focus({ preventScroll: true });
    event.preventDefault();
    drag(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const under = stepUnder(event);
    pointAt(under);
    point(under);
    if ('dragged' in event.currentTarget.dataset) drag(event);
  };
  const onPointerEnd = (event: PointerEvent<HTMLElement>): void => {
    delete event.currentTarget.dataset['dragged'];
  };
  const onPointerLeave = (): void => {
    pointAt(null);
    point(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const command = event.key === ' ' ? onToggle : commandOf(event.key, timeline);
    if (!command) return;
    event.preventDefault();
    if (event.key !== ' ') pause();
    command();
  };

  return (
    <div
      ref={stage}
      className={slot('track')}
      data-live={cursor === 'live' || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onPointerLeave={onPointerLeave}
    >
      {props.children}
      {path && (
        <>
          <Curve {...path} part="rest" />
          <Curve {...path} part="shown" />
        </>
      )}
      {kinds && <KeptSteps positions={kinds} />}
      <div ref={ghost} className="neuroglow-timeline-scrubber__ghost" hidden />
      <div
        ref={handle}
        className={slot('handle')}
        role="slider"
        tabIndex={0}
        aria-label={words.slider}
        aria-orientation="horizontal"
        aria-valuemin={domain[0]}
        aria-valuemax={timeline.last}
        aria-valuenow={step}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The same curve twice: that which lies ahead of the handle is paler. */
function Curve({ line, area, part }: { line: string; area: string; part: 'shown' | 'rest' }): ReactElement {
  return (
    <svg
      className="neuroglow-timeline-scrubber__curve"
      data-part={part}
      viewBox={`0 0 ${curveBox.width} ${curveBox.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path data-part="area" d={area} />
      <path data-part="line" d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The steps that are kept, as dots on the ground of the track. Positions are shares of it. */
function KeptSteps({ positions }: { readonly positions: readonly number[] }): ReactElement {
  return (
    <svg className="neuroglow-timeline-scrubber__kept" aria-hidden="true" focusable="false">
      {positions.map((position) => (
        <circle key={position} cx={`${100 * position}%`} cy="50%" r="3" />
      ))}
    </svg>
  );
}
