import { describe, expect, it } from 'vitest';
import { createTraining, logicGateDataset, sgd } from '@neuroglow/engine';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { findDrops } from '../../../packages/engine/src/views/detectors/drops.js';
import type { RecordedSeries } from '../../../packages/engine/src/views/recordedSeries.js';
import type { DropsFrame, DropsView } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';
import { xorNetwork } from './xor.js';

/** A plateau at 1, a straight fall from step `from` to step `to`, a plateau at 0. */
function fall(last: number, from: number, to: number): RecordedSeries {
  const steps = Array.from({ length: last }, (_, i) => i + 1);
  const values = steps.map((step) => Math.min(1, Math.max(0, (to - step) / (to - from))));
  return { name: 'cost', role: 'training', steps, values };
}

function look(view: Omit<DropsView, 'kind'>, ...recorded: RecordedSeries[]): DropsFrame {
  return computeFrame({ kind: 'drops', ...view }, makeContext(xorNetwork, { scalars: () => recorded }));
}

describe('the view of drops', () => {
  it('gives the drops of the recorded cost, provisional until told that the run has ended', () => {
    const series = fall(1000, 400, 500);
    const { drops, cost } = look({ window: 5 }, series);
    expect(drops).toEqual(findDrops(series.steps, series.values, { window: 5, finished: false }));
    expect(drops.map(({ provisional }) => provisional)).toEqual([true]);
    expect(cost).toEqual({ name: 'cost', points: 1000, every: 1, window: 5 });
    expect(look({ window: 5, finished: true }, series).drops.map(({ provisional }) => provisional)).toEqual([false]);
  });

  it('looks at the held-out cost when asked to, and at nothing where it is not recorded', () => {
    const validation: RecordedSeries = { ...fall(1000, 700, 800), name: 'validation cost', role: 'validation' };
    const found = look({ of: 'validation' }, fall(1000, 400, 500), validation);
    expect(found.drops[0]!.steepest).toBeGreaterThan(700);
    expect(found.cost!.name).toBe('validation cost');
    expect(look({ of: 'validation' }, fall(1000, 400, 500))).toMatchObject({ drops: [], cost: null });
  });

  it('searches a long record by the means of its stretches, and says how far apart they are', () => {
    const { drops, cost } = look({ window: 5 }, fall(200_000, 80_000, 90_000));
    expect(cost!.points).toBeLessThanOrEqual(8192);
    expect(cost!.every).toBeGreaterThan(5);
    expect(cost!.window).toBe(cost!.every);
    expect(drops).toHaveLength(1);
    const [{ from, to }] = drops as [DropsFrame['drops'][0]];
    expect(Math.abs(from - 80_000)).toBeLessThanOrEqual(2 * cost!.every);
    expect(Math.abs(to - 90_000)).toBeLessThanOrEqual(2 * cost!.every);
  });

  it('leaves out costs that are not finite', () => {
    const series = fall(1000, 400, 500);
    const values = Array.from(series.values, (value, i) => (i === 450 ? NaN : value));
    expect(look({ window: 5 }, { ...series, values }).drops).toHaveLength(1);
  });
});

describe('a session', () => {
  it('answers with the drops of its full-batch cost', async () => {
    const session = createTraining({
      network: createNetwork({
        layers: [2, 2, 1],
        initializer: { kind: 'uniform', low: -1, high: 1 },
        seed: 1,
      }),
      dataset: logicGateDataset('xor'),
      optimizer: sgd({ learningRate: 1 }),
      batchSize: 4,
      shuffle: false,
      worker: false,
    });
    await session.controls.step(6000);
    const { drops, cost } = await session.read({ kind: 'drops', window: 5 });
    const { series } = await session.read({ kind: 'scalars', points: 65_536 });
    const [costs] = series as [(typeof series)[0]];
    expect(costs.steps).toHaveLength(6000);
    expect(cost).toMatchObject({ name: 'cost' });
    const expected = findDrops(costs.steps, costs.values, { window: 5 });
    expect(expected.length).toBeGreaterThan(0);
    expect(drops.map(({ steepest }) => steepest)).toEqual(expected.map(({ steepest }) => steepest));
    session.dispose();
  });
});
