import type { Dataset } from '../core/dataset.js';
import { pointsDataset, type PointsOptions } from './points.js';

const radius = 6;

/**
 * Regression of a tilted plane, as in TensorFlow Playground: x and y uniform in ±6, target (x + y)/10: within ±1
 * but for two corners, which reach ±1.2. `noise` n: the target is read after x and y have moved by up to ±6n.
 * @throws `invalid-option`
 */
export function planeDataset(options: PointsOptions = {}): Dataset {
  return pointsDataset(options, (generator, _row, _rows, noise) => {
    const x = generator.between(-radius, radius);
    const y = generator.between(-radius, radius);
    const movedX = x + generator.between(-radius, radius) * noise;
    const movedY = y + generator.between(-radius, radius) * noise;
    return { x, y, target: (movedX + movedY) / 10 };
  });
}
