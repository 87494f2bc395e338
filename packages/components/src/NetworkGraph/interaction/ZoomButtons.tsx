'use client';
import type { ReactElement } from 'react';
import type { SlotNames } from '../../shared/slots.js';
import type { NetworkGraphMessages } from '../messages.js';
import type { NetworkGraphSlot } from '../types.js';
import type { Zoom } from './useZoom.js';

export interface ZoomButtonsProps {
  readonly zoom: Zoom;
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** Zooming without a wheel. */
export function ZoomButtons({ zoom, words, slot }: ZoomButtonsProps): ReactElement {
  const tools = [
    { label: words.zoomIn, sign: '+', factor: 1.3 },
    { label: words.zoomOut, sign: '−', factor: 1 / 1.3 },
    { label: words.zoomReset, sign: '⤢', factor: 0 },
  ];
  return (
    <div className={slot('zoom')} role="group" aria-label={words.zoom}>
      {tools.map(({ label, sign, factor }) => (
        <button key={label} type="button" className={slot('tool')} aria-label={label} onClick={() => zoom.by(factor)}>
          {sign}
        </button>
      ))}
    </div>
  );
}
