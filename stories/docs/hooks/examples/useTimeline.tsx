import { useTimeline } from '@neuroglow/engine';

export function Example() {
  const { isAvailable, first, last, cursor, setCursor, stepBy, play, pause, isPlaying } = useTimeline();
  if (!isAvailable) return <output>This source shows its current step only.</output>;
  return (
    <>
      <input
        type="range"
        aria-label="Step"
        min={first}
        max={last}
        value={cursor === 'live' ? last : cursor}
        onChange={(event) => setCursor(Number(event.target.value))}
      />
      <button type="button" onClick={() => stepBy(-1)}>
        One step back
      </button>
      <button type="button" onClick={() => (isPlaying ? pause() : play({ speed: 30 }))}>
        {isPlaying ? 'Pause' : 'Play 30 steps a second'}
      </button>
      <button type="button" disabled={cursor === 'live'} onClick={() => setCursor('live')}>
        Live
      </button>
      <output>{cursor === 'live' ? `The latest step, ${last}` : `Step ${cursor} of ${last}`}</output>
    </>
  );
}
