/* global document -- runs in the page */
import { channelsOf, colorOf, placesOf } from './frames.js';
import { createGraph, respond } from './objectGraph.js';

/** A page that draws nothing: what the browser itself costs. */
export async function empty() {
  return { draw() {} };
}

const svg = 'http://www.w3.org/2000/svg';

function element(name, attributes, parent) {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}

/** An element per cell, its colour changed in place. */
export async function svgRects(root, what, first) {
  const picture = element('svg', { width: 960, height: 600 }, root);
  if (what.points) {
    const dots = Array.from({ length: what.points }, () => element('circle', { r: 2, fill: '#0072b2' }, picture));
    const draw = (values) =>
      dots.forEach((dot, at) => {
        dot.setAttribute('cx', 300 + 290 * values[2 * at]);
        dot.setAttribute('cy', 300 + 290 * values[2 * at + 1]);
      });
    draw(first);
    return { draw };
  }
  const { rows, columns } = what;
  const rectangles = placesOf(what).flatMap(({ x, y, cell }) =>
    Array.from({ length: rows * columns }, (_, at) =>
      element(
        'rect',
        { x: x + (at % columns) * cell, y: y + Math.floor(at / columns) * cell, width: cell, height: cell },
        picture,
      ),
    ),
  );
  const draw = (values) => rectangles.forEach((rectangle, at) => rectangle.setAttribute('fill', colorOf(values[at])));
  draw(first);
  return { draw };
}

function canvasIn(root, width = 960, height = 600) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  root.append(canvas);
  return canvas.getContext('2d');
}

/** One canvas, a rectangle filled per cell. */
export async function fillRect(root, what, first) {
  const context = canvasIn(root);
  const places = what.points ? [] : placesOf(what);
  const draw = (values) => {
    context.clearRect(0, 0, 960, 600);
    if (what.points) {
      context.fillStyle = '#0072b2';
      for (let at = 0; at < what.points; at++) {
        context.beginPath();
        context.arc(300 + 290 * values[2 * at], 300 + 290 * values[2 * at + 1], 2, 0, 2 * Math.PI);
        context.fill();
      }
      return;
    }
    const { rows, columns } = what;
    let at = 0;
    for (const { x, y, cell } of places) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++, at++) {
          context.fillStyle = colorOf(values[at]);
          context.fillRect(x + column * cell, y + row * cell, cell, cell);
        }
      }
    }
  };
  draw(first);
  return { draw };
}

/**
 * As TensorFlow Playground does it, in our words: a network of node and link objects is run once for every point of the grid, and each map is
 * written pixel by pixel, a colour looked up and four bytes stored each, into an image of its own size on a canvas of its own that CSS enlarges. Where the
 * case is no plane of inputs, only its drawing is done.
 */
export async function playground(root, what, first) {
  const { mode, layers, maps, rows, columns } = what;
  const graph = mode === 'responseMaps' ? createGraph(layers) : null;
  const contexts = placesOf(what).map(({ x, y, cell }) => {
    const context = canvasIn(root, columns, rows);
    context.canvas.style.cssText = `position:absolute;left:${x}px;top:${y}px;width:${cell * columns}px;height:${cell * rows}px`;
    return context;
  });
  const times = { grid: [], draw: [] };
  const paint = (values) => {
    for (let map = 0; map < maps; map++) {
      const image = contexts[map].createImageData(columns, rows);
      for (let row = 0, at = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const [red, green, blue] = channelsOf(values[map][row * columns + column]);
          image.data[at++] = red;
          image.data[at++] = green;
          image.data[at++] = blue;
          image.data[at++] = 255;
        }
      }
      contexts[map].putImageData(image, 0, 0);
    }
  };
  const draw = (frame) => {
    const started = performance.now();
    const values = graph
      ? respond(graph, rows, columns)
      : Array.from({ length: maps }, (_, map) => frame.subarray(map * rows * columns, (map + 1) * rows * columns));
    const computed = performance.now();
    paint(values);
    if (graph) times.grid.push(computed - started);
    times.draw.push(performance.now() - computed);
  };
  draw(first);
  return { draw, own: () => ({ ...(graph && { gridMs: middle(times.grid) }), drawMs: middle(times.draw) }) };
}

function middle(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
