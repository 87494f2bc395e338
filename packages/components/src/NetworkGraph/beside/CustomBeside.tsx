'use client';
import type { ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import { useSlowNumbers } from '../interaction/useSlowNumbers.js';
import { toPoint } from '../interaction/hitTest.js';
import { neuronNumbers } from '../quantities/colorFunction.js';

/** The caller's own pictures beside the neurons of the layers that ask for them. */
export function CustomBeside(): ReactElement {
  const { geometry, shown, store, slot } = useGraph((graph) => graph);
  const numbers = useSlowNumbers(store);
  return (
    <>
      {geometry?.layers.flatMap(({ layer, neurons, cross, beside }) => {
        const plan = shown.beside[layer];
        if (plan?.show !== 'custom' || !beside) return [];
        const across = geometry.orientation === 'left-right';
        return [...neurons].map((neuron, at) => {
          const { x, y } = toPoint(geometry.orientation, beside.from, (cross[at] ?? 0) + beside.shift);
          return (
            <div
              key={`${layer} ${neuron}`}
              className={slot('beside')}
              style={{ left: x, top: y, [across ? 'width' : 'height']: beside.length }}
              data-side={across ? 'after' : 'below'}
              aria-hidden="true"
            >
              {plan.render(neuronNumbers(numbers, layer, neuron))}
            </div>
          );
        });
      })}
    </>
  );
}
