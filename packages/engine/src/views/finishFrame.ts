import type { ComputedFrame } from './computeFrame.js';
import type { UnfinishedLayerSpace } from './context.js';
import type { Frame, LayerSpaceFrame } from './view.js';

/**
 * Completes a frame on the side that asked for it: principal components come from `ml-pca`, which is imported when first needed and
 * never by the worker, whose graph must have relative imports only. Any other frame is given back as it is.
 */
export function finishFrame(frame: ComputedFrame): Frame | Promise<Frame> {
  return 'unfinished' in frame ? finishLayerSpace(frame) : frame;
}

async function finishLayerSpace(unfinished: UnfinishedLayerSpace): Promise<LayerSpaceFrame> {
  const { kind, runId, step, layer, rows, classes } = unfinished;
  return { kind, runId, step, layer, axes: 'principal', rows, classes, ...(await principalComponents(unfinished)) };
}

async function principalComponents({
  coordinates,
  dimensions,
  variance,
  rows,
}: UnfinishedLayerSpace): Promise<Pick<LayerSpaceFrame, 'points' | 'explained'>> {
  const count = rows.length;
  const points = new Float32Array(count * 2);
  // Numbers that are not finite have no components, and the library would look for them for ever.
  if (Number.isNaN(variance)) return { points: points.fill(NaN), explained: [NaN, NaN] };
  if (variance === 0) return { points, explained: [0, 0] };
  const { PCA } = await import('ml-pca');
  const table = Array.from({ length: count }, (_, row) =>
    Array.from(coordinates.subarray(row * dimensions, (row + 1) * dimensions)),
  );
  const pca = new PCA(table, { method: 'covarianceMatrix' });
  const scores = pca.predict(table, { nComponents: 2 });
  for (let axis = 0; axis < 2 && axis < scores.columns; axis++) {
    const column = scores.getColumn(axis);
    const farthest = column.reduce((best, score) => (Math.abs(score) > Math.abs(best) ? score : best), 0);
    const sign = farthest < 0 ? -1 : 1;
    for (const [row, score] of column.entries()) points[row * 2 + axis] = sign * score;
  }
  const eigenvalues = pca.getEigenvalues();
  const share = (axis: number): number => Math.min(1, Math.max(0, (eigenvalues[axis] ?? 0) / variance));
  return { points, explained: [share(0), share(1)] };
}
