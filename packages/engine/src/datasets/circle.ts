import type { Dataset } from '../core/dataset.js';
import { cos, sin } from '../core/sine.js';
import { classPointsDataset, type ClassPointsOptions } from './points.js';

const radius = 5;

/**
 * A disc inside a ring, as in TensorFlow Playground: even rows are the disc (yes) with 0 ≤ r < 2.5, odd rows the ring (no) with
 * 3.5 ≤ r < 5; r and the angle uniform. `noise` n: whether a point counts as inside 2.5 is judged after it has moved by
 * up to ±5n in x and y, so that points near the border may bear the wrong class.
 * @throws `invalid-option`
 */
export function circleDataset(options: ClassPointsOptions = {}): Dataset {
  return classPointsDataset(options, (generator, row, _rows, noise) => {
    const r = row % 2 === 0 ? generator.between(0, radius * 0.5) : generator.between(radius * 0.7, radius);
    const angle = generator.between(0, 2 * Math.PI);
    const x = r * sin(angle);
    const y = r * cos(angle);
    const movedX = x + generator.between(-radius, radius) * noise;
    const movedY = y + generator.between(-radius, radius) * noise;
    return { x, y, yes: Math.sqrt(movedX * movedX + movedY * movedY) < radius * 0.5 };
  });
}
