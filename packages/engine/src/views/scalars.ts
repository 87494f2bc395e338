import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ComputeView, SeriesViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { RecordedSeries, ScalarCounts, ScalarRole } from './recordedSeries.js';
import { requireCount } from './requirements.js';
import { thinSeries } from './thinSeries.js';

/** Numbers recorded step by step: costs, accuracies and anything else that a source records. A long series is reduced so that every stretch keeps its minimum, its maximum and its first value that is not finite at their own steps. */
export interface ScalarsView {
  readonly kind: 'scalars';
  /** Which series. Default: all. Names that the source does not have (yet) are ignored. */
  readonly names?: readonly string[];
  /** Steps from … to …, both included. Default 'all'. */
  readonly range?: 'all' | readonly [from: number, to: number];
  /** Most points per series, 8 to 65,536. Stretches are as wide as a power of two, so there may be only half as many. Default 2,048. */
  readonly points?: number;
}

export interface ScalarSeries {
  readonly name: string;
  readonly role: ScalarRole;
  /** Ascending; the latest step within the range is always included. */
  readonly steps: Float64Array;
  readonly values: Float32Array;
  /** Epochs since the run began, one per point, if the source knows them; within an epoch, a fraction. */
  readonly epochs?: Float64Array;
  /** Seconds since the run began, one per point, if the source records them. Those of a session do not count pauses. */
  readonly times?: Float64Array;
  /** One per point: the mean of all values in the stretch that the point stands for. Absent if every value is a point. */
  readonly means?: Float32Array;
  /** Of all values within the range. Absent: those are the points. */
  readonly counts?: ScalarCounts;
}

export interface ScalarsFrame extends FrameBase<'scalars'> {
  readonly series: readonly ScalarSeries[];
}

export const scalarsView: SeriesViewDefinition<ScalarsView, 'scalars'> = {
  kind: 'scalars',
  sort: 'series',
  fields: ['names', 'range', 'points'],

  needs({ names, range, points }) {
    if (names !== undefined) requireNames(names);
    if (range !== undefined && range !== 'all') requireRange(range);
    requireCount(points, 'points', 8, 65_536);
    return { scalars: { ...(names && { names }), range: boundsOf(range), points: points ?? defaultPoints } };
  },
};

export const computeScalars: ComputeView<typeof scalarsView, ScalarsFrame> = (
  { names, range, points = defaultPoints },
  { scalars },
  { runId, step },
) => {
  const wanted = scalars.filter(({ name }) => names === undefined || names.includes(name));
  return { kind: 'scalars', runId, step, series: wanted.map((series) => pick(series, boundsOf(range), points)) };
};

const defaultPoints = 2048;

function boundsOf(range: ScalarsView['range']): readonly [from: number, to: number] {
  return range === undefined || range === 'all' ? [-Infinity, Infinity] : range;
}

function pick(recorded: RecordedSeries, range: readonly [number, number], points: number): ScalarSeries {
  const { name, role, steps, values, epochs, times } = recorded;
  const { kept, means: found, counts } = thinSeries(recorded, points, range);
  // A recorder that has reduced its series knows the means of more than its points.
  const means = recorded.means ? Float32Array.from(kept, (i) => recorded.means![i]!) : found;
  return {
    name,
    role,
    steps: Float64Array.from(kept, (i) => steps[i]!),
    values: Float32Array.from(kept, (i) => values[i]!),
    ...(epochs && { epochs: Float64Array.from(kept, (i) => epochs[i]!) }),
    ...(times && { times: Float64Array.from(kept, (i) => times[i]!) }),
    ...(means && { means }),
    counts: recorded.counts ?? counts,
  };
}

function requireNames(names: unknown): void {
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return;
  throw new NeuroglowError(
    'invalid-view',
    `names: expected a list of strings, got ${show(names)}; name the series to show, or leave it out for all.`,
  );
}

function requireRange(range: unknown): void {
  if (Array.isArray(range) && range.length === 2) {
    const [from, to] = range as readonly unknown[];
    if (typeof from === 'number' && typeof to === 'number' && from <= to) return;
  }
  throw new NeuroglowError(
    'invalid-view',
    `range: expected 'all' or [from, to] with from ≤ to, got ${show(range)}; write for example [0, 1000].`,
  );
}
