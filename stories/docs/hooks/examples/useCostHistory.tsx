import { useCostHistory } from '@neuroglow/engine';

export function Example() {
  const { frame } = useCostHistory({ points: 64 });
  const costs = frame?.training.costs ?? [];
  return (
    <output>
      {costs.length} points, from {costs.at(0)?.toFixed(3) ?? '–'} to {costs.at(-1)?.toFixed(3) ?? '–'}
    </output>
  );
}
