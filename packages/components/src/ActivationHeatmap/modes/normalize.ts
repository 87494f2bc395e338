import type { DomainRule } from '../../shared/domain.js';
import type { ScaleRule } from '../../shared/domainChoice.js';

/** Whether values are shown as they are, or as shares of the largest magnitude of their neuron or of their layer. */
export type Normalize = 'none' | 'neuron' | 'layer';

/** The rule of normalized values: ±1 where they may be negative, else 0 to 1. */
export function normalizedRule(rule: ScaleRule, normalize: Normalize): ScaleRule {
  if (normalize === 'none') return rule;
  return { kind: 'fixed', domain: isNeverNegative(rule) ? [0, 1] : [-1, 1], quantity: rule.quantity };
}

function isNeverNegative(rule: DomainRule): boolean {
  return rule.kind === 'positive' || (rule.kind === 'fixed' && rule.domain[0] >= 0);
}

/** Values [neurons × each] over the largest finite magnitude of their neuron, or of all. Zeros stay zeros. */
export function normalizeValues(values: Float32Array, each: number, normalize: Normalize): Float32Array {
  if (normalize === 'none') return values;
  const scaled = new Float32Array(values.length);
  const size = normalize === 'layer' ? values.length : Math.max(1, each);
  for (let from = 0; from < values.length; from += size) {
    const to = Math.min(values.length, from + size);
    let most = 0;
    for (let at = from; at < to; at++) {
      const magnitude = Math.abs(values[at]!);
      if (magnitude > most && magnitude < Infinity) most = magnitude;
    }
    for (let at = from; at < to; at++) scaled[at] = most > 0 ? values[at]! / most : values[at]!;
  }
  return scaled;
}
