import { NeuroglowError } from '@neuroglow/engine';

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

/** Plain values in place of a source. Without `steps`, costs belong to steps 1, 2, 3, … */
export interface CostValues {
  readonly training: PlainCurve;
  readonly validation?: PlainCurve | undefined;
}
export interface PlainCurve {
  readonly steps?: ArrayLike<number> | undefined;
  readonly costs: ArrayLike<number>;
}

export const noCurves: CostCurves = {
  training: { steps: [], costs: [] },
  validation: { steps: [], costs: [] },
};

/** Throws a NeuroglowError that says how to mend curves that cannot be drawn. */
export function curvesOf({ training, validation }: CostValues): CostCurves {
  return { training: curveOf('training', training), validation: curveOf('validation', validation ?? { costs: [] }) };
}

function curveOf(name: string, { steps, costs }: PlainCurve): CostCurve {
  if (!steps) return { steps: Array.from(costs, (_, index) => index + 1), costs };
  if (steps.length !== costs.length) {
    throw refuse(
      `expected as many ${name} steps as costs, got ${steps.length} and ${costs.length}; give each cost its step.`,
    );
  }
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] ?? NaN;
    if (Number.isFinite(step) && (index === 0 || step > (steps[index - 1] ?? -Infinity))) continue;
    throw refuse(`expected the ${name} steps to ascend, got ${step} at index ${index}; sort them, each step once.`);
  }
  return { steps, costs };
}

function refuse(message: string): NeuroglowError {
  return new NeuroglowError('invalid-input', message);
}
