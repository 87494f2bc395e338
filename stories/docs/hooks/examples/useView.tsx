import { useView } from '@neuroglow/engine';
import { useRef } from 'react';

/** Touches the page itself at every frame, and never renders. */
export function Example() {
  const output = useRef<HTMLOutputElement>(null);
  useView({ kind: 'activations', input: { sample: 1 } }, ({ step, activations }) => {
    if (output.current) output.current.textContent = `Step ${step}: ${activations.at(-1)?.[0]?.toFixed(3) ?? ''}`;
  });
  return <output ref={output} />;
}
