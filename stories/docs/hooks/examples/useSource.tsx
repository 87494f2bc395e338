import { useSource } from '@neuroglow/engine';

export function Example() {
  const source = useSource();
  return (
    <>
      <button type="button" disabled={!source?.controls?.step} onClick={() => void source?.controls?.step?.(10)}>
        Ten steps
      </button>
      <output>{source ? 'a source' : 'no source'}</output>
    </>
  );
}
