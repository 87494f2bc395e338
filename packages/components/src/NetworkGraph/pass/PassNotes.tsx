'use client';
import { useMemo, type ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import { passNotes } from './noteLayout.js';

/** The numbers of a shown pass, each beside the neuron where it arises. They are held, so React may write them. */
export function PassNotes(): ReactElement {
  const { geometry, context, store, pass, slot } = useGraph((graph) => graph);
  const { stage, cost } = pass;
  const notes = useMemo(
    () => (stage && geometry ? passNotes(geometry, context, store.get(), stage, cost) : []),
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
