import { ActivationHeatmap } from '@neuroglow/components';
import type { ReactElement } from 'react';
import { DemoPanel } from './Demo.js';

/** Which class was taken for which: a row per true class, a column per answer. Right answers lie on the diagonal. */
export function Confusion(): ReactElement {
  return (
    <DemoPanel title="Confusion" isTitleHidden note="of held-out pictures, live" className="demo__panel--plot">
      <ActivationHeatmap mode="confusion" normalize="row" aspect={1.1} aria-label="Confusion matrix" />
    </DemoPanel>
  );
}
