import { useInputWeights } from '@neuroglow/engine';

export function Example() {
  const { frame } = useInputWeights();
  if (frame === null) return null;
  const { neurons, inputs, weights } = frame;
  return (
    <output>
      {Array.from({ length: neurons }, (_, neuron) => (
        <div key={neuron}>
          neuron {neuron + 1}:{' '}
          {Array.from(weights.subarray(neuron * inputs, (neuron + 1) * inputs), (w) => w.toFixed(2)).join('  ')}
        </div>
      ))}
    </output>
  );
}
