import { useInput, type TrainingSource } from '@neuroglow/engine';
import type { ReactElement } from 'react';

/** Buttons for the inputs that a source has pinned. */
export function InputChoice({
  source,
  names,
}: {
  readonly source: TrainingSource;
  readonly names: readonly string[];
}): ReactElement {
  const [input, setInput] = useInput(source);
  const chosen = input !== null && 'probe' in input ? input.probe : null;
  return (
    <div className="models__inputs" role="group" aria-label="Input">
      {names.map((name, probe) => (
        <button
          key={name}
          type="button"
          className="demo__button"
          aria-pressed={probe === chosen}
          onClick={() => setInput({ probe })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
