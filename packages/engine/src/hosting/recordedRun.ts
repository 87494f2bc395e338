import type { Run } from '../run/run.js';
import type { RecordedSeries } from '../views/recordedSeries.js';
import type { ScalarsNeed } from '../views/scalarsNeed.js';
import type { StepClock } from './stepClock.js';

/** The series of a run: the cost of each batch and, with held-out rows, their cost and accuracy. Epochs may be fractions. */
export function recordedOf(
  { history, validations }: Pick<Run, 'history' | 'validations'>,
  { range, points }: ScalarsNeed,
  stepsPerEpoch: number,
  clock: StepClock,
): readonly RecordedSeries[] {
  const placed = (steps: ArrayLike<number>): Pick<RecordedSeries, 'steps' | 'epochs' | 'times'> => {
    const times = clock.timesOf(steps);
    return { steps, epochs: Float64Array.from(steps, (step) => step / stepsPerEpoch), ...(times && { times }) };
  };
  const { steps, costs, means, recorded, notPositive } = history.read(points, range);
  const cost: RecordedSeries = {
    ...{ name: 'cost', role: 'training', ...placed(steps), values: costs, ...(means && { means }) },
    counts: { recorded, notFinite: 0, notPositive },
  };
  if (validations.length === 0) return [cost];
  const validated: RecordedSeries = {
    ...{ name: 'validation cost', role: 'validation', ...placed(validations.map(({ step }) => step)) },
    values: validations.map((point) => point.cost),
  };
  const known = validations.filter(({ accuracy }) => accuracy !== null);
  if (known.length === 0) return [cost, validated];
  const accuracy: RecordedSeries = {
    ...{ name: 'validation accuracy', role: 'metric', ...placed(known.map(({ step }) => step)) },
    values: known.map((point) => point.accuracy!),
  };
  return [cost, validated, accuracy];
}
