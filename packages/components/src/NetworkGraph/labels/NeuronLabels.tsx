'use client';
import { useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import type { SlotNames } from '../../shared/slots.js';
import { neuronLabel, winnerOf } from './describe.js';
import type { DescribeContext } from './describeContext.js';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { NetworkGraphSlot } from '../types.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { LABEL_GAP } from '../layout/margins.js';

export interface NeuronLabelsProps {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly store: NumbersStore;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** Milliseconds between two marks of a winner: bold letters are laid out anew, and cannot be read faster. */
const MARK_INTERVAL = 100;

/** Names of inputs and outputs beside their neurons; the winner among the outputs is marked, without React. */
export function NeuronLabels({ geometry, context, store, slot }: NeuronLabelsProps): ReactElement {
  const box = useRef<HTMLDivElement | null>(null);
  const { network } = context;
  useEffect(() => {
    let marked: Element | null = null;
    const mark = (): void => {
      const winner = winnerOf(network, store.get());
      const label = box.current?.querySelector(`[data-output='${winner}']`) ?? null;
      if (label === marked) return;
      marked?.removeAttribute('data-winner');
      label?.setAttribute('data-winner', '');
      marked = label;
    };
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = (): void => {
      if (timer !== null) return;
      mark();
      timer = setTimeout(() => {
        timer = null;
        mark();
      }, MARK_INTERVAL);
    };
    mark();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [geometry, network, store]);
  const last = geometry.layers.length - 1;
  return (
    <div ref={box} aria-hidden="true">
      {geometry.layers.map((here) => {
        const description = network.layers[here.layer];
        const isOutput = here.layer === last && last > 0;
        // Unnamed outputs that compete are numbered; a single one, and all other unnamed neurons, need no label.
        const named = description?.labels ?? null;
        if (!here.labelled || (named === null && !(isOutput && (description?.neurons ?? 0) > 1))) return null;
        if (here.layer !== 0 && !isOutput) return null;
        return [...here.neurons].map((neuron, at) => (
          <span
            key={`${here.layer} ${neuron}`}
            className={slot('unit')}
            style={{ ...labelPosition(geometry, here, here.cross[at] ?? 0), maxWidth: here.labelRoom }}
            data-side={sideOf(geometry, here)}
            data-output={isOutput ? neuron : undefined}
          >
            {named ? neuronLabel(context, here.layer, neuron) : context.format.integer(neuron)}
          </span>
        ));
      })}
    </div>
  );
}

function sideOf(geometry: GraphGeometry, here: LayerGeometry): 'before' | 'after' | 'middle' {
  if (geometry.orientation === 'top-bottom') return 'middle';
  return here.layer === 0 ? 'before' : 'after';
}

function labelPosition(geometry: GraphGeometry, here: LayerGeometry, cross: number): CSSProperties {
  const away = here.radius + LABEL_GAP;
  if (geometry.orientation === 'left-right') {
    return { left: here.main + (here.layer === 0 ? -away : away), top: cross - here.labelLift };
  }
  return { left: cross, top: here.main + (here.layer === 0 ? -here.radius - 9 : here.radius + 9) };
}
