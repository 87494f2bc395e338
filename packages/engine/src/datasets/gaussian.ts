import type { Dataset } from '../core/dataset.js';
import { pointsDataset, type PointsOptions } from './points.js';

const radius = 6;

/** Centres of the bumps, and whether each is a hill or a hollow. */
const bumps = [
  { x: -4, y: 2.5, sign: 1 },
  { x: 0, y: 2.5, sign: -1 },
  { x: 4, y: 2.5, sign: 1 },
  { x: -4, y: -2.5, sign: -1 },
  { x: 0, y: -2.5, sign: 1 },
  { x: 4, y: -2.5, sign: -1 },
] as const;

/**
 * Regression of six bumps, as in TensorFlow Playground: x and y uniform in ±6; at distance d < 2 from a bump's centre the target is
 * ±(1 − d/2), elsewhere 0; where two overlap, the stronger. `noise` n: the target is read after x and y have moved by up to ±6n.
 * @throws `invalid-option`
 */
export function gaussianDataset(options: PointsOptions = {}): Dataset {
  return pointsDataset(options, (generator, _row, _rows, noise) => {
    const x = generator.between(-radius, radius);
    const y = generator.between(-radius, radius);
    const movedX = x + generator.between(-radius, radius) * noise;
    const movedY = y + generator.between(-radius, radius) * noise;
    return { x, y, target: height(movedX, movedY) };
  });
}

function height(x: number, y: number): number {
  let strongest = 0;
  for (const bump of bumps) {
    const dx = x - bump.x;
    const dy = y - bump.y;
    const strength = bump.sign * Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) / 2);
    if (Math.abs(strength) > Math.abs(strongest)) strongest = strength;
  }
  return strongest;
}
