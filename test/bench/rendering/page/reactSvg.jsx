import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { colorOf, fillOf, placesOf, widthOf } from './frames.js';

function Graph({ places, frame }) {
  return (
    <svg width={960} height={600}>
      {places.flatMap((to, layer) => {
        if (layer === 0) return [];
        const from = places[layer - 1];
        let at = 0;
        return from.y.flatMap((y1, input) =>
          to.y.map((y2, neuron) => {
            const weight = frame.weights[layer][at++];
            return (
              <line
                key={`${layer} ${input} ${neuron}`}
                x1={from.x}
                y1={y1}
                x2={to.x}
                y2={y2}
                stroke={colorOf(weight)}
                strokeWidth={widthOf(weight)}
                strokeOpacity={Math.abs(weight)}
              />
            );
          }),
        );
      })}
      {places.flatMap(({ x, y, radius }, layer) =>
        y.map((cy, neuron) => (
          <circle
            key={`${layer} ${neuron}`}
            cx={x}
            cy={cy}
            r={radius}
            fill={fillOf(frame.activations[layer][neuron])}
          />
        )),
      )}
    </svg>
  );
}

/** An element a connection, rendered by React. */
export async function reactSvg(root, layers, first) {
  const places = placesOf(layers);
  const react = createRoot(root);
  const draw = (frame) => flushSync(() => react.render(<Graph places={places} frame={frame} />));
  draw(first);
  return { draw };
}
