import type { Dataset } from '../core/dataset.js';
import { cos, sin } from '../core/sine.js';
import { classPointsDataset, type ClassPointsOptions } from './points.js';

const radius = 5;
const turns = 1.75;

/**
 * Two spirals wound into each other, as in TensorFlow Playground. The i-th of n points of an arm lies at
 * r = 5i/n and angle t = 1.75·2π·i/n (yes, even rows) or t + π (no, odd rows): x = r sin t, y = r cos t.
 * `noise` n moves it by up to ±n in x and y.
 * @throws `invalid-option`
 */
export function spiralDataset(options: ClassPointsOptions = {}): Dataset {
  return classPointsDataset(options, (generator, row, rows, noise) => {
    const yes = row % 2 === 0;
    const along = Math.floor(row / 2) / Math.ceil(rows / 2);
    const angle = turns * 2 * Math.PI * along + (yes ? 0 : Math.PI);
    const r = radius * along;
    return {
      x: r * sin(angle) + generator.between(-1, 1) * noise,
      y: r * cos(angle) + generator.between(-1, 1) * noise,
      yes,
    };
  });
}
