import { useHover } from '@neuroglow/engine';
import { useRef } from 'react';

export function Example() {
  const output = useRef<HTMLOutputElement>(null);
  const setHover = useHover((neuron) => {
    if (output.current)
      output.current.textContent = neuron ? `layer ${neuron.layer}, neuron ${neuron.neuron + 1}` : 'none';
  });
  return (
    <>
      <button
        type="button"
        onPointerEnter={() => setHover({ layer: 1, neuron: 0 })}
        onPointerLeave={() => setHover(null)}
      >
        Point here, or at a neuron
      </button>
      <output ref={output}>none</output>
    </>
  );
}
