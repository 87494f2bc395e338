import type { ReactElement } from 'react';
import { DemoPanel } from '../Demo.js';
import { Slider } from './Controls.js';
import { DataChoice } from './DataChoice.js';
import { OwnDataForm } from './OwnDataForm.js';
import { Control } from './HiddenControls.js';
import type { PlaygroundState } from './playgroundState.js';
import { pointSets } from './pointSets.js';
import type { OwnPointsState } from './useOwnPoints.js';

interface DataSettingsProps {
  readonly state: PlaygroundState;
  readonly own: OwnPointsState;
  readonly onChange: (part: Partial<PlaygroundState>) => void;
}

/** What is learned, and in what portions: each change begins a new run. */
export function DataSettings({ state, own, onChange }: DataSettingsProps): ReactElement {
  const isOwn = state.data === 'own';
  const set = pointSets.find(({ name }) => name === state.data);
  const problem = (isOwn ? own.points?.problem : set?.problem) === 'numbers' ? 'regression' : 'classification';
  return (
    <DemoPanel title="Data" note={`${set?.label ?? 'your own'}: ${problem}`} className="playground__panel">
      <Control name="data">
        <DataChoice
          value={state.data}
          onChange={(data) => {
            onChange({ data });
          }}
        />
      </Control>
      {isOwn && (
        <OwnDataForm
          data={own.data}
          problem={own.problem ?? (own.data ? null : 'Until a file is chosen, the pictures show the circle.')}
          onChange={own.choose}
        />
      )}
      {!isOwn && (
        <Control name="noise">
          <Slider
            label="Noise"
            value={state.noise}
            low={0}
            high={50}
            step={5}
            unit=" %"
            onChange={(noise) => {
              onChange({ noise });
            }}
          />
        </Control>
      )}
      <Control name="split">
        <Slider
          label="Rows to learn from"
          value={state.training}
          low={10}
          high={90}
          step={10}
          unit=" %"
          onChange={(training) => {
            onChange({ training });
          }}
        />
      </Control>
      <Control name="new">
        <div className="playground__pair">
          <button
            type="button"
            className="demo__button"
            onClick={() => {
              onChange({ draw: state.draw + 1 });
            }}
          >
            New points
          </button>
          <button
            type="button"
            className="demo__button"
            onClick={() => {
              onChange({ seed: state.seed + 1 });
            }}
          >
            New weights
          </button>
        </div>
      </Control>
    </DemoPanel>
  );
}
