'use client';
import { useId, type ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { CostPlotSlot, CostScale } from './types.js';
import { axisScales } from './axes/scale.js';
import type { CostPlotMessages } from './messages.js';

export interface ScaleSwitchProps {
  readonly scale: CostScale;
  readonly onChange: (scale: CostScale) => void;
  readonly words: CostPlotMessages;
  readonly slot: SlotNames<CostPlotSlot>;
}

/** Linear, logarithmic, or logarithmic with a linear middle. */
export function ScaleSwitch({ scale, onChange, words, slot }: ScaleSwitchProps): ReactElement {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={words.axis} className={slot('switch')}>
      {axisScales.map((option) => (
        <label key={option} data-checked={option === scale || undefined}>
          <input type="radio" name={name} value={option} checked={option === scale} onChange={() => onChange(option)} />
          {words[option]}
        </label>
      ))}
    </div>
  );
}
