'use client';
import type { ReactElement } from 'react';
import { neuronLabel } from '../labels/describe.js';
import { locateNeuron } from './hitTest.js';
import type { NetworkGraphProps } from '../types.js';
import { useGraph } from '../graphContext.js';
import { neuronNumbers } from '../quantities/colorFunction.js';
import { useSlowNumbers } from './useSlowNumbers.js';
import { sameNeuron } from './selection.js';

/** The caller's own drawing of every neuron that has a place of its own. */
export function CustomNeurons({
  render,
}: {
  readonly render: NonNullable<NetworkGraphProps['renderNeuron']>;
}): ReactElement {
  const { geometry, context, store, selection, slot } = useGraph((graph) => graph);
  const numbers = useSlowNumbers(store);
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
