import { useScalars } from '@neuroglow/engine';

export function Example() {
  const { frame } = useScalars({ points: 64 });
  return (
    <output>
      {frame?.series.map(({ name, role, steps, values }) => (
        <div key={name}>
          {name} ({role}): {steps.length} points, latest {values.at(-1)?.toFixed(3) ?? '–'}
        </div>
      ))}
    </output>
  );
}
