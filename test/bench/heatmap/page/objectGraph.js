/** A network of objects: nodes that know their links, links that know both ends. */
export function createGraph(layers) {
  const nodes = layers.map((count) => Array.from({ length: count }, () => ({ inputs: [], bias: 0.1, output: 0 })));
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 31 - 1;
  };
  for (let layer = 1; layer < nodes.length; layer++) {
    for (const node of nodes[layer]) {
      for (const source of nodes[layer - 1]) node.inputs.push({ source, weight: random() });
    }
  }
  return nodes;
}

function forward(nodes, x, y) {
  nodes[0][0].output = x;
  nodes[0][1].output = y;
  for (let layer = 1; layer < nodes.length; layer++) {
    for (const node of nodes[layer]) {
      let sum = node.bias;
      for (const link of node.inputs) sum += link.weight * link.source.output;
      node.output = Math.tanh(sum);
    }
  }
}

/** Each node of the first hidden layer over the plane: one run of the whole network per point. */
export function respond(nodes, rows, columns) {
  const maps = nodes[1].map(() => new Float32Array(rows * columns));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      forward(nodes, (column / columns) * 2 - 1, 1 - (row / rows) * 2);
      for (let at = 0; at < maps.length; at++) maps[at][row * columns + column] = nodes[1][at].output;
    }
  }
  return maps;
}
