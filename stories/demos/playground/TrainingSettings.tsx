import type { ReactElement } from 'react';
import { DemoPanel } from '../Demo.js';
import { Choice, Slider } from './Controls.js';
import { Control } from './HiddenControls.js';
import { optimizers, penaltyRates, rates, type PlaygroundState } from './playgroundState.js';

interface SettingsProps {
  readonly state: PlaygroundState;
  readonly onChange: (part: Partial<PlaygroundState>) => void;
}

/** How it learns. Learning rate and regularisation change in the midst of a run. */
export function TrainingSettings({ state, onChange }: SettingsProps): ReactElement {
  return (
    <DemoPanel title="Training" className="playground__panel">
      <Control name="batch">
        <Slider
          label="Batch size"
          value={state.batch}
          low={1}
          high={30}
          onChange={(batch) => {
            onChange({ batch });
          }}
        />
      </Control>
      <div className="playground__pair">
        <Control name="rate">
          <Choice
            label="Learning rate"
            value={state.rate}
            options={rates.map((value) => ({ value, label: String(value) }))}
            onChange={(rate) => {
              onChange({ rate });
            }}
          />
        </Control>
        <Control name="optimizer">
          <Choice
            label="Optimizer"
            value={state.optimizer}
            options={optimizers.map((value) => ({ value, label: value }))}
            onChange={(optimizer) => {
              onChange({ optimizer });
            }}
          />
        </Control>
        <Control name="penalty">
          <Choice
            label="Regularisation"
            value={state.penalty}
            options={[
              { value: 'none', label: 'none' },
              { value: 'l1', label: 'L1' },
              { value: 'l2', label: 'L2' },
            ]}
            onChange={(penalty) => {
              onChange({ penalty, ...(state.penaltyRate === 0 && { penaltyRate: 0.001 }) });
            }}
          />
          <Choice
            label="Its rate"
            value={state.penaltyRate}
            isDisabled={state.penalty === 'none'}
            options={penaltyRates.map((value) => ({ value, label: String(value) }))}
            onChange={(penaltyRate) => {
              onChange({ penaltyRate });
            }}
          />
        </Control>
      </div>
    </DemoPanel>
  );
}
