import { NeuroglowError, type ScalarRole } from '@neuroglow/engine';

/** Costs at their steps, ascending. */
export interface CostCurve {
  readonly steps: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}

/** Both curves; the held-out one is empty where there is no held-out set. */
export interface CostCurves {
  readonly training: CostCurve;
  readonly validation: CostCurve;
}

/** Plain values in place of a source: series as `scalars` gives them. Of each role, the first is drawn; metrics are not. */
export type CostValues = readonly PlainSeries[];
export interface PlainSeries {
  readonly name?: string | undefined;
  /** Default 'training'. */
  readonly role?: ScalarRole | undefined;
  /** Default 1, 2, 3, … */
  readonly steps?: ArrayLike<number> | undefined;
  readonly values: ArrayLike<number>;
}

export const noCurves: CostCurves = {
  training: { steps: [], costs: [] },
  validation: { steps: [], costs: [] },
};

/** Throws a NeuroglowError that says how to mend series that cannot be drawn. */
export function curvesOf(series: CostValues): CostCurves {
  const given: unknown = series;
  if (!Array.isArray(given)) {
    throw refuse('expected a list of series; write for example [{ role: "training", values: [0.9, 0.5] }].');
  }
  const training = series.find(({ role = 'training' }) => role === 'training');
  const validation = series.find(({ role }) => role === 'validation');
  return {
    training: training ? curveOf('training', training) : noCurves.training,
    validation: validation ? curveOf('validation', validation) : noCurves.validation,
  };
}

function curveOf(name: string, { steps, values }: PlainSeries): CostCurve {
  if (!steps) return { steps: Array.from(values, (_, index) => index + 1), costs: values };
  if (steps.length !== values.length) {
    throw refuse(
      `expected as many ${name} steps as values, got ${steps.length} and ${values.length}; give each value its step.`,
    );
  }
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] ?? NaN;
    if (Number.isFinite(step) && (index === 0 || step > (steps[index - 1] ?? -Infinity))) continue;
    throw refuse(`expected the ${name} steps to ascend, got ${step} at index ${index}; sort them, each step once.`);
  }
  return { steps, costs: values };
}

function refuse(message: string): NeuroglowError {
  return new NeuroglowError('invalid-input', message);
}
