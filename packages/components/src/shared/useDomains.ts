import { useStable } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useState } from 'react';
import type { Domain } from './domain.js';
import { createTracker, isGroup, type DomainChoice, type ScaleRule } from './domainChoice.js';

/** Takes in the values of the scale at a place. */
export type ExtendDomain = (place: number, values: ArrayLike<number>, runId: string) => void;

/**
 * The domains of a picture's scales. Renders again when one changes, which happens in round steps and so rarely.
 *
 * @param rules Must keep its identity.
 * @param chosen How many rules, from the first, follow the choice; the others follow the run.
 */
export function useDomains(
  rules: readonly ScaleRule[],
  choice: DomainChoice,
  chosen: number = rules.length,
): readonly [domains: readonly Domain[], extend: ExtendDomain] {
  const stable = useStable(choice);
  const trackers = useMemo(
    () => rules.map((rule, place) => createTracker(rule, place < chosen ? stable : 'run')),
    [rules, stable, chosen],
  );
  const initial = useMemo(() => trackers.map(({ domain }) => domain), [trackers]);
  const [changed, setChanged] = useState({ trackers, domains: initial });
  const update = useMemo(
    () => () => setChanged({ trackers, domains: trackers.map(({ domain }) => domain) }),
    [trackers],
  );
  useEffect(() => {
    const leave = isGroup(stable) ? stable.subscribe(update) : null;
    return () => {
      leave?.();
      for (const tracker of trackers) tracker.release();
    };
  }, [trackers, stable, update]);
  const extend = useMemo<ExtendDomain>(
    () => (place, values, runId) => {
      if (trackers[place]?.extend(values, runId)) update();
    },
    [trackers, update],
  );
  return [changed.trackers === trackers ? changed.domains : initial, extend];
}
