import { useTrainingState } from '@neuroglow/engine';

export function Example() {
  const step = useTrainingState((snapshot) => snapshot.step);
  const cost = useTrainingState((snapshot) => snapshot.cost);
  return (
    <output>
      Step {step}, cost {cost?.toFixed(4) ?? '–'}
    </output>
  );
}
