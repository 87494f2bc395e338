import { ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { colorOf, fillOf, placesOf, widthOf } from './frames.js';

/** A library for diagrams of nodes and edges. */
export async function xyflow(root, layers, first) {
  const places = placesOf(layers);
  const react = createRoot(root);
  const nodesOf = ({ activations }) =>
    places.flatMap(({ x, y, radius }, layer) =>
      y.map((middle, neuron) => ({
        id: `${layer}-${neuron}`,
        position: { x: x - radius, y: middle - radius },
        data: { label: '' },
        sourcePosition: 'right',
        targetPosition: 'left',
        style: {
          width: 2 * radius,
          height: 2 * radius,
          borderRadius: '50%',
          background: fillOf(activations[layer][neuron]),
        },
      })),
    );
  const edgesOf = ({ weights }) =>
    places.flatMap((to, layer) =>
      layer === 0
        ? []
        : places[layer - 1].y.flatMap((_, input) =>
            to.y.map((__, neuron) => {
              const weight = weights[layer][input * to.y.length + neuron];
              return {
                id: `${layer}-${input}-${neuron}`,
                source: `${layer - 1}-${input}`,
                target: `${layer}-${neuron}`,
                type: 'straight',
                style: { stroke: colorOf(weight), strokeWidth: widthOf(weight), opacity: Math.abs(weight) },
              };
            }),
          ),
    );
  const draw = (frame) => flushSync(() => react.render(<ReactFlow nodes={nodesOf(frame)} edges={edgesOf(frame)} />));
  draw(first);
  return { draw };
}
