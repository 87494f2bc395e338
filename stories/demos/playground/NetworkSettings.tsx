import { featureNames } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Choice, Stepper } from './Controls.js';
import { Control } from './HiddenControls.js';
import {
  activations,
  featureOrder,
  features,
  mostLayers,
  mostNeurons,
  type FeatureName,
  type PlaygroundState,
} from './playgroundState.js';

interface NetworkSettingsProps {
  readonly state: PlaygroundState;
  readonly onChange: (part: Partial<PlaygroundState>) => void;
}

const labels = featureNames(featureOrder.map((name) => features[name]));

/** What the network is made of. Neurons and layers come and go while it learns. */
export function NetworkSettings({ state, onChange }: NetworkSettingsProps): ReactElement {
  const { hidden } = state;
  const toggle = (name: FeatureName): void => {
    const chosen = featureOrder.filter((one) => state.features.includes(one) !== (one === name));
    if (chosen.length > 0) onChange({ features: chosen });
  };
  return (
    <div className="playground__build">
      <Control name="inputs">
        <div className="playground__group" role="group" aria-label="Inputs">
          <span aria-hidden="true">Inputs</span>
          {featureOrder.map((name, k) => (
            <button
              key={name}
              type="button"
              className="playground__chip"
              aria-pressed={state.features.includes(name)}
              onClick={() => {
                toggle(name);
              }}
            >
              {labels[k]}
            </button>
          ))}
        </div>
      </Control>
      <div className="playground__group">
        <Control name="layers">
          <Stepper
            label="hidden layers"
            value={hidden.length}
            low={0}
            high={mostLayers}
            onChange={(layers) => {
              onChange({ hidden: layers > hidden.length ? [...hidden, hidden.at(-1) ?? 4] : hidden.slice(0, layers) });
            }}
          >
            {hidden.length === 1 ? '1 layer' : `${String(hidden.length)} layers`}
          </Stepper>
          {hidden.map((neurons, l) => (
            <Stepper
              key={l}
              label={`neurons of hidden layer ${String(l + 1)}`}
              value={neurons}
              low={1}
              high={mostNeurons}
              onChange={(count) => {
                onChange({ hidden: hidden.with(l, count) });
              }}
            />
          ))}
        </Control>
        <Control name="activation">
          <Choice
            label="Activation"
            value={state.activation}
            options={activations.map((value) => ({ value, label: value }))}
            onChange={(activation) => {
              onChange({ activation });
            }}
          />
        </Control>
      </div>
    </div>
  );
}
