import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { controlNames, type ControlName } from './playgroundState.js';

/** The controls that a link leaves out: a lesson shows only those that it speaks of. */
export const HiddenControls = createContext<readonly ControlName[]>([]);

/** Shows a control unless the link hides it. */
export function Control({
  name,
  children,
}: {
  readonly name: ControlName;
  readonly children: ReactNode;
}): ReactElement | null {
  return useContext(HiddenControls).includes(name) ? null : <>{children}</>;
}

interface HideControlsProps {
  readonly hidden: readonly ControlName[];
  readonly onChange: (hidden: readonly ControlName[]) => void;
}

/** A checkbox per control; the address follows, to be copied into a lesson. */
export function HideControls({ hidden, onChange }: HideControlsProps): ReactElement {
  return (
    <fieldset className="playground__hide">
      <legend>Controls that this link shows</legend>
      {controlNames.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={!hidden.includes(name)}
            onChange={() => {
              onChange(controlNames.filter((one) => hidden.includes(one) !== (one === name)));
            }}
          />
          {words[name]}
        </label>
      ))}
    </fieldset>
  );
}

const words: Readonly<Record<ControlName, string>> = {
  data: 'data sets',
  noise: 'noise',
  split: 'rows to learn from',
  new: 'new points and weights',
  batch: 'batch size',
  rate: 'learning rate',
  optimizer: 'optimizer',
  penalty: 'regularisation',
  inputs: 'inputs',
  layers: 'layers and neurons',
  activation: 'activation',
  points: 'points',
  discrete: 'two colours',
  cost: 'cost',
};
