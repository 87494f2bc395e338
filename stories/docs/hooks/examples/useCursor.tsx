import { useCursor } from '@neuroglow/engine';

export function Example() {
  const [cursor, setCursor] = useCursor();
  return (
    <>
      <button type="button" disabled={cursor === 'live'} onClick={() => setCursor('live')}>
        Back to the latest step
      </button>
      <output>{cursor === 'live' ? 'The latest step' : `Step ${cursor}`}</output>
    </>
  );
}
