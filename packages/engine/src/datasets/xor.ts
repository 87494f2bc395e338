import type { Dataset } from '../core/dataset.js';
import { classPointsDataset, type ClassPointsOptions } from './points.js';

const side = 5;
const padding = 0.3;

/**
 * The continuous exclusive-or, as in TensorFlow Playground: x and y uniform in ±5, then pushed 0.3 away from the axes;
 * yes where they have the same sign. (The name is Playground's; the logic gate says yes where they differ.)
 * `noise` n: signs are judged after the point has moved by up to ±5n in x and y. For the gate's four rows see `logicGateDataset`.
 * @throws `invalid-option`
 */
export function xorDataset(options: ClassPointsOptions = {}): Dataset {
  return classPointsDataset(options, (generator, _row, _rows, noise) => {
    const x = padded(generator.between(-side, side));
    const y = padded(generator.between(-side, side));
    const movedX = x + generator.between(-side, side) * noise;
    const movedY = y + generator.between(-side, side) * noise;
    return { x, y, yes: movedX * movedY >= 0 };
  });
}

function padded(value: number): number {
  return value + (value > 0 ? padding : -padding);
}
