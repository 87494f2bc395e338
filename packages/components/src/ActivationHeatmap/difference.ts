import { signedRule } from '../shared/domain.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { Panel, PanelNumbers } from './panel.js';

/** A panel of differences: the same cells, one signed scale per scale, and no marks that only values have. */
export function differencePanel(panel: Panel, words: ActivationHeatmapMessages): Panel {
  const { rules, hasDots, groups, look } = panel;
  const compared = rules.slice(0, rules.length - (hasDots ? 1 : 0));
  return {
    ...panel,
    rules: compared.map((rule) => ({ ...signedRule, quantity: `difference of ${rule.quantity}` })),
    hasDots: false,
    groups: groups.map((group) => ({ ...group, quantity: words.difference(group.quantity) })),
    look: { ...look, level: null, discretize: false, signsFrom: Math.max(0.1, look.signsFrom) },
    legend: (domains, notFinite) =>
      panel.legend(domains, notFinite).flatMap((entry) => {
        if (entry.kind !== 'scale') return [];
        return [{ ...entry, label: words.difference(entry.label), scale: 'diverging' as const }];
      }),
  };
}

/** One minus the other, cell by cell; null where they are not of one shape. */
export function differenceOf(one: PanelNumbers, other: PanelNumbers): PanelNumbers | null {
  const values = minus(one.values, other.values);
  if (!values) return null;
  return {
    ...one,
    values,
    extents: one.extents.map((extent, at) => minus(extent, other.extents[at] ?? null)),
    readings: one.readings.map((reading, at) => minus(reading, other.readings[at] ?? null)),
    dots: null,
    isolineValues: null,
    // Lines, remarks and names of cells belong to the values of one side; names hold for both.
    linesOf: () => [],
  };
}

function minus(one: ArrayLike<number> | null, other: ArrayLike<number> | null): Float32Array | null {
  if (!one || !other || one.length !== other.length) return null;
  return Float32Array.from({ length: one.length }, (_, at) => one[at]! - other[at]!);
}
