import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNetwork, createValueSource, type StateView } from '@neuroglow/engine/core';
import { FrameLoop } from '../../../packages/engine/src/source/frameLoop.js';
import { computeFrame, computeFrameFrom } from '../../../packages/engine/src/views/computeFrame.js';
import { ManualWindow, xor } from '../hosting/manualWindow.js';
import { describeSource, type SourceInTime } from './conformance.js';
import { CurvesSource } from './curvesSource.js';

// Called as ever, and counted.
vi.mock('../../../packages/engine/src/views/computeFrame.js', { spy: true });

function framesComputed(): number {
  return vi.mocked(computeFrame).mock.calls.length + vi.mocked(computeFrameFrom).mock.calls.length;
}

// Once for all: the loop of displayed frames is shared, and a timer that vanished would stop it.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const states: readonly StateView[] = [
  { kind: 'parameters' },
  { kind: 'parameters', layers: [1] },
  { kind: 'activations', input: { probe: 0 } },
  { kind: 'inputWeights' },
  { kind: 'responseMaps', layer: 2, resolution: 4 },
  { kind: 'firingRates' },
  { kind: 'gradients', of: { sample: 1 } },
];

function sessionInTime(window: ManualWindow, worker: 'auto' | false): SourceInTime {
  const session = window.session({ worker });
  const pass = async (): Promise<void> => {
    for (let i = 0; i < 3; i++) {
      await window.show();
      await window.work();
    }
  };
  return {
    source: session,
    settle: (promise) => window.until(promise),
    pass,
    async advance() {
      await window.until(session.step(3));
    },
  };
}

describeSource({
  ...{ name: 'a session on its own thread', states, series: [{ kind: 'scalars' }], framesComputed },
  make: () => sessionInTime(new ManualWindow(), false),
  tooMuch: { kind: 'confusionMatrix' },
});

describeSource({
  ...{ name: 'a session with a worker', states, series: [{ kind: 'scalars' }], framesComputed },
  make: () => sessionInTime(ManualWindow.withWorkers(), 'auto'),
  tooMuch: { kind: 'confusionMatrix' },
});

describeSource({
  ...{ name: 'a value source', states, series: [], framesComputed },
  make() {
    const network = createNetwork({ layers: [2, 3, 1], seed: 4 });
    const source = createValueSource({ network, dataset: xor, probes: [[0, 1]], cost: 'meanSquaredError' });
    return {
      source,
      settle: (promise) => promise,
      async pass() {
        await vi.advanceTimersByTimeAsync(100);
      },
      async advance() {
        const step = source.getSnapshot().step + 1;
        source.update(
          network.parameters.map((value) => value + step),
          { step },
        );
        await Promise.resolve();
      },
    };
  },
  tooMuch: { kind: 'scalars' },
});

function curvesInTime(): SourceInTime & { readonly source: CurvesSource } {
  const shown: ((now: number) => void)[] = [];
  const source = new CurvesSource(new FrameLoop((callback) => shown.push(callback)));
  return {
    source,
    settle: (promise) => promise,
    async pass() {
      for (let i = 0; i < 3; i++) {
        for (const callback of shown.splice(0)) callback(0);
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      }
    },
    async advance() {
      const step = source.getSnapshot().step + 10;
      source.append(step, 1 / step);
      await Promise.resolve();
    },
  };
}

describeSource({
  ...{ name: 'a source of curves alone', states: [], framesComputed },
  series: [{ kind: 'scalars' }, { kind: 'scalars', names: ['cost'], points: 8 }],
  make: curvesInTime,
  tooMuch: { kind: 'parameters' },
});

describe('a source of curves alone', () => {
  it('has no network, and supports no view of one', () => {
    const { source } = curvesInTime();
    expect(source.network).toBeNull();
    for (const view of states) expect(source.supports(view)).toEqual({ reason: expect.any(String) as string });
  });

  it('gives what was recorded', async () => {
    const { source, advance } = curvesInTime();
    for (let i = 0; i < 3; i++) await advance();
    const { series } = await source.read({ kind: 'scalars' });
    expect(series.map(({ name, role, steps }) => ({ name, role, steps: [...steps] }))).toEqual([
      { name: 'cost', role: 'training', steps: [10, 20, 30] },
    ]);
  });
});
