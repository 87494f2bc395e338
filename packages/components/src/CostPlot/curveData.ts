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
  /** @default 'training' */
  readonly role?: ScalarRole | undefined;
  /** @default 1, 2, 3, … */
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
    throw refuse(`values: expected a list of series, got ${kindOf(given)}; ${example}.`);
  }
  given.forEach(checkSeries);
  const training = series.find(({ role = 'training' }) => role === 'training');
  const validation = series.find(({ role }) => role === 'validation');
  return {
    training: training ? curveOf('training', training) : noCurves.training,
    validation: validation ? curveOf('validation', validation) : noCurves.validation,
  };
}

const example = 'pass for example [{ role: "training", values: [0.9, 0.5] }]';

function checkSeries(series: unknown, at: number): void {
  const values: unknown =
    typeof series === 'object' && series !== null && 'values' in series ? series.values : undefined;
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView));
  if (!isList) throw refuse(`values[${at}]: expected a series, got ${kindOf(series)}; ${example}.`);
  const wrong = Array.prototype.findIndex.call(values, (value) => typeof value !== 'number');
  if (wrong < 0) return;
  const found: unknown = (values as readonly unknown[])[wrong];
  const remedy = typeof found === 'string' ? 'convert them: values.map(Number)' : 'replace it by a number';
  throw refuse(`values[${at}].values[${wrong}]: expected a number, got ${kindOf(found)}; ${remedy}.`);
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object without a list of values' : String(value);
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
