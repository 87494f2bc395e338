import type { Layout } from './layout.js';

/** Copies flat parameters (W₁, b₁, W₂, b₂, …) into the layout's padded panels, `shift` bytes beyond where the parameters lie. */
export function scatterParameters(memory: Float32Array, layout: Layout, flat: Float32Array, shift = 0): void {
  eachRow(layout, (from, to, neurons, panel) => {
    for (let j = 0; j < neurons; j++) memory[shift / 4 + to + (j >> 3) * panel + (j & 7)] = flat[from + j]!;
  });
}

/** The way back. */
export function gatherParameters(memory: Float32Array, layout: Layout, flat: Float32Array, shift = 0): void {
  eachRow(layout, (from, to, neurons, panel) => {
    for (let j = 0; j < neurons; j++) flat[from + j] = memory[shift / 4 + to + (j >> 3) * panel + (j & 7)]!;
  });
}

/** Where one flat parameter lies, as an index of float32 numbers. */
export function placeOf(layout: Layout, index: number): number {
  let offset = 0;
  for (const layer of layout.layers) {
    const { inputs, neurons } = layer;
    const weights = inputs * neurons;
    if (index < offset + weights) {
      const i = Math.floor((index - offset) / neurons);
      const j = (index - offset) % neurons;
      return (layer.weights + i * layer.rowStride + (j >> 3) * layer.panelStride) / 4 + (j & 7);
    }
    offset += weights;
    if (index < offset + neurons) return layer.biases / 4 + index - offset;
    offset += neurons;
  }
  return -1;
}

/** Calls back for each row of weights and each layer's biases: flat index, place in memory, length, and numbers from panel to panel. */
function eachRow(layout: Layout, visit: (from: number, to: number, neurons: number, panel: number) => void): void {
  let from = 0;
  for (const { inputs, neurons, weights, rowStride, panelStride, biases } of layout.layers) {
    for (let i = 0; i < inputs; i++, from += neurons)
      visit(from, (weights + i * rowStride) / 4, neurons, panelStride / 4);
    visit(from, biases / 4, neurons, 8);
    from += neurons;
  }
}
