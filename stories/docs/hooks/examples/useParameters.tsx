import { useParameters } from '@neuroglow/engine';

export function Example() {
  const { frame } = useParameters();
  return (
    <output>
      {frame?.layers.map(({ weights, biases }, index) => (
        <div key={index}>
          layer {index + 1}: {weights.length} weights, largest {Math.max(...weights.map(Math.abs)).toFixed(2)};{' '}
          {biases.length} biases
        </div>
      ))}
    </output>
  );
}
