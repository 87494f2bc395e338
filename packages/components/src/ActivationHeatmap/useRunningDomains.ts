import { useMemo, useState } from 'react';
import { createRunningDomain, type Domain, type DomainRule } from '../shared/domain.js';

/** Takes the values of the domain at a place in. */
export type ExtendDomain = (place: number, values: ArrayLike<number>, runId?: string) => void;

/**
 * Domains that grow with what is seen; renders again when one has grown, which it does in round steps and so seldom. `rules` must keep its
 * identity.
 */
export function useRunningDomains(
  rules: readonly DomainRule[],
): readonly [domains: readonly Domain[], extend: ExtendDomain] {
  const trackers = useMemo(() => rules.map(createRunningDomain), [rules]);
  const initial = useMemo(() => trackers.map(({ domain }) => domain), [trackers]);
  const [grown, setGrown] = useState({ trackers, domains: initial });
  const extend = useMemo<ExtendDomain>(
    () => (place, values, runId) => {
      if (trackers[place]?.extend(values, runId)) setGrown({ trackers, domains: trackers.map(({ domain }) => domain) });
    },
    [trackers],
  );
  return [grown.trackers === trackers ? grown.domains : initial, extend];
}
