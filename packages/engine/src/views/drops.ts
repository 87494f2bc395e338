import { checkChoice, checkNumber } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ComputeView, SeriesViewDefinition } from './definition.js';
import { dropWindow, findDrops, type Drop, type DropOptions } from './detectors/drops.js';
import type { FrameBase } from './frameBase.js';
import type { RecordedSeries } from './recordedSeries.js';
import { thinSeries } from './thinSeries.js';

/**
 * The drops of a recorded cost, found by `findDrops`. Of full batches the recorded training cost is the evaluation cost itself. Of smaller
 * batches it is that of another batch at each step, so its noise can hide a drop; `of: 'validation'` looks at a fixed set.
 */
export interface DropsView extends DropOptions {
  readonly kind: 'drops';
  /** Which recorded cost: that of the batches, or that of the held-out rows. Default 'training'. */
  readonly of?: 'training' | 'validation';
}

/** The series in which drops were found. */
export interface DropsCost {
  readonly name: string;
  /** How many points of the series were searched: of a long series each stretch counts with its mean. */
  readonly points: number;
  /** Most steps between two neighbouring points: a drop's ends are known no better. */
  readonly every: number;
  /** w, in steps: as asked for, but at least `every`. */
  readonly window: number;
}

export interface DropsFrame extends FrameBase<'drops'> {
  /** Ascending. */
  readonly drops: readonly Drop[];
  /** null while nothing has been recorded. */
  readonly cost: DropsCost | null;
}

/** Points that are searched. More take longer than a displayed frame. */
const searchedPoints = 8192;

export const dropsView: SeriesViewDefinition<DropsView, 'scalars'> = {
  kind: 'drops',
  sort: 'series',
  fields: ['of', 'window', 'share', 'priorRatio', 'finished'],

  needs({ of, window, share, priorRatio, finished }) {
    const code = 'invalid-view';
    if (of !== undefined) checkChoice(of, 'of', ['training', 'validation'], code);
    if (window !== undefined) checkNumber(window, 'window', 'a number of steps > 0', (value) => value > 0, code);
    if (share !== undefined)
      checkNumber(share, 'share', 'a number > 0 and ≤ 1', (value) => value > 0 && value <= 1, code);
    if (priorRatio !== undefined) checkNumber(priorRatio, 'priorRatio', 'a number ≥ 0', (value) => value >= 0, code);
    if (finished !== undefined && typeof finished !== 'boolean') {
      throw new NeuroglowError(
        code,
        `finished: expected true or false, got ${show(finished)}; say whether the run has ended.`,
      );
    }
    return { scalars: { range: [-Infinity, Infinity], points: searchedPoints } };
  },
};

export const computeDrops: ComputeView<typeof dropsView, DropsFrame> = (
  { of = 'training', window = dropWindow.miniBatch, share, priorRatio, finished = false },
  { scalars },
  { runId, step },
) => {
  const series = scalars.find(({ role }) => role === of);
  if (!series || series.steps.length === 0) return { kind: 'drops', runId, step, drops: [], cost: null };
  const { steps, costs } = searched(series);
  let every = 0;
  for (let i = 1; i < steps.length; i++) every = Math.max(every, steps[i]! - steps[i - 1]!);
  // Within a gap the cost is not known; a narrower window would only see the line drawn across it.
  const used = Math.max(window, every);
  const drops = findDrops(steps, costs, {
    window: used,
    finished,
    ...(share !== undefined && { share }),
    ...(priorRatio !== undefined && { priorRatio }),
  });
  const cost = { name: series.name, points: steps.length, every, window: used };
  return { kind: 'drops', runId, step, drops, cost };
};

/** The finite points of a series; the means of stretches where it has more than can be searched or than its recorder kept. */
function searched(series: RecordedSeries): { readonly steps: number[]; readonly costs: number[] } {
  const { kept, means } = thinSeries(series, searchedPoints);
  const steps: number[] = [];
  const costs: number[] = [];
  kept.forEach((entry, i) => {
    const cost = series.means?.[entry] ?? means?.[i] ?? series.values[entry]!;
    if (!Number.isFinite(cost)) return;
    steps.push(series.steps[entry]!);
    costs.push(cost);
  });
  return { steps, costs };
}
