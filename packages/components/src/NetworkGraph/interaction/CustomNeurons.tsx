'use client';
import { useEffect, useState, type ReactElement } from 'react';
import { neuronLabel } from '../labels/describe.js';
import { locateNeuron } from './hitTest.js';
import type { NetworkGraphProps } from '../types.js';
import { useGraph } from '../graphContext.js';
import { neuronNumbers } from '../quantities/colorFunction.js';
import { sameNeuron } from './selection.js';

/** Commits of the caller's own neurons: React is not asked to keep up with frames. */
const INTERVAL = 100;

/** The caller's own drawing of every neuron that has a place of its own. */
export function CustomNeurons({
  render,
}: {
  readonly render: NonNullable<NetworkGraphProps['renderNeuron']>;
}): ReactElement {
  const { geometry, context, store, selection, slot } = useGraph((graph) => graph);
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
      {geometry?.layers.flatMap((here) =>
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
