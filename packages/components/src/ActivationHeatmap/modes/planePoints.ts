import type { Frame, LayerSpaceView } from '@neuroglow/engine';
import type { Axes, PanelPoints } from '../panel.js';
import { placePoints } from '../scene.js';
import type { HeatmapPoints, PlaneProps } from '../types.js';
import { refuse } from './refuse.js';

/** Most rows of a data set that are drawn as points. */
const mostPoints = 1024;

const unitAxes: Axes = { x: [0, 1], y: [0, 1] };

/** The view of the rows that are drawn over a plane; null for none, and for points of the caller's own. */
export function pointsView({ points, plane: axes = [0, 1] }: PlaneProps): LayerSpaceView | null {
  return typeof points === 'string' ? { kind: 'layerSpace', layer: 0, axes, of: points, rows: mostPoints } : null;
}

export function pointsOver(
  { points, plane: [x, y] = [0, 1] }: PlaneProps,
  axes: Axes | null,
  rows: Frame | null,
): PanelPoints | null {
  if (points === undefined) return null;
  if (typeof points !== 'string') return ownPoints(points, axes ?? unitAxes);
  if (!axes || rows?.kind !== 'layerSpace' || rows.axes === 'principal' || rows.axes[0] !== x || rows.axes[1] !== y) {
    return null;
  }
  return { at: placePoints(rows.points, axes), classes: rows.classes, rows: rows.rows, of: points };
}

function ownPoints({ inputs, classes, values }: HeatmapPoints, axes: Axes): PanelPoints {
  const count = inputs.length / 2;
  if (!Number.isInteger(count)) {
    throw refuse(`points.inputs: expected two numbers per point, got ${inputs.length} numbers; pass x and y of each.`);
  }
  if (classes && classes.length !== count) {
    throw refuse(`points.classes: expected ${count}, one per point, got ${classes.length}; pass one each, or none.`);
  }
  if (values && values.length !== count) {
    throw refuse(`points.values: expected ${count}, one per point, got ${values.length}; pass one each, or none.`);
  }
  return {
    ...{ at: placePoints(inputs, axes), classes: classes ?? null, values: classes ? null : (values ?? null) },
    ...{ rows: null, of: null },
  };
}
