'use client';
import { useViewer } from '@neuroglow/engine';
import { useIsLive } from '@neuroglow/engine/internal';
import { useEffect, useRef, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { TrainingControlsMessages } from './messages.js';
import type { TrainingControlsSlot } from './types.js';

export interface LookingBackProps {
  readonly words: TrainingControlsMessages;
  readonly slot: SlotNames<TrainingControlsSlot>;
}

/** Says that pictures show another step than the readings, and which; with the way back. */
export function LookingBack(props: LookingBackProps): ReactElement | null {
  return useIsLive() ? null : <Note {...props} />;
}

/** The step is written without React: while the cursor is dragged it changes with every frame. */
function Note({ words, slot }: LookingBackProps): ReactElement {
  const viewer = useViewer();
  const { format } = useRoot();
  const text = useRef<HTMLSpanElement | null>(null);
  useEffect(() => {
    const write = (): void => {
      const { cursor } = viewer.getSnapshot();
      if (text.current && cursor !== 'live') text.current.textContent = words.shows(cursor, format);
    };
    write();
    return viewer.subscribe(write);
  }, [viewer, words, format]);
  return (
    <span className={slot('past')}>
      <span ref={text} />
      <button type="button" onClick={() => viewer.setCursor('live')}>
        {words.live}
      </button>
    </span>
  );
}
