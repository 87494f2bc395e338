import type { Dataset } from '../core/dataset.js';
import { classPointsDataset, type ClassPointsOptions } from './points.js';

const centre = 2;

/**
 * Two clouds, as in TensorFlow Playground: normal around (2, 2) for even rows (yes) and around (−2, −2) for odd rows (no),
 * independent in x and y. `noise` n sets the variance, ½ + 7n: 0.5 without noise, 4 at n = 0.5.
 * @throws `invalid-option`
 */
export function twoGaussiansDataset(options: ClassPointsOptions = {}): Dataset {
  return classPointsDataset(options, (generator, row, _rows, noise) => {
    const yes = row % 2 === 0;
    const deviation = Math.sqrt(0.5 + 7 * noise);
    const middle = yes ? centre : -centre;
    return { x: middle + deviation * generator.normal(), y: middle + deviation * generator.normal(), yes };
  });
}
