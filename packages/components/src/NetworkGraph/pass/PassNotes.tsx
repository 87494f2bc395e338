'use client';
import { useMemo, type ReactElement } from 'react';
import type { SlotNames } from '../../shared/slots.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphGeometry } from '../layout/geometry.js';
import type { NetworkGraphSlot } from '../types.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { passNotes } from './noteLayout.js';
import type { Pass } from './usePass.js';

export interface PassNotesProps {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly store: NumbersStore;
  readonly pass: Pass;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** The numbers of a shown pass, each beside the neuron where it arises. They are held, so React may write them. */
export function PassNotes({ geometry, context, store, pass, slot }: PassNotesProps): ReactElement {
  const { stage, cost } = pass;
  const notes = useMemo(
    () => (stage ? passNotes(geometry, context, store.get(), stage, cost) : []),
    [geometry, context, store, stage, cost],
  );
  return (
    <div aria-hidden="true">
      {notes.map(({ layer, neuron, x, y, side, lines }) => (
        <span key={`${layer} ${neuron}`} className={slot('note')} style={{ left: x, top: y }} data-side={side}>
          {lines.map((line, at) => (
            <span key={at}>{line}</span>
          ))}
        </span>
      ))}
    </div>
  );
}
