import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../packages/components/src/CostPlot/export/csv.js';
import { buildScene } from '../../../packages/components/src/CostPlot/scene/buildScene.js';
import type { PlotSettings } from '../../../packages/components/src/CostPlot/scene/scene.js';
import type { CurveSeries, RunCurves } from '../../../packages/components/src/CostPlot/series/curves.js';
import { defaultTheme } from '../../../packages/components/src/shared/theme.js';

const theme = defaultTheme('light');
const plain: PlotSettings = {
  ...{ x: 'step', xScale: 'linear', scale: 'linear', range: 'all', robust: true, halfLife: 0, band: null },
  ...{ toggled: new Set<string>(), events: [] },
};
const training = (values: readonly number[], steps = values.map((_, at) => at + 1)): CurveSeries => ({
  ...{ name: 'cost', role: 'training', steps, values },
});
const run = (series: readonly CurveSeries[], name = '', fork: number | null = null): RunCurves => ({
  ...{ key: name, name, series, fork },
});

describe('a scene', () => {
  it('counts what its axes cannot show', () => {
    const runs = [run([training([2, 1.5, 0, NaN, -1])])];
    expect(buildScene(runs, plain, theme).unseen).toEqual({ notFinite: 1, notOnLog: 0, beyond: 0 });
    expect(buildScene(runs, { ...plain, scale: 'log' }, theme).unseen).toEqual({
      notFinite: 1,
      notOnLog: 2,
      beyond: 0,
    });
    expect(buildScene(runs, { ...plain, scale: 'symlog' }, theme).unseen).toEqual({
      notFinite: 1,
      notOnLog: 0,
      beyond: 0,
    });
    const start = [run([training([3, 2, 1], [0, 1, 2])])];
    expect(buildScene(start, { ...plain, xScale: 'log' }, theme).unseen.notOnLog).toBe(1);
  });

  it('believes a recorder that counts more than the points', () => {
    const counted = { ...training([2, 1]), counts: { recorded: 1e7, notFinite: 3, notPositive: 7 } };
    expect(buildScene([run([counted])], { ...plain, scale: 'log' }, theme).unseen).toMatchObject({
      notFinite: 3,
      notOnLog: 7,
    });
  });

  it('keeps gaps, marks them, and keeps the raw line under a smooth one', () => {
    const { lines, marks } = buildScene([run([training([2, NaN, 1])])], { ...plain, halfLife: 5 }, theme);
    expect(lines).toHaveLength(2);
    expect(Array.from(lines[0]!.ys)).toEqual([2, NaN, 1]);
    expect(lines[0]!.style.opacity).toBeLessThan(lines[1]!.style.opacity);
    expect(marks.map(({ kind, x }) => [kind, x])).toEqual([['notFinite', 2]]);
  });

  it('smooths the means of stretches, not their extremes', () => {
    const steps = Array.from({ length: 200 }, (_, at) => at * 100);
    const extremes = {
      ...training(
        steps.map((_, at) => (at % 2 ? 100 : 0)),
        steps,
      ),
      means: steps.map(() => 7),
    };
    const { lines } = buildScene([run([extremes])], { ...plain, halfLife: 300 }, theme);
    for (const y of Array.from(lines[1]!.ys)) expect(y).toBeCloseTo(7, 9);
  });

  it('marks a spike at the edge', () => {
    const spiked = training(Array.from({ length: 500 }, (_, at) => (at === 250 ? 1e5 : 1 + (at % 3) / 10)));
    const { marks, unseen, left } = buildScene([run([spiked])], plain, theme);
    expect(left.domain[1]).toBeLessThan(2);
    expect(unseen.beyond).toBe(1);
    expect(marks).toEqual([expect.objectContaining({ kind: 'above', step: 251 })]);
    expect(buildScene([run([spiked])], { ...plain, robust: false }, theme).unseen.beyond).toBe(0);
  });

  it('marks the best validation, changes and divergence within the steps shown', () => {
    const held: CurveSeries = { name: 'validation cost', role: 'validation', steps: [10, 20, 30], values: [3, 1, 2] };
    const events = [
      { kind: 'journal', step: 5, text: 'learning rate set to 0.1' },
      { kind: 'diverged', step: 30, text: 'diverged' },
    ] as const;
    const kinds = (settings: Partial<PlotSettings>): string[] =>
      buildScene([run([held])], { ...plain, events, ...settings }, theme).marks.map(
        ({ kind, step }) => `${kind} ${step}`,
      );
    expect(kinds({})).toEqual(['journal 5', 'diverged 30', 'best 20']);
    expect(kinds({ range: [6, 15] })).toEqual(['best 10']);
  });

  it('draws metrics on an axis of their own, once they are asked for', () => {
    const accuracy: CurveSeries = { name: 'accuracy', role: 'metric', steps: [1, 2], values: [0.5, 0.9] };
    const runs = [run([training([200, 100]), accuracy])];
    expect(buildScene(runs, plain, theme)).toMatchObject({ right: null, curves: [{ side: 'left' }] });
    const { left, right, curves } = buildScene(runs, { ...plain, toggled: new Set(['accuracy']) }, theme);
    expect(curves.map(({ side }) => side)).toEqual(['left', 'right']);
    expect([left.domain[1], right!.domain[1]]).toEqual([208, expect.closeTo(0.936, 9)]);
    expect(buildScene(runs, { ...plain, toggled: new Set(['cost']) }, theme).curves).toEqual([]);
  });

  it('draws a branch from its fork on, and sums up the runs that are none', () => {
    const runs = [
      run([training([4, 3, 2, 1])], 'seed 1'),
      run([training([6, 5, 4, 3])], 'seed 2'),
      run([training([4, 3, 9, 9])], 'branch', 2),
    ];
    const { curves, lines, bands, marks } = buildScene(runs, { ...plain, band: 'extremes' }, theme);
    expect(Array.from(curves[2]!.series.steps)).toEqual([2, 3, 4]);
    expect(bands).toHaveLength(1);
    expect(lines).toHaveLength(4);
    const median = lines[3]!;
    expect(Array.from(median.ys).at(-1)).toBeCloseTo(2, 1);
    expect(buildScene(runs, plain, theme).marks.filter(({ kind }) => kind === 'fork')).toHaveLength(1);
    expect(marks.filter(({ kind }) => kind === 'fork')).toHaveLength(0);
  });

  it('counts epochs and seconds where they are known, and leaves out curves that know none', () => {
    const timed = { ...training([3, 2, 1]), epochs: [0.5, 1, 1.5] };
    const { x, curves } = buildScene(
      [run([timed, { ...training([1, 1]), name: 'other' }])],
      { ...plain, x: 'epoch' },
      theme,
    );
    expect(curves.map(({ series }) => series.name)).toEqual(['cost']);
    expect(x.domain).toEqual([0, 1.5]);
  });
});

it('a CSV holds the points shown, and reads back as they were', () => {
  const held: CurveSeries = {
    name: 'held, "out"',
    role: 'validation',
    steps: [2],
    values: [0.1 + 0.2],
    epochs: [0.25],
  };
  const runs = [run([training([1 / 3, NaN, 5e-324, 4], [1, 2, 3, 900]), held], 'seed 1')];
  const text = writeCsv(buildScene(runs, { ...plain, range: [1, 100] }, theme));
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare,
      ),
    );
  expect(rows[0]).toEqual(['run', 'series', 'role', 'step', 'epoch', 'time', 'value']);
  expect(
    rows
      .slice(1)
      .map(([name, series, role, step, epoch, time, value]) => [
        name,
        series,
        role,
        Number(step),
        epoch,
        time,
        Number(value),
      ]),
  ).toEqual([
    ['seed 1', 'cost', 'training', 1, '', '', 1 / 3],
    ['seed 1', 'cost', 'training', 2, '', '', NaN],
    ['seed 1', 'cost', 'training', 3, '', '', 5e-324],
    ['seed 1', 'held, "out"', 'validation', 2, '0.25', '', 0.1 + 0.2],
  ]);
});
