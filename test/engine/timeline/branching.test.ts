import { describe, expect, it } from 'vitest';
import { historyUntil } from '../../../packages/engine/src/run/historyUntil.js';
import { CostHistory } from '../../../packages/engine/src/run/costHistory.js';
import type { Session } from '../../../packages/engine/src/session/session.js';
import { ManualWindow } from '../hosting/manualWindow.js';
import { smallRuns, straightStates, trainWithChanges, type StepState } from './straightRun.js';

/** The state at a step, as everything after it depends on it. */
async function stateAt(session: Session, window: ManualWindow, step: number): Promise<StepState> {
  const { run } = await window.until(session.saveState({ at: step }));
  return { trainer: run.trainer, cost: run.latestCost };
}

describe.each(smallRuns)('a saved step and a branch ($name)', ({ options }) => {
  it('a saved step has the parameters, optimizer state, generator and cost of a straight run', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ ...options, worker: 'auto' });
    await trainWithChanges(session, window, 150);
    const straight = straightStates(options, session.journal, 150);
    for (const step of [0, 1, 13, 14, 75, 149, 150]) {
      expect(await stateAt(session, window, step)).toEqual(straight[step]);
    }
  });

  it('a branch has the bits of a straight run with its journal, before and after the fork', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ ...options, worker: 'auto' });
    await trainWithChanges(session, window, 120);
    const changed = { learningRate: 0.02 };
    const branch = await window.until(session.branch({ at: 63, seed: 99, hyperparameters: changed }));
    const { runId } = session.getSnapshot();
    expect(branch.getSnapshot()).toMatchObject({ step: 63, seed: 99, branchedFrom: { runId, step: 63 } });
    expect(branch.getSnapshot().hyperparameters).toMatchObject(changed);
    await window.until(branch.step(80));
    expect(branch.journal.slice(-2)).toEqual([
      { step: 63, change: { kind: 'hyperparameters', learningRate: 0.02 } },
      { step: 63, change: { kind: 'seed', seed: 99 } },
    ]);
    const straight = straightStates(options, branch.journal, 143);
    for (const step of [0, 40, 62, 63, 64, 90, 143]) {
      expect(await stateAt(branch, window, step)).toEqual(straight[step]);
    }
    // The one it comes from goes its own way.
    const own = straightStates(options, session.journal, 120);
    expect(await stateAt(session, window, 120)).toEqual(own[120]);
    expect(own[64]).not.toEqual(straight[64]);
    const { series } = await window.until(branch.read({ kind: 'scalars' }));
    expect(series[0]!.steps).toHaveLength(143);
    expect(series[0]!.values[39]).toBe(straight[40]!.cost);
  });
});

describe('a branch', () => {
  const { options } = smallRuns[0]!;

  it('outlives the session it comes from, and can be saved', async () => {
    const window = new ManualWindow();
    const session = window.session({ ...options, worker: false });
    await window.until(session.step(40));
    const parameters = new Float32Array(38).fill(0.25);
    const branch = await window.until(session.branch({ at: 20, parameters }));
    session.dispose();
    expect((await window.until(branch.read({ kind: 'parameters' }))).parameters).toEqual(parameters);
    await window.until(branch.step(5));
    const straight = straightStates(options, branch.journal, 25);
    expect((await window.until(branch.saveState())).run.trainer).toEqual(straight[25]!.trainer);
    expect(await stateAt(branch, window, 7)).toEqual(straight[7]);
    branch.dispose();
    expect(window.memory.bytes).toBe(0);
  });

  it('is refused at a step that cannot be shown, and with other changes than there are', async () => {
    const window = new ManualWindow();
    const session = window.session({ ...options, worker: false });
    await expect(session.branch({ at: 1 })).rejects.toMatchObject({ code: 'step-not-kept' });
    await expect(session.branch({ at: 0, parameters: [1] })).rejects.toMatchObject({ code: 'invalid-parameters' });
    await expect(session.branch({ at: 0, seed: -1 })).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('a history cut at a step', () => {
  it('keeps what it kept exactly, and the extremes and sums of what it did not', () => {
    const costs = Float32Array.from({ length: 70_000 }, (_, i) => Math.fround(1 + Math.sin(i / 7) / (1 + i / 1e4)));
    const history = new CostHistory();
    history.append(1, costs, costs.length);
    for (const until of [100, 32_768, 50_001, 70_000]) {
      const cut = new CostHistory();
      cut.load(historyUntil(history.save(), until));
      const straight = new CostHistory();
      straight.append(1, costs, until);
      expect(cut.latestStep).toBe(until);
      const [one, other] = [cut.read(64, [1, until - 4]), straight.read(64, [1, until - 4])];
      expect(one.steps).toEqual(other.steps);
      expect(one.costs).toEqual(other.costs);
    }
  });
});
