/** How the connections between two layers are drawn. */
export type Technique = 'strokes' | 'fans' | 'density';

/** Strokes up to this many, whatever else could be done: they have widths, dashes and curves of their own. */
const FEW = 4096;
/** Neurons on the narrow side up to which a fan for each is cheaper than a density picture. */
const MOST_FANS = 24;

/**
 * Chosen by measurement (280 × 560 pixels, milliseconds, plain JavaScript; kernels take a third and keep the order): strokes 3.2 a thousand
 * connections; fans 0.5 a neuron of the narrow side, exact where the wide side's lines lie closer than their own thickness; a density
 * picture 8, however many.
 */
export function techniqueFor(from: Float32Array, to: Float32Array, densityFrom: number): Technique {
  const count = from.length * to.length;
  if (count <= FEW) return 'strokes';
  const wide = from.length >= to.length ? from : to;
  const narrow = Math.min(from.length, to.length);
  const pitch = Math.abs((wide[wide.length - 1] ?? 0) - (wide[0] ?? 0)) / Math.max(1, wide.length - 1);
  if (narrow <= MOST_FANS && pitch > 0 && pitch <= 2 && isEven(wide, pitch)) return 'fans';
  return count <= densityFrom ? 'strokes' : 'density';
}

function isEven(positions: Float32Array, pitch: number): boolean {
  const first = positions[0] ?? 0;
  return positions.every((position, at) => Math.abs(position - first - at * pitch) < 1);
}
