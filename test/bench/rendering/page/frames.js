/** Networks whose every number changes: a few frames made beforehand and shown in turn, so that making them costs nobody anything. */
export function makeFrames(layers, count = 3) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Array.from({ length: count }, () => ({
    weights: layers.map((neurons, layer) =>
      Float32Array.from({ length: layer ? neurons * layers[layer - 1] : 0 }, random),
    ),
    biases: layers.map((neurons, layer) => Float32Array.from({ length: layer ? neurons : 0 }, random)),
    activations: layers.map((neurons) => Float32Array.from({ length: neurons }, () => Math.abs(random()))),
  }));
}

/** Where the peers put the neurons: columns across 960 × 600. */
export function placesOf(layers) {
  return layers.map((neurons, layer) => ({
    x: 30 + (layer * 880) / Math.max(1, layers.length - 1),
    y: Array.from({ length: neurons }, (_, neuron) => 30 + ((neuron + 0.5) * 540) / neurons),
    radius: Math.min(9, 240 / neurons),
  }));
}

export const colorOf = (weight) => (weight < 0 ? '#b35806' : '#1c64b4');
export const widthOf = (weight) => 0.3 + 1.5 * Math.abs(weight);
export const fillOf = (activation) => `hsl(217 86% ${Math.round(92 - 60 * activation)}%)`;
