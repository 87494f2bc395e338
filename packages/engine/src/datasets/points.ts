import { checkInteger, checkNumber, checkObject, checkOptions, checkSeed } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { createGenerator, type RandomGenerator } from '../core/generator.js';
import { show } from '../core/show.js';

/** Options of all generators of points in the plane. */
export interface PointsOptions {
  /** How many points, 1 to 1,000,000. Default 500. */
  readonly rows?: number;
  /** From 0 (default) to 1; each generator documents its effect. */
  readonly noise?: number;
  /** An integer in [0, 2³²). The same seed gives the same points on every machine. Default 1. */
  readonly seed?: number;
}

/** Points of two classes. */
export interface ClassPointsOptions extends PointsOptions {
  /** The targets of the two classes. Default [0, 1], for a sigmoid output; [-1, 1] suits tanh. */
  readonly targets?: readonly [no: number, yes: number];
}

/** One labelled point. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

/** A data set of labelled points: inputs x and y, one target. `draw` gets each point's index. */
export function pointsDataset(
  options: PointsOptions,
  draw: (generator: RandomGenerator, row: number, rows: number, noise: number) => Point,
): Dataset {
  checkOptions(options, 'options', ['rows', 'noise', 'seed']);
  const { rows = 500, noise = 0, seed = 1 } = options;
  checkInteger(rows, 'rows', 1, 1_000_000);
  checkNumber(noise, 'noise', 'a number from 0 to 1', (value) => value >= 0 && value <= 1);
  checkSeed(seed);
  const generator = createGenerator(seed);
  const inputs = new Float32Array(rows * 2);
  const targets = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const { x, y, target } = draw(generator, row, rows, noise);
    inputs[row * 2] = x;
    inputs[row * 2 + 1] = y;
    targets[row] = target;
  }
  return { inputs, targets, rows };
}

/** The same for two classes: `draw` returns a point's class, `options.targets` holds the numbers for both. */
export function classPointsDataset(
  options: ClassPointsOptions,
  draw: (
    generator: RandomGenerator,
    row: number,
    rows: number,
    noise: number,
  ) => { readonly x: number; readonly y: number; readonly yes: boolean },
): Dataset {
  checkObject(options, 'options');
  const { targets = [0, 1], ...points } = options;
  const [no, yes] = checkTargets(targets);
  return pointsDataset(points, (...drawn) => {
    const point = draw(...drawn);
    return { x: point.x, y: point.y, target: point.yes ? yes : no };
  });
}

function checkTargets(targets: unknown): readonly [number, number] {
  const pair: readonly unknown[] = Array.isArray(targets) ? targets : [];
  const [no, yes] = pair;
  if (pair.length === 2 && isFloat(no) && isFloat(yes) && no !== yes) return [no, yes];
  throw new NeuroglowError(
    'invalid-option',
    `targets: expected two different finite numbers, got ${show(targets)}; write for example [0, 1] or [-1, 1].`,
  );
}

function isFloat(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(Math.fround(value));
}
