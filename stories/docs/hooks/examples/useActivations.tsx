import { useActivations } from '@neuroglow/engine';

export function Example() {
  const { frame, unsupported } = useActivations();
  if (unsupported !== null) return <p>{unsupported}</p>;
  return (
    <output>
      {frame?.activations.map((layer, index) => (
        <div key={index}>
          layer {index}: {Array.from(layer, (a) => a.toFixed(2)).join('  ')}
        </div>
      ))}
    </output>
  );
}
