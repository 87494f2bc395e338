import { useFrame } from '@neuroglow/engine';

export function Example() {
  const { frame, unsupported, error } = useFrame({ kind: 'gradients', of: { sample: 1 } }, { maxFps: 4 });
  if (unsupported ?? error) return <p>{unsupported ?? error?.message}</p>;
  return <output>{frame ? `Cost of row 2: ${frame.cost.toFixed(4)}` : '–'}</output>;
}
