import {
  circleDataset,
  createGenerator,
  gaussianDataset,
  oneHot,
  planeDataset,
  spiralDataset,
  twoGaussiansDataset,
  xorDataset,
  type Dataset,
  type PointsOptions,
} from '@neuroglow/engine';

/** Points in the plane, ±6 at most, with a class or a number each. */
export interface PointSet {
  readonly name: string;
  readonly label: string;
  /** Whether the network learns classes or numbers. */
  readonly problem: 'classes' | 'numbers';
  readonly rows: number;
  readonly make: (options: PointsOptions) => Dataset;
}

const several = ['red', 'green', 'blue'];

export const pointSets: readonly PointSet[] = [
  { name: 'circle', label: 'Circle', problem: 'classes', rows: 500, make: circleDataset },
  { name: 'xor', label: 'Exclusive or', problem: 'classes', rows: 500, make: xorDataset },
  { name: 'gauss', label: 'Two clouds', problem: 'classes', rows: 500, make: twoGaussiansDataset },
  { name: 'spiral', label: 'Spiral', problem: 'classes', rows: 500, make: spiralDataset },
  { name: 'arms', label: 'Three arms', problem: 'classes', rows: 600, make: threeArms },
  { name: 'plane', label: 'Plane', problem: 'numbers', rows: 1200, make: planeDataset },
  { name: 'bumps', label: 'Six bumps', problem: 'numbers', rows: 1200, make: gaussianDataset },
];

/** Three classes: as `spiralDataset`, with three arms of one turn. `noise` n moves a point by up to ±n in x and y. */
function threeArms({ rows = 600, noise = 0, seed = 1 }: PointsOptions): Dataset {
  const generator = createGenerator(seed);
  const inputs = new Float32Array(2 * rows);
  const classes = Array.from({ length: rows }, (_, row) => row % 3);
  for (const [row, arm] of classes.entries()) {
    const along = row / rows;
    const angle = 2 * Math.PI * (along + arm / 3);
    const radius = 0.4 + 4.8 * along;
    inputs[2 * row] = radius * Math.sin(angle) + generator.between(-1, 1) * noise;
    inputs[2 * row + 1] = radius * Math.cos(angle) + generator.between(-1, 1) * noise;
  }
  return { inputs, targets: oneHot(classes, 3), rows, classNames: several };
}
