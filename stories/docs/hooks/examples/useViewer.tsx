import { useViewer } from '@neuroglow/engine';
import { useSyncExternalStore } from 'react';

export function Example() {
  const viewer = useViewer();
  const { cursor, input } = useSyncExternalStore(viewer.subscribe, viewer.getSnapshot, viewer.getSnapshot);
  return (
    <>
      <button type="button" onClick={() => viewer.setInput({ values: [1, 1] })}>
        Look at (1, 1)
      </button>
      <output>{JSON.stringify({ cursor, input })}</output>
    </>
  );
}
