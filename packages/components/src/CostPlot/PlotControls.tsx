'use client';
import type { ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import { plotXs, type PlotX } from './axes/horizontal.js';
import { axisScales, type AxisScale } from './axes/scale.js';
import type { CostPlotMessages } from './messages.js';
import type { CostPlotSlot } from './types.js';

export interface PlotControlsProps {
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
  /** Whether buttons to zoom and choices of the horizontal axis are there even while nothing is zoomed. */
  readonly isComplete: boolean;
  readonly isZoomed: boolean;
  readonly isFollowing: boolean;
  readonly x: PlotX;
  readonly xScale: AxisScale;
  /** What the axis can count. */
  readonly known: readonly PlotX[];
  readonly onX: (x: PlotX) => void;
  readonly onXScale: (scale: AxisScale) => void;
  readonly onZoom: (factor: number) => void;
  readonly onShowAll: () => void;
  readonly onFollow: (isFollowing: boolean) => void;
}

/** Which steps are shown, and how. What a wheel and a drag do, buttons do too. */
export function PlotControls(props: PlotControlsProps): ReactElement | null {
  const { words, slot, isComplete, isZoomed, isFollowing, x, xScale, known } = props;
  if (!isComplete && !isZoomed) return null;
  const names: Readonly<Record<PlotX, string>> = { step: words.steps, epoch: words.epochs, time: words.times };
  return (
    <div className={slot('controls')}>
      {isComplete && (
        <>
          <select aria-label={words.horizontal} value={x} onChange={({ target }) => props.onX(target.value as PlotX)}>
            {plotXs.map((option) => (
              <option key={option} value={option} disabled={!known.includes(option)}>
                {names[option]}
              </option>
            ))}
          </select>
          <select
            aria-label={words.horizontalScale}
            value={xScale}
            onChange={({ target }) => props.onXScale(target.value as AxisScale)}
          >
            {axisScales.map((option) => (
              <option key={option} value={option}>
                {words[option]}
              </option>
            ))}
          </select>
        </>
      )}
      <div role="group" aria-label={words.zoom}>
        {isComplete && (
          <>
            <button type="button" className={slot('button')} aria-label={words.zoomIn} onClick={() => props.onZoom(2)}>
              +
            </button>
            <button
              type="button"
              className={slot('button')}
              aria-label={words.zoomOut}
              disabled={!isZoomed}
              onClick={() => props.onZoom(1 / 2)}
            >
              −
            </button>
          </>
        )}
        <button type="button" className={slot('button')} disabled={!isZoomed} onClick={props.onShowAll}>
          {words.showAll}
        </button>
        <button
          type="button"
          className={slot('button')}
          aria-pressed={isFollowing}
          disabled={!isZoomed}
          onClick={() => props.onFollow(!isFollowing)}
        >
          {words.followLatest}
        </button>
      </div>
    </div>
  );
}
