import { domainOf, extentOf, widest, type Domain, type DomainRule } from './domain.js';

/**
 * A domain that several pictures share, of one network or of several: equal colours then mean equal numbers in all of them. Make one with
 * `createDomainGroup` and pass it as their `domain`. Scales of one quantity share a domain, in all layers: the widest of fixed ones, otherwise
 * one that holds what its members have shown.
 */
export interface DomainGroup {
  /** @internal */
  readonly domainOf: (quantity: string, rule: DomainRule) => Domain;
  /** @internal Takes a member's values in; a new run of the member replaces what it had. Returns whether the domain changed. */
  readonly extend: (
    member: object,
    quantity: string,
    rule: DomainRule,
    values: ArrayLike<number>,
    runId: string,
  ) => boolean;
  /** @internal */
  readonly leave: (member: object) => void;
  /** @internal */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Extent {
  readonly rule: DomainRule;
  readonly runId: string;
  readonly low: number;
  readonly high: number;
}

/** Makes a group; keep it outside of rendering, or in `useState(createDomainGroup)`. */
export function createDomainGroup(): DomainGroup {
  const quantities = new Map<string, Map<object, Extent>>();
  const listeners = new Set<() => void>();
  const domain = (quantity: string, rule: DomainRule): Domain => {
    const extents = [...(quantities.get(quantity)?.values() ?? [])];
    const low = extents.reduce((least, extent) => Math.min(least, extent.low), 0);
    const high = extents.reduce((most, extent) => Math.max(most, extent.high), 0);
    return widest([rule, ...extents.map((extent) => extent.rule)].map((member) => domainOf(member, low, high)));
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    domainOf: domain,
    extend(member, quantity, rule, values, runId) {
      const before = domain(quantity, rule);
      const members = quantities.get(quantity) ?? new Map<object, Extent>();
      quantities.set(quantity, members);
      const known = members.get(member);
      const [low, high] = extentOf(rule, values);
      const isNew = known?.runId !== runId;
      members.set(member, {
        ...{ rule, runId },
        low: isNew ? low : Math.min(known.low, low),
        high: isNew ? high : Math.max(known.high, high),
      });
      const after = domain(quantity, rule);
      const changed = before[0] !== after[0] || before[1] !== after[1];
      if (changed) tell();
      return changed;
    },
    leave(member) {
      let left = false;
      for (const members of quantities.values()) left = members.delete(member) || left;
      if (left) tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
