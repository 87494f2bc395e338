import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame, NeuroglowError } from '@neuroglow/engine/core';
import { settle, ManualWindow, xor } from '../hosting/manualWindow.js';

let window: ManualWindow;
beforeEach(() => {
  window = new ManualWindow();
});

const parameters = { kind: 'parameters' } as const;

async function showAndWork(frames: number): Promise<void> {
  for (let i = 0; i < frames; i++) {
    await window.show();
    await window.work();
  }
}

describe('a session without watchers', () => {
  it('computes no frame and requests none while it trains', async () => {
    const session = window.session();
    await window.until(session.start());
    await showAndWork(20);
    expect(window.isFrameRequested).toBe(false);
    await window.until(session.pause());
    expect(session.getSnapshot().step).toBeGreaterThan(0);
    expect(session.diagnostics.framesComputed).toBe(0);
  });

  it('computes no more frames once the last watcher has left', async () => {
    const session = window.session();
    const leave = session.watch(parameters, { onFrame: () => undefined });
    await window.until(session.start());
    await showAndWork(5);
    leave();
    await window.until(session.step());
    const { framesComputed } = session.diagnostics;
    expect(framesComputed).toBeGreaterThan(0);
    await window.until(session.start());
    await showAndWork(10);
    await window.until(session.pause());
    expect(session.diagnostics.framesComputed).toBe(framesComputed);
  });

  it('shows its step to subscribers without computing a frame', async () => {
    const session = window.session();
    session.subscribe(() => undefined);
    await window.until(session.start());
    await showAndWork(10);
    expect(session.getSnapshot().step).toBeGreaterThan(0);
    expect(session.diagnostics.framesComputed).toBe(0);
  });
});

describe('watching', () => {
  it('gives the first frame soon, even if nothing trains, and no second one of the same state', async () => {
    const session = window.session();
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { onFrame });
    await showAndWork(5);
    expect(onFrame).toHaveBeenCalledTimes(1);
    expect(onFrame.mock.lastCall![0]).toMatchObject({
      kind: 'parameters',
      step: 0,
      runId: session.getSnapshot().runId,
    });
    expect(window.isFrameRequested).toBe(false);
  });

  it('gives another frame when something has changed: a step, a weight, a run', async () => {
    const session = window.session();
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { onFrame });
    await showAndWork(2);
    await window.until(session.step());
    await showAndWork(2);
    await window.until(session.setParameter({ kind: 'bias', layer: 1, neuron: 0 }, 0.75));
    await showAndWork(2);
    await window.until(session.reset({ seed: 5 }));
    await showAndWork(2);
    expect(onFrame.mock.calls.map(([frame]) => frame.step)).toEqual([0, 1, 1, 0]);
    expect(new Set(onFrame.mock.calls.map(([frame]) => frame.runId)).size).toBe(2);
  });

  it('gives at most one frame per displayed frame while training runs', async () => {
    const session = window.session();
    const onFrame = vi.fn();
    session.watch(parameters, { onFrame });
    await window.until(session.start());
    for (let shown = 1; shown <= 15; shown++) {
      await window.show();
      await window.work(4);
      expect(onFrame.mock.calls.length).toBeLessThanOrEqual(shown);
    }
    expect(onFrame.mock.calls.length).toBeGreaterThan(10);
  });

  it('computes a view once for all its watchers, for any order of its fields', async () => {
    const session = window.session();
    const one = vi.fn<(frame: Frame) => void>();
    const other = vi.fn<(frame: Frame) => void>();
    session.watch({ kind: 'activations', input: { probe: 0 } }, { onFrame: one });
    session.watch({ input: { probe: 0 }, kind: 'activations' }, { onFrame: other });
    await showAndWork(2);
    await window.until(session.step());
    await showAndWork(2);
    expect(session.diagnostics.framesComputed).toBe(2);
    expect(other.mock.lastCall![0]).toBe(one.mock.lastCall![0]);
  });

  it('always has the parameters of step 0 of the current run', async () => {
    const session = window.session();
    const first = await window.until(session.read(parameters));
    await window.until(session.step(4));
    const again = await session.read(parameters, { at: 0 });
    expect([again.step, again.runId]).toEqual([0, first.runId]);
    expect(again.parameters).toEqual(first.parameters);
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { at: 0, onFrame });
    await vi.waitFor(() => expect(onFrame).toHaveBeenCalledTimes(1));
    expect(onFrame.mock.lastCall![0].step).toBe(0);
    await session.reset({ seed: 99 });
    await window.until(session.step(2));
    const other = await session.read(parameters, { at: 0 });
    expect(other.runId).not.toBe(first.runId);
    expect(other.parameters).not.toEqual(first.parameters);
  });

  it('shows a later watcher the current frame, without showing it to the others again', async () => {
    const session = window.session();
    const early = vi.fn();
    const late = vi.fn();
    session.watch(parameters, { onFrame: early });
    await showAndWork(3);
    session.watch(parameters, { onFrame: late });
    await showAndWork(3);
    expect(early).toHaveBeenCalledTimes(1);
    expect(late).toHaveBeenCalledTimes(1);
    expect(session.diagnostics.framesComputed).toBe(1);
  });

  it('changes no bit of the run', async () => {
    const alone = window.session();
    await window.until(alone.step(200));
    const watched = window.session({ validation: xor });
    watched.subscribe(() => undefined);
    for (const kind of ['parameters', 'inputWeights', 'scalars', 'gradientNorms', 'firingRates'] as const) {
      watched.watch({ kind }, { onFrame: () => undefined });
    }
    for (let i = 0; i < 200; i++) {
      await window.until(watched.step());
      await window.show();
    }
    const one = await window.until(alone.read(parameters));
    const other = await window.until(watched.read(parameters));
    expect(other.parameters).toEqual(one.parameters);
  });

  it('continues for other watchers when one throws, and reports the exception', async () => {
    const uncaught: unknown[] = [];
    const { queueMicrotask: queue } = globalThis;
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
      queue(() => {
        try {
          task();
        } catch (error) {
          uncaught.push(error);
        }
      });
    });
    const session = window.session();
    const broken = new Error('a picture broke');
    const onFrame = vi.fn();
    session.watch(parameters, {
      onFrame: () => {
        throw broken;
      },
    });
    session.watch(parameters, { onFrame });
    session.watch({ kind: 'scalars' }, { onFrame });
    await showAndWork(2);
    expect(onFrame).toHaveBeenCalledTimes(2);
    expect(uncaught).toEqual([broken]);
  });

  it('follows the network when a layer is resized', async () => {
    const session = window.session();
    const sizes: number[] = [];
    session.watch(parameters, { onFrame: ({ layers }) => sizes.push(layers[1]!.biases.length) });
    await showAndWork(2);
    await window.until(session.resizeLayer(1, 6));
    await showAndWork(2);
    expect(sizes).toEqual([4, 6]);
  });

  it('gives the principal components of a layer', async () => {
    const session = window.session();
    const frame = await window.until(session.read({ kind: 'layerSpace', layer: 1 }));
    expect(frame.points).toHaveLength(8);
    expect(frame.explained![0]).toBeGreaterThan(0);
  });
});

describe('views watched together', () => {
  const together = [parameters, { kind: 'activations', input: { probe: 0 } }, { kind: 'inputWeights' }] as const;

  /** z of the first hidden neuron, from weights and input. */
  const firstZ = (weights: Float32Array, biases: Float32Array, input: Float32Array): number =>
    input.reduce((sum, a, i) => sum + a * weights[i * biases.length]!, biases[0]!);

  it('come in frames of the same step, during training and with other watchers', async () => {
    const session = window.session();
    session.watch({ kind: 'activations', input: { probe: 0 } }, { onFrame: () => undefined });
    await showAndWork(2);
    const steps: number[] = [];
    session.watchAll(together, {
      onFrames: ([all, passed, first]) => {
        expect([passed.step, first.step]).toEqual([all.step, all.step]);
        expect([passed.runId, first.runId]).toEqual([all.runId, all.runId]);
        const { weights, biases } = all.layers[1]!;
        expect(passed.preActivations[1]![0]).toBeCloseTo(firstZ(weights, biases, passed.activations[0]!), 5);
        steps.push(all.step);
      },
    });
    await window.until(session.start());
    await showAndWork(20);
    await window.until(session.reset({ seed: 8 }));
    await showAndWork(3);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.at(-1)).toBe(0);
    expect(new Set(steps.slice(0, -1)).size).toBe(steps.length - 1);
  });

  it('come soon, even if nothing trains and some of them have been seen', async () => {
    const session = window.session();
    session.watch(parameters, { onFrame: () => undefined });
    await showAndWork(3);
    const onFrames = vi.fn();
    session.watchAll(together, { onFrames });
    await showAndWork(3);
    expect(onFrames).toHaveBeenCalledTimes(1);
    expect(session.diagnostics.framesComputed).toBe(3);
    const late = vi.fn();
    session.watchAll(together, { onFrames: late });
    await showAndWork(3);
    expect(late).toHaveBeenCalledTimes(1);
    expect(onFrames).toHaveBeenCalledTimes(1);
    expect(session.diagnostics.framesComputed).toBe(3);
  });

  it('are read at one step while training goes on', async () => {
    const session = window.session();
    await window.until(session.start());
    for (let times = 0; times < 10; times++) {
      const [all, passed, first] = await window.until(session.readAll(together));
      expect([passed.step, first.step]).toEqual([all.step, all.step]);
      await window.work();
    }
    expect(session.getSnapshot().step).toBeGreaterThan(10);
  });

  it('are refused together if one of them is not available', async () => {
    const session = window.session();
    const views = [parameters, { kind: 'confusionMatrix', of: 'validation' }] as const;
    const [onFrames, onError] = [vi.fn(), vi.fn<(error: NeuroglowError) => void>()];
    session.watchAll(views, { onFrames, onError });
    await settle();
    expect(onError.mock.lastCall![0].code).toBe('unsupported');
    expect(onFrames).not.toHaveBeenCalled();
    await expect(session.readAll(views)).rejects.toMatchObject({ code: 'unsupported' });
    await expect(session.readAll([])).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.readAll(parameters as never)).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('leave nothing behind', async () => {
    const session = window.session();
    const leave = session.watchAll(together, { onFrames: () => undefined });
    await showAndWork(2);
    const { framesComputed } = session.diagnostics;
    leave();
    await window.until(session.start());
    await showAndWork(5);
    expect(session.diagnostics.framesComputed).toBe(framesComputed);
  });
});

describe('a step requested by number', () => {
  it('is shown once if it is the current one', async () => {
    const session = window.session();
    await window.until(session.step(5));
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { at: 5, onFrame });
    await showAndWork(2);
    await window.until(session.step());
    await showAndWork(2);
    expect(onFrame.mock.calls.map(([frame]) => frame.step)).toEqual([5]);
    expect((await window.until(session.read(parameters, { at: 6 }))).step).toBe(6);
  });

  it('is refused with a sentence otherwise', async () => {
    const session = window.session();
    const onError = vi.fn<(error: NeuroglowError) => void>();
    session.watch(parameters, { at: 3, onFrame: () => undefined, onError });
    await settle();
    expect(onError.mock.lastCall![0]).toMatchObject({ code: 'step-not-kept' });
    await expect(session.read(parameters, { at: 3 })).rejects.toThrow(/0 to 0, got 3; the nearest is 0/);
  });
});

describe('a view of a range of steps', () => {
  it('is live, and refuses a single step', async () => {
    const session = window.session({ validation: xor });
    await window.until(session.step(8));
    const { step, series } = await window.until(session.read({ kind: 'scalars', range: [3, 8] }));
    expect(step).toBe(8);
    expect(series.map(({ name, role }) => [name, role])).toEqual([
      ['cost', 'training'],
      ['validation cost', 'validation'],
      ['validation accuracy', 'metric'],
    ]);
    expect([...series[0]!.steps]).toEqual([3, 4, 5, 6, 7, 8]);
    const at = 8 as never;
    await expect(session.read({ kind: 'scalars' }, { at })).rejects.toMatchObject({ code: 'invalid-option' });
    const onError = vi.fn<(error: NeuroglowError) => void>();
    session.watch({ kind: 'scalars' }, { at, onFrame: () => undefined, onError });
    await settle();
    expect(onError.mock.lastCall![0].message).toMatch(/`range`/);
  });
});

describe('a view that is not available', () => {
  it('is refused by supports, watch and read', async () => {
    const session = window.session();
    const view = { kind: 'confusionMatrix', of: 'validation' } as const;
    expect(session.supports(view)).toMatchObject({ reason: expect.stringContaining('held-out') as string });
    const onError = vi.fn<(error: NeuroglowError) => void>();
    session.watch(view, { onFrame: () => undefined, onError });
    await settle();
    expect(onError.mock.lastCall![0].code).toBe('unsupported');
    await expect(session.read(view)).rejects.toMatchObject({ code: 'unsupported' });
    expect(session.diagnostics.place).toBeNull();
  });

  it('is reported once to its watchers when a new network makes it unavailable', async () => {
    const session = window.session();
    const onError = vi.fn<(error: NeuroglowError) => void>();
    const view = { kind: 'inputGradients', input: { probe: 0 }, of: { layer: 1, neuron: 3 } } as const;
    session.watch(view, { onFrame: () => undefined, onError });
    await showAndWork(2);
    await window.until(session.resizeLayer(1, 2));
    await window.until(session.start());
    await showAndWork(5);
    expect(onError).toHaveBeenCalledTimes(1);
  });
});
