'use client';
import { useFrame, useSupport, type ScalarsView, type TimelineState, type TrainingSource } from '@neuroglow/engine';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { costText } from '../shared/costText.js';
import { useRoot } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize } from '../shared/useSize.js';
import { DropBands, DropSteps } from './Drops.js';
import { Marks } from './Marks.js';
import type { TimelineScrubberMessages } from './messages.js';
import { Speed } from './Speed.js';
import { StepField } from './StepField.js';
import { Track } from './Track.js';
import { Transport } from './Transport.js';
import type { DropSearch, TimelineScrubberProps, TimelineScrubberSlot } from './types.js';
import { useCostAt } from './useCostAt.js';
import { useJournalMarks } from './useJournalMarks.js';

export interface ScrubberProps extends TimelineScrubberProps {
  readonly source: TrainingSource;
  readonly timeline: TimelineState;
  readonly words: TimelineScrubberMessages;
}

const defaultSpeeds: readonly number[] = [1, 10, 100, 1000, 10_000];
/** A seek is told of where it is expected to take longer than this, in milliseconds. */
const LONG_SEEK = 300;
const anyDrops: DropSearch = {};
/** More points could not be told apart in a miniature. */
const costs: ScalarsView = { kind: 'scalars', points: 512 };

/** Transport, readings, track and marks. */
export function Scrubber(props: ScrubberProps): ReactElement {
  const { source, timeline, words, speeds = defaultSpeeds, defaultSpeed = 100 } = props;
  const { first, last, kept, cursor, seeks, isPlaying, setCursor, stepBy, play, pause } = timeline;
  const slot = useMemo(
    () => slotNames<TimelineScrubberSlot>('timeline-scrubber', props.classNames),
    [props.classNames],
  );
  const { format } = useRoot();
  const [speed, setSpeed] = useState(defaultSpeed);
  const stage = useRef<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), []);
  const { width } = useSize(element);
  const domain = useMemo(() => [first, Math.max(last, first + 1)] as const, [first, last]);
  const isLive = cursor === 'live';
  const step = isLive ? last : Math.min(last, Math.max(first, cursor));
  const wantsCurve = useSupport(costs, { source }) === true && (props.curve ?? true);
  const { frame: curve } = useFrame(wantsCurve ? costs : null, { source, element: stage, maxFps: 5 });
  const cost = useCostAt(source, cursor);
  const hasCost = source.getSnapshot().cost !== undefined || curve !== null;
  const marks = useJournalMarks(source, domain, width, words);
  const search = props.drops === true ? anyDrops : props.drops || null;
  const seek = seeks.find(({ expectedMs }) => expectedMs > LONG_SEEK);

  const goTo = (to: 'live' | number): void => {
    pause();
    setCursor(to);
  };
  const onSpeed = (chosen: number): void => {
    setSpeed(chosen);
    if (isPlaying) play({ speed: Math.sign(timeline.speed) * chosen });
  };
  return (
    <>
      <div className={slot('controls')}>
        <Transport timeline={timeline} speed={speed} words={words} slot={slot} />
        <Speed speed={speed} speeds={speeds} words={words} className={slot('setting')} onChange={onSpeed} />
        <StepField
          {...{ step, first, last, words }}
          className={slot('setting')}
          onStep={goTo}
          onStepBy={(count) => {
            pause();
            stepBy(count);
          }}
        />
        {hasCost && (
          <span className={slot('reading')}>
            {words.cost} <b>{cost === null ? words.none : costText(cost, format)}</b>
          </span>
        )}
        <button type="button" className={slot('live')} aria-pressed={isLive} onClick={() => goTo('live')}>
          {words.live}
        </button>
      </div>
      <Track
        {...{ timeline, domain, step, curve, stage, words, slot }}
        text={words.value(step, last, cost === null ? null : format.value(cost), isLive, format)}
        onToggle={() => (isPlaying ? pause() : play({ speed }))}
      >
        {search && <DropBands {...{ source, search, domain }} />}
      </Track>
      <Marks marks={marks} domain={[first, last]} words={words} slot={slot} onStep={goTo} />
      {search && <DropSteps {...{ source, search, timeline, step, words, slot }} onStep={goTo} />}
      {kept !== 'every' && <p className={slot('note')}>{words.snaps(kept.length, format)}</p>}
      <p className={slot('note')} role="status">
        {seek && words.seeking(seek.step, Math.ceil(seek.expectedMs / 1000), format)}
      </p>
    </>
  );
}
