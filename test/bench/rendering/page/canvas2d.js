/* global document -- runs in the page */
import { colorOf, fillOf, placesOf, widthOf } from './frames.js';

/** A stroke a line, the straightforward way, which is also the fast one. */
export async function canvas2d(root, layers, first) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 600 });
  root.append(canvas);
  const context = canvas.getContext('2d');
  const places = placesOf(layers);
  const draw = ({ weights, activations }) => {
    context.clearRect(0, 0, 960, 600);
    for (let layer = 1; layer < layers.length; layer++) {
      const from = places[layer - 1];
      const to = places[layer];
      let at = 0;
      for (const start of from.y) {
        for (const end of to.y) {
          const weight = weights[layer][at++];
          context.strokeStyle = colorOf(weight);
          context.globalAlpha = Math.abs(weight);
          context.lineWidth = widthOf(weight);
          context.beginPath();
          context.moveTo(from.x, start);
          context.lineTo(to.x, end);
          context.stroke();
        }
      }
    }
    context.globalAlpha = 1;
    places.forEach(({ x, y, radius }, layer) => {
      y.forEach((middle, neuron) => {
        context.fillStyle = fillOf(activations[layer][neuron]);
        context.beginPath();
        context.arc(x, middle, radius, 0, 2 * Math.PI);
        context.fill();
      });
    });
  };
  draw(first);
  return { draw };
}
