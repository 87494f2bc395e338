import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRun,
  replay,
  sgd,
  type JournalChange,
  type JournalEntry,
  type Run,
  type RunOptions,
  type RunState,
  createCoreTrainer,
  createKernelTrainer,
} from '@neuroglow/engine/core';
import { smallDataset, smallRun } from './runCases.js';

const journal: readonly JournalEntry[] = [
  { step: 0, change: { kind: 'hyperparameters', learningRate: 0.2 } },
  { step: 3, change: { kind: 'parameter', index: 0, value: 1.5 } },
  { step: 3, change: { kind: 'parameter', index: 16, value: -0.75 } },
  { step: 17, change: { kind: 'hyperparameters', l2: 0.01 } },
  { step: 18, change: { kind: 'hyperparameters', momentum: 0.5, l1: 0.001 } },
  { step: 100, change: { kind: 'parameter', index: 5, value: 0 } },
  { step: 101, change: { kind: 'hyperparameters', learningRate: 0.01 } },
  { step: 250, change: { kind: 'hyperparameters', momentum: 0 } },
  { step: 251, change: { kind: 'parameter', index: 12, value: 3 } },
  { step: 600, change: { kind: 'hyperparameters', learningRate: 0.5, l1: 0, l2: 0 } },
];

function stepByStep(run: Run, steps: number): RunState {
  for (let i = 0; i < steps; i++) run.advance(1);
  return run.saveState();
}

describe('a run', () => {
  it('has the same bits however its steps are cut into calls', () => {
    const whole = createRun(smallRun({ journal }));
    expect(whole.advance(1000)).toBe(1000);
    const expected = whole.saveState();
    expect(stepByStep(createRun(smallRun({ journal })), 1000)).toEqual(expected);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (pieces, patience) => {
          const run = createRun(smallRun({ journal }));
          for (let i = 0; run.step < 1000; i++) {
            let asked = 0;
            const piece = 1 + pieces[i % pieces.length]!;
            run.advance(Math.min(piece, 1000 - run.step), () => ++asked % patience !== 0);
          }
          expect(run.saveState()).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('has the same bits, no matter what is evaluated, read or saved in between', () => {
    const plain = createRun(smallRun());
    plain.advance(300);
    const watched = createRun(smallRun({ validation: smallDataset(9), validateEvery: { steps: 7 } }));
    while (watched.step < 300) {
      watched.advance(Math.min(11, 300 - watched.step));
      watched.trainer.evaluate('training');
      watched.trainer.forward(Float32Array.of(0.1, 0.2), 1);
      watched.trainer.latestBatch();
      watched.saveState();
      watched.history.read(8);
    }
    expect(watched.saveState().trainer).toEqual(plain.saveState().trainer);
  });

  it('learns', () => {
    const run = createRun(smallRun());
    const before = run.trainer.evaluate('training')!;
    run.advance(4000);
    const after = run.trainer.evaluate('training')!;
    expect(after.cost).toBeLessThan(before.cost / 10);
    expect(after.accuracy).toBe(1);
  });

  it('stops when its budget is used up', () => {
    const run = createRun(smallRun());
    expect(run.advance(1000, () => false)).toBe(1);
    let asked = 0;
    expect(run.advance(1000, () => ++asked < 4)).toBe(1 + 2 + 4 + 8);
  });

  it('continues from a saved state as if it had never stopped', () => {
    const run = createRun(smallRun({ journal, validation: smallDataset(6), validateEvery: { epochs: 2 } }));
    run.advance(137);
    const state = structuredClone(run.saveState());
    run.advance(200);
    const other = createRun(smallRun({ validation: smallDataset(6), validateEvery: { epochs: 2 } }));
    other.loadState(state);
    other.advance(200);
    expect(other.saveState()).toEqual(run.saveState());
    expect(other.latestCost).toBe(run.latestCost);
  });
});

describe('the journal', () => {
  it('replays ten entries to the same bits as the run in which they were recorded', () => {
    const run = createRun(smallRun());
    for (const { step, change } of journal) {
      run.advance(step - run.step);
      expect(run.record(change)).toEqual({ step, change });
    }
    run.advance(1000 - run.step);
    expect(run.journal).toEqual(journal);
    expect(replay(smallRun({ journal: structuredClone(run.journal) }), 1000)).toEqual(run.saveState().trainer);
  });

  it('replays from a keyframe to the same bits as from the start', () => {
    const options = smallRun({ journal });
    for (const at of [0, 3, 17, 18, 101, 251]) {
      expect(replay(options, 300, replay(options, at))).toEqual(replay(options, 300));
    }
  });

  it('shows a change at once, and at its own step in a replay', () => {
    const run = createRun(smallRun());
    run.advance(4);
    run.record({ kind: 'parameter', index: 2, value: 0.125 });
    run.record({ kind: 'hyperparameters', learningRate: 7 });
    expect(run.trainer.readParameters()[2]).toBe(0.125);
    expect(run.hyperparameters.learningRate).toBe(7);
    expect(replay(smallRun({ journal: run.journal }), 4)).toEqual(run.saveState().trainer);
  });

  it('drops later entries when a run that went back is changed', () => {
    const run = createRun(smallRun({ journal }));
    const start = run.saveState();
    run.advance(200);
    run.loadState(start);
    run.advance(50);
    const change: JournalChange = { kind: 'hyperparameters', learningRate: 1 };
    run.record(change);
    expect(run.journal).toEqual([...journal.slice(0, 5), { step: 50, change }]);
  });

  it.each([
    ['no array', {}],
    ['falling steps', [journal[3], journal[0]]],
    ['a step that is no whole number', [{ step: 1.5, change: { kind: 'hyperparameters' } }]],
    ['an unknown kind', [{ step: 1, change: { kind: 'seed', value: 3 } }]],
    ['an index beyond the parameters', [{ step: 1, change: { kind: 'parameter', index: 17, value: 0 } }]],
    ['a value that is no number', [{ step: 1, change: { kind: 'parameter', index: 1, value: NaN } }]],
    ['a negative rate', [{ step: 1, change: { kind: 'hyperparameters', learningRate: -1 } }]],
    ['nothing', [null]],
  ])('refuses %s', (_name, bad) => {
    expect(() => createRun(smallRun({ journal: bad as unknown as JournalEntry[] }))).toThrow(
      expect.objectContaining({
        name: 'NeuroglowError',
        message: expect.stringMatching(/expected .+, got .+; /) as string,
      }),
    );
  });
});

describe('stopping', () => {
  it('at a step, an epoch, or at once if already there', () => {
    const run = createRun(smallRun());
    run.stopAt({ step: 7, epoch: 100 });
    expect(run.advance(1000)).toBe(7);
    expect(run.status).toBe('finished');
    run.stopAt({ epoch: 3 });
    expect(run.status).toBe('ready');
    expect(run.advance(1000)).toBe(8);
    expect([run.epoch, run.trainer.position, run.status]).toEqual([3, 0, 'finished']);
    run.stopAt({ epoch: 2 });
    expect([run.status, run.advance(5)]).toEqual(['finished', 0]);
    run.stopAt(null);
    expect([run.status, run.advance(5)]).toEqual(['ready', 5]);
  });

  it('at the first step whose batch cost is low enough, in the state of exactly that step', () => {
    const traced = createRun(smallRun());
    const costs: number[] = [];
    while (traced.step < 3000) {
      traced.advance(1);
      costs.push(traced.latestCost!);
    }
    for (const limit of [0.2, 0.05, 0.01]) {
      const first = costs.findIndex((cost) => cost <= limit) + 1;
      expect(first).toBeGreaterThan(0);
      const run = createRun(smallRun());
      run.stopAt({ cost: limit });
      run.advance(1_000_000);
      expect([run.step, run.status, run.latestCost]).toEqual([first, 'finished', costs[first - 1]]);
      expect(run.saveState().trainer).toEqual(replay(smallRun(), first));
      expect(run.history.latestStep).toBe(first);
      const sliced = createRun(smallRun());
      sliced.stopAt({ cost: limit });
      while (sliced.status === 'ready') {
        let calls = 5;
        sliced.advance(1_000_000, () => --calls > 0);
      }
      expect(sliced.saveState()).toEqual(run.saveState());
    }
  });

  it('at the validation cost if there is a held-out set', () => {
    const run = createRun(smallRun({ validation: smallDataset(), validateEvery: { epochs: 1 } }));
    run.stopAt({ cost: 0.1 });
    run.advance(1_000_000);
    expect(run.status).toBe('finished');
    expect(run.trainer.position).toBe(0);
    expect(run.validations.map(({ cost }) => cost <= 0.1)).toEqual(
      run.validations.map((_, i) => i === run.validations.length - 1),
    );
  });

  it.each([[{ step: -1 }], [{ epoch: 0.5 }], [{ cost: NaN }]])('refuses %o', (until) => {
    expect(() => createRun(smallRun()).stopAt(until)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('validation', () => {
  it('happens at step 0 and then every n epochs', () => {
    const run = createRun(smallRun({ validation: smallDataset(8), validateEvery: { epochs: 2 } }));
    run.advance(33);
    expect(run.validations.map(({ step }) => step)).toEqual([0, 10, 20, 30]);
    expect(run.latestValidation).toEqual(run.validations[3]);
  });
  it('or every n steps, with the cost and accuracy of exactly that step', () => {
    const options = smallRun({ validation: smallDataset(8), validateEvery: { steps: 6 } });
    const run = createRun(options);
    run.advance(20);
    expect(run.validations.map(({ step }) => step)).toEqual([0, 6, 12, 18]);
    const other = createRun({ ...options, validateEvery: null });
    other.advance(12);
    expect(run.validations[2]).toEqual({ step: 12, ...other.trainer.evaluate('validation') });
  });
  it('never happens without a held-out set', () => {
    const run = createRun(smallRun({ validateEvery: { steps: 1 } }));
    run.advance(5);
    expect(run.validations).toEqual([]);
  });
  it.each([[{ steps: 0 }], [{ epochs: 1.5 }], [{}], [{ steps: 1, epochs: 1 }]])('refuses to be every %o', (every) => {
    const options = smallRun({ validation: smallDataset(8), validateEvery: every as { steps: number } });
    expect(() => createRun(options)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('divergence', () => {
  const wild = (learningRate: number) =>
    smallRun({
      network: { activation: 'relu', outputActivation: 'linear' },
      configure: { optimizer: sgd({ learningRate }) },
    });

  it.each([1e3, 1e10, 1e38])('keeps the last finite state at a rate of %d, however the steps are cut', (rate) => {
    const whole = createRun(wild(rate));
    whole.advance(10_000);
    expect(whole.status).toBe('diverged');
    expect(whole.trainer.readParameters().every(Number.isFinite)).toBe(true);
    expect(whole.history.latestStep).toBe(whole.step);
    const single = createRun(wild(rate));
    while (single.status === 'ready') single.advance(1);
    expect(single.saveState()).toEqual(whole.saveState());
    expect(whole.advance(1)).toBe(0);
  });

  // η·λ₂ = 3 doubles every weight at each step; saturated outputs hide it from the cost until the end.
  const doubling = smallRun({ configure: { optimizer: sgd({ learningRate: 1 }), penalty: { l2: 3 } } });

  it('finds the step that breaks a parameter while the cost stays finite', () => {
    const run = createRun(doubling);
    run.advance(5000);
    expect(run.status).toBe('diverged');
    expect(run.step).toBeGreaterThan(100);
    expect(run.trainer.readParameters().every(Number.isFinite)).toBe(true);
    expect(run.trainer.train(1, new Float32Array(1))).toBe(1);
    expect(run.trainer.readParameters().every(Number.isFinite)).toBe(false);
    expect(() => replay(doubling, run.step)).toThrow(expect.objectContaining({ code: 'not-finite' }));
    expect(replay(doubling, run.step - 1).step).toBe(run.step - 1);
  });

  // A run remembers a state for several slices: one that is cut into single steps goes back over many of them.
  it.each(['kernels', 'core'] as const)(
    'finds the very same step by %s when every slice is a single step',
    (arithmetic) => {
      const createTrainer = arithmetic === 'kernels' ? createKernelTrainer : createCoreTrainer;
      const whole = createRun({ ...doubling, createTrainer });
      whole.advance(5000);
      const cut = createRun({ ...doubling, createTrainer });
      let slices = 0;
      while (cut.status === 'ready') slices += cut.advance(5000, () => false);
      expect(slices).toBe(whole.step);
      expect(cut.saveState()).toEqual(whole.saveState());
    },
  );

  it('goes back no further than the change at the start of a slice', () => {
    const run = createRun(doubling);
    for (let k = 0; k < 5; k++) run.advance(100, () => false);
    run.record({ kind: 'hyperparameters', l2: 1, learningRate: 4 });
    while (run.status === 'ready') run.advance(100, () => false);
    const { trainer } = run.saveState();
    expect(replay({ ...doubling, journal: run.journal }, run.step - 1).step).toBe(run.step - 1);
    const again = createRun({ ...doubling, journal: run.journal });
    again.advance(5000);
    expect(again.saveState().trainer).toEqual(trainer);
  });

  it('can be fixed by a change', () => {
    const run = createRun(doubling);
    run.advance(5000);
    const broke = run.step;
    run.record({ kind: 'hyperparameters', l2: 0 });
    expect(run.status).toBe('ready');
    expect(run.advance(10)).toBe(10);
    expect(replay({ ...doubling, journal: run.journal }, broke + 10)).toEqual(run.saveState().trainer);
  });
});

describe('a run of bad options', () => {
  it.each([
    ['nothing', undefined, 'invalid-option'],
    ['no configuration', { ...smallRun(), configuration: undefined }, 'invalid-option'],
    ['no data', { ...smallRun(), training: undefined }, 'invalid-dataset'],
    ['held-out data of another width', smallRun({ validation: { ...smallDataset(), rows: 11 } }), 'invalid-dataset'],
  ])('is refused: %s', (_name, options, code) => {
    expect(() => createRun(options as unknown as RunOptions)).toThrow(expect.objectContaining({ code }));
  });
});

describe('runId', () => {
  it('is equal for equal configuration and data, and differs otherwise', () => {
    const idOf = (options: Parameters<typeof smallRun>[0]): string => createRun(smallRun(options)).runId;
    const data = smallDataset();
    const other = { ...data, inputs: data.inputs.slice() };
    other.inputs[7]! += 1e-6;
    const ids = [
      idOf({}),
      idOf({ configure: { seed: 10 } }),
      idOf({ network: { seed: 3 } }),
      idOf({ configure: { batchSize: 6 } }),
      idOf({ configure: { penalty: { l2: 0.1 } } }),
      idOf({ network: { activation: 'sin' } }),
      idOf({ training: other }),
      idOf({ validation: data }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf({})).toBe(ids[0]);
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(idOf({ runId: 'mine' })).toBe('mine');
  });
});
