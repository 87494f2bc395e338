import { useSelection } from '@neuroglow/engine';

export function Example() {
  const [selection, setSelection] = useSelection();
  return (
    <>
      <button type="button" onClick={() => setSelection({ neurons: [{ layer: 1, neuron: 2 }], samples: [] })}>
        Select neuron 3
      </button>
      <button type="button" onClick={() => setSelection({ neurons: [], samples: [] })}>
        Select none
      </button>
      <output>{selection.neurons.length} neurons selected</output>
    </>
  );
}
