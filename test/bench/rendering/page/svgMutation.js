/* global document -- runs in the page */
import { colorOf, fillOf, placesOf, widthOf } from './frames.js';

const make = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Elements made once and changed in place, as with D3. */
export async function svgMutation(root, layers, first) {
  const svg = make('svg', { width: 960, height: 600 });
  const places = placesOf(layers);
  const lines = layers.map((_, layer) => {
    if (layer === 0) return [];
    const from = places[layer - 1];
    const to = places[layer];
    return from.y.flatMap((y1) => to.y.map((y2) => make('line', { x1: from.x, y1, x2: to.x, y2 })));
  });
  const discs = places.map(({ x, y, radius }) => y.map((cy) => make('circle', { cx: x, cy, r: radius })));
  for (const group of [...lines, ...discs]) for (const element of group) svg.append(element);
  const draw = ({ weights, activations }) => {
    lines.forEach((group, layer) => {
      group.forEach((line, at) => {
        const weight = weights[layer][at];
        line.setAttribute('stroke', colorOf(weight));
        line.setAttribute('stroke-width', widthOf(weight));
        line.setAttribute('stroke-opacity', Math.abs(weight));
      });
    });
    discs.forEach((group, layer) => {
      group.forEach((disc, neuron) => disc.setAttribute('fill', fillOf(activations[layer][neuron])));
    });
  };
  draw(first);
  root.append(svg);
  return { draw };
}
