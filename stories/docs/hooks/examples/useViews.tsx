import { useViews } from '@neuroglow/engine';
import { useRef } from 'react';

/** Activations and weights of one and the same step. */
export function Example() {
  const output = useRef<HTMLOutputElement>(null);
  useViews([{ kind: 'activations', input: { sample: 1 } }, { kind: 'parameters' }], ([activations, parameters]) => {
    const w = parameters.layers[1]?.weights[0] ?? 0;
    const a = activations.activations[1]?.[0] ?? 0;
    if (output.current) output.current.textContent = `w·a = ${w.toFixed(2)} · ${a.toFixed(2)} = ${(w * a).toFixed(2)}`;
  });
  return <output ref={output} />;
}
