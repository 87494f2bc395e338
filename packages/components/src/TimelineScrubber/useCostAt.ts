import { useTrainingState, type ScalarsFrame, type TrainingSource } from '@neuroglow/engine';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useState } from 'react';

/** Milliseconds between two readings of a cost while the cursor moves. */
const INTERVAL = 80;

/** The recorded training cost of a step, exactly; of the latest step for 'live'. null if it is not known (yet). */
export function useCostAt(source: TrainingSource, cursor: 'live' | number): number | null {
  const live = useTrainingState(({ cost }) => cost ?? null, Object.is, source);
  const [read, setRead] = useState<{ readonly step: number; readonly cost: number | null } | null>(null);
  const ask = useMemo(() => {
    let latest = 0;
    return createThrottle<[number]>(INTERVAL, (step) => {
      const asked = ++latest;
      const view = { kind: 'scalars', range: [step, step] } as const;
      if (source.supports(view) !== true) return;
      source.read(view).then(
        (frame) => {
          if (asked === latest) setRead({ step, cost: costOf(frame, step) });
        },
        // The cost is an extra: a source that cannot tell it says so where the curve is shown.
        () => undefined,
      );
    });
  }, [source]);
  useEffect(() => {
    if (cursor !== 'live') ask.request(cursor);
  }, [ask, cursor]);
  useEffect(() => () => ask.reset(), [ask]);
  if (cursor === 'live') return live;
  return read?.step === cursor ? read.cost : null;
}

function costOf({ series }: ScalarsFrame, step: number): number | null {
  const training = series.find(({ role }) => role === 'training');
  const at = training?.steps.indexOf(step) ?? -1;
  return at >= 0 ? (training!.values[at] ?? null) : null;
}
