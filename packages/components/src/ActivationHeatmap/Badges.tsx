'use client';
import type { NeuronHealthFrame } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import { cellOf, placeOf, type CellGroup } from './geometry.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { ActivationHeatmapSlot } from './types.js';

/** What is said of neurons: dead, silent or saturated ones, and those that repeat another. Neurons counted from 0. */
export interface HealthList {
  readonly rows: number;
  readonly dead: readonly number[];
  readonly silent: readonly number[];
  readonly saturated: readonly number[];
  readonly duplicates: readonly (readonly [one: number, other: number])[];
}

export function healthList({ rows, flags, duplicates }: NeuronHealthFrame): HealthList {
  const flagged = (flag: number): number[] => Array.from(flags.keys()).filter((neuron) => flags[neuron] === flag);
  const pairs = Array.from({ length: (duplicates?.length ?? 0) / 2 }, (_, pair): readonly [number, number] => [
    duplicates?.[2 * pair] ?? 0,
    duplicates?.[2 * pair + 1] ?? 0,
  ]);
  return { rows, dead: flagged(1), silent: flagged(2), saturated: flagged(3), duplicates: pairs };
}

interface BadgesProps {
  readonly health: HealthList;
  readonly group: CellGroup;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

/** A word at the corner of each picture whose neuron does nothing, cannot learn or repeats another. The list under the picture says the same. */
export function Badges({ health, group, words, slot }: BadgesProps): ReactElement {
  const badges = [
    ...health.dead.map((neuron) => ({ neuron, text: words.dead })),
    ...health.silent.map((neuron) => ({ neuron, text: words.silent })),
    ...health.saturated.map((neuron) => ({ neuron, text: words.saturated })),
    ...health.duplicates.map(([one, other]) => ({ neuron: other, text: words.duplicateOf(one + 1) })),
  ];
  const seen = new Set<number>();
  return (
    <div aria-hidden="true">
      {badges.flatMap(({ neuron, text }) => {
        const place = placeOf(group, neuron);
        // One badge per neuron; a duplicate of several names the first.
        if (place === null || seen.has(neuron)) return [];
        seen.add(neuron);
        const { x, y, width } = cellOf(group, place);
        return [
          <span
            key={neuron}
            className={slot('badge')}
            style={{ left: x + 3, top: y + 3, maxWidth: Math.max(10, width - 6) }}
          >
            {width < 44 ? text.slice(0, 1) : text}
          </span>,
        ];
      })}
    </div>
  );
}
