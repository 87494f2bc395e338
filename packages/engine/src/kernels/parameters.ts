import type { Layout } from './layout.js';
import type { KernelExports } from './load.js';

/**
 * Copies flat parameters (W₁, b₁, W₂, b₂, …) into the layout's padded panels, `shift` bytes beyond where the parameters lie. Goes through
 * the staging buffer.
 */
export function scatterParameters(
  kernels: KernelExports,
  memory: Float32Array,
  layout: Layout,
  flat: Float32Array,
  shift = 0,
): void {
  memory.set(flat, layout.staging / 4);
  eachBlock(layout, (place, stride, at, flatStride, bytes, rows) => {
    kernels.copyRows(layout.staging + at, flatStride, place + shift, stride, bytes, rows);
  });
}

/** The way back, of the chosen layers alone; `flat` is as long as their parameters. */
export function gatherParameters(
  kernels: KernelExports,
  memory: Float32Array,
  layout: Layout,
  flat: Float32Array,
  shift = 0,
  isChosen: (layer: number) => boolean = everyLayer,
): void {
  eachBlock(
    layout,
    (place, stride, at, flatStride, bytes, rows) => {
      kernels.copyRows(place + shift, stride, layout.staging + at, flatStride, bytes, rows);
    },
    isChosen,
  );
  flat.set(memory.subarray(layout.staging / 4, layout.staging / 4 + flat.length));
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

/** A block of parameters: its place in memory and where in the flat array it belongs, both with the bytes from row to row; bytes of a row; rows. */
type VisitBlock = (place: number, stride: number, at: number, flatStride: number, bytes: number, rows: number) => void;

function everyLayer(): boolean {
  return true;
}

/** Calls back for the weights of each chosen layer, a panel at a time where they lie in panels, and for its biases. */
function eachBlock(layout: Layout, visit: VisitBlock, isChosen: (layer: number) => boolean = everyLayer): void {
  let at = 0;
  for (const [k, { inputs, neurons, weights, rowStride, panelStride, biases }] of layout.layers.entries()) {
    if (!isChosen(k + 1)) continue;
    const flatStride = neurons * 4;
    // Without panels, the columns of a row are contiguous.
    const width = panelStride === 32 ? flatStride : 32;
    for (let from = 0, place = weights; from < flatStride; from += width, place += panelStride) {
      visit(place, rowStride, at + from, flatStride, Math.min(width, flatStride - from), inputs);
    }
    at += inputs * flatStride;
    visit(biases, flatStride, at, flatStride, flatStride, 1);
    at += flatStride;
  }
}
