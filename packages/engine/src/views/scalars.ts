import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ViewDefinition } from './definition.js';
import type { RecordedSeries } from './recordedSeries.js';
import { requireCount } from './requirements.js';
import { thinSeries } from './thinSeries.js';
import type { ScalarSeries } from './view.js';

/** What was recorded of the run so far, thinned. */
export const scalarsView: ViewDefinition<'scalars', 'scalars'> = {
  kind: 'scalars',
  sort: 'series',
  fields: ['names', 'range', 'points'],

  needs({ names, range, points }) {
    if (names !== undefined) requireNames(names);
    if (range !== undefined && range !== 'all') requireRange(range);
    requireCount(points, 'points', 8, 65_536);
    return { scalars: true };
  },

  compute({ names, range = 'all', points = 2048 }, { scalars }, { runId, step }) {
    const wanted = scalars.filter(({ name }) => names === undefined || names.includes(name));
    return { kind: 'scalars', runId, step, series: wanted.map((series) => pick(series, range, points)) };
  },
};

function pick(recorded: RecordedSeries, range: 'all' | readonly [number, number], points: number): ScalarSeries {
  const { name, role, steps, values, epochs, times } = recorded;
  const kept = thinSeries(recorded, points, range === 'all' ? [-Infinity, Infinity] : range);
  return {
    name,
    role,
    steps: Float64Array.from(kept, (i) => steps[i]!),
    values: Float32Array.from(kept, (i) => values[i]!),
    ...(epochs && { epochs: Float64Array.from(kept, (i) => epochs[i]!) }),
    ...(times && { times: Float64Array.from(kept, (i) => times[i]!) }),
  };
}

function requireNames(names: unknown): void {
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return;
  throw new NeuroglowError(
    'invalid-view',
    `names: expected a list of texts, got ${show(names)}; name the series to show, or leave it out for all.`,
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
