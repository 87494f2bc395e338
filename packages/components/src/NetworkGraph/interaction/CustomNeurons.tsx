'use client';
import type { Selection } from '@neuroglow/engine';
import { useEffect, useState, type ReactElement } from 'react';
import type { SlotNames } from '../../shared/slots.js';
import { neuronLabel } from '../labels/describe.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { locateNeuron } from './hitTest.js';
import type { NetworkGraphProps, NetworkGraphSlot } from '../types.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { neuronNumbers } from '../quantities/colorFunction.js';
import { sameNeuron } from './selection.js';

export interface OwnNeuronsProps {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly store: NumbersStore;
  readonly selection: Selection;
  readonly slot: SlotNames<NetworkGraphSlot>;
  readonly render: NonNullable<NetworkGraphProps['renderNeuron']>;
}

/** Commits of the caller's own neurons: React is not asked to keep up with frames. */
const INTERVAL = 100;

/** The caller's own drawing of every neuron that has a place of its own. */
export function OwnNeurons({ geometry, context, store, selection, slot, render }: OwnNeuronsProps): ReactElement {
  const [numbers, setNumbers] = useState(store.get);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        setNumbers(store.get());
      }, INTERVAL);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store]);
  return (
    <>
      {geometry.layers.flatMap((here) =>
        here.tile
          ? []
          : [...here.neurons].map((neuron) => {
              const place = locateNeuron(geometry, here.layer, neuron);
              if (!place) return null;
              const reference = { layer: here.layer, neuron };
              return (
                <div
                  key={`${here.layer} ${neuron}`}
                  className={slot('own')}
                  style={{ left: place.x, top: place.y }}
                  aria-hidden="true"
                >
                  {render({
                    ...neuronNumbers(numbers, here.layer, neuron),
                    ...place,
                    name: neuronLabel(context, here.layer, neuron),
                    selected: selection.neurons.some((picked) => sameNeuron(picked, reference)),
                  })}
                </div>
              );
            }),
      )}
    </>
  );
}
