import { useDrops } from '@neuroglow/engine';

export function Example() {
  const { frame } = useDrops({ window: 5 });
  return (
    <output>
      {frame === null || frame.drops.length === 0
        ? 'No drop so far'
        : frame.drops.map(({ from, to, share }) => (
            <div key={from}>
              Steps {from} to {to}: {Math.round(100 * share)} % of the cost’s range
            </div>
          ))}
    </output>
  );
}
