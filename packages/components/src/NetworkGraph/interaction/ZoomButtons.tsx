'use client';
import type { ReactElement } from 'react';
import { useGraph } from '../graphContext.js';

/** Zooming without a wheel. */
export function ZoomButtons(): ReactElement {
  const { zoom, words, slot } = useGraph((graph) => graph);
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
