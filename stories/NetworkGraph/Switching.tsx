import {
  connectionQuantities,
  neuronQuantities,
  type ConnectionQuantityName,
  type NetworkGraphProps,
  type NeuronQuantityName,
} from '@neuroglow/components';
import { useState, type ReactElement } from 'react';
import { XorRun } from './XorRun.js';

const neuronColors = Object.keys(neuronQuantities) as NeuronQuantityName[];
const connectionColors = Object.keys(connectionQuantities) as ConnectionQuantityName[];

/** A graph with a choice of what its neurons and connections show. */
export function Switching(props: NetworkGraphProps): ReactElement {
  const [neuronColor, setNeuronColor] = useState<NeuronQuantityName>('activation');
  const [connectionColor, setConnectionColor] = useState<ConnectionQuantityName>('weight');
  return (
    <>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
        <Choice label="Neurons" options={neuronColors} value={neuronColor} onChange={setNeuronColor} />
        <Choice label="Connections" options={connectionColors} value={connectionColor} onChange={setConnectionColor} />
      </p>
      <XorRun {...props} neuronColor={neuronColor} connectionColor={connectionColor} />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>): ReactElement {
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
