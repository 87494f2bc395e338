'use client';
import { memo, type MemoExoticComponent, type ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { PlacedLabel } from './panel.js';
import type { ActivationHeatmapSlot } from './types.js';

interface PanelLabelsProps {
  readonly labels: readonly PlacedLabel[];
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

/** Texts on the picture. A screen reader finds the same words in the lists of cells. */
export const PanelLabels: MemoExoticComponent<(props: PanelLabelsProps) => ReactElement> = memo(function PanelLabels({
  labels,
  slot,
}: PanelLabelsProps): ReactElement {
  return (
    <div aria-hidden="true">
      {labels.map(({ text, x, y, width, height, align, slot: name }, index) => (
        <div
          key={index}
          className={slot(name)}
          data-align={align}
          style={{ left: x, top: y, height, ...(width > 0 && { width }) }}
        >
          <span>{text}</span>
        </div>
      ))}
    </div>
  );
});
