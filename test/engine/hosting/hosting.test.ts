import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../packages/engine/src/session/session.js';
import { settle, ManualWindow, ManualWorker } from './manualWindow.js';

const parameters = { kind: 'parameters' } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Parameters after so many steps, by a run that nothing disturbed. */
async function undisturbed(steps: number): Promise<Float32Array> {
  const window = new ManualWindow();
  const session = window.session();
  await window.until(session.step(steps));
  return (await window.until(session.read(parameters))).parameters;
}

async function parametersOf(window: ManualWindow, session: Session): Promise<Float32Array> {
  return (await window.until(session.read(parameters))).parameters;
}

describe('a run without memory for kernels', () => {
  it('trains with core arithmetic, and its snapshot says so', async () => {
    const refused = vi.spyOn(WebAssembly, 'Memory').mockImplementation(function refuse() {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    const window = new ManualWindow();
    const session = window.session({ arithmetic: 'auto' });
    await window.until(session.step(20));
    expect(refused).toHaveBeenCalled();
    expect(session.getSnapshot()).toMatchObject({ step: 20, status: 'paused', arithmetic: 'core', error: null });
    expect(await parametersOf(window, session)).toEqual(await undisturbed(20));
  });

  it('is refused if kernels were requested', async () => {
    vi.spyOn(WebAssembly, 'Memory').mockImplementation(function refuse() {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    const window = new ManualWindow();
    const session = window.session({ arithmetic: 'kernels' });
    await expect(window.until(session.step(20))).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('workers', () => {
  it('are acquired at the first start or watch, not before', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    session.subscribe(() => undefined);
    await settle();
    expect(window.workers).toHaveLength(0);
    await window.until(session.start());
    expect(window.workers).toHaveLength(1);
    expect(session.diagnostics.place).toBe('worker');
  });

  it('are shared: twenty sessions use the most workers allowed, and each makes its steps', async () => {
    const window = ManualWindow.withWorkers(3);
    const sessions = Array.from({ length: 20 }, () => window.session({ worker: 'auto' }));
    await window.until(Promise.all(sessions.map((session) => session.start())));
    await window.work(100);
    expect(window.workers).toHaveLength(3);
    await window.until(Promise.all(sessions.map((session) => session.pause())));
    for (const session of sessions) expect(session.getSnapshot().step).toBeGreaterThan(10);
    const loads = window.workers.map(({ received }) => received.filter(({ type }) => type === 'open').length);
    expect(loads.toSorted((one, other) => one - other)).toEqual([6, 7, 7]);
  });

  it('are released when the run is not needed, and the run continues where it was', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    const leave = session.watch(parameters, { onFrame: () => undefined });
    await window.until(session.step(50));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.diagnostics.place).toBe('worker');
    leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.diagnostics.place).toBeNull();
    expect(window.workers.map(({ isAlive }) => isAlive)).toEqual([false]);
    expect(session.getSnapshot()).toMatchObject({ status: 'paused', step: 50, notice: null });
    await window.until(session.step(50));
    expect(await parametersOf(window, session)).toEqual(await undisturbed(100));
    expect(window.workers).toHaveLength(2);
  });

  it('keep the state of a finished run', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.start({ step: 10 }));
    await window.work(10);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.diagnostics.place).toBeNull();
    await window.until(session.read({ kind: 'scalars' }));
    expect(session.getSnapshot()).toMatchObject({ status: 'finished', step: 10 });
  });

  it('are terminated with their sessions', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.start());
    session.dispose();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(window.workers[0]!.isAlive).toBe(false);
    expect(window.hosts.workers).toBe(0);
  });

  it('are reused for the next run after a reset', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(5));
    await session.reset();
    await window.until(session.step(5));
    expect(window.workers).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  const deaths: [string, (worker: ManualWorker) => Promise<unknown>][] = [
    [
      'with an error',
      async (worker) => {
        worker.fail();
        await settle();
      },
    ],
    [
      'in silence',
      async (worker) => {
        worker.terminate();
        await vi.advanceTimersByTimeAsync(30_000);
      },
    ],
  ];

  it.each(deaths)('%s is replaced, and its run resumes from the last checkpoint, bit for bit', async (_, kill) => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(60));
    await window.until(session.setHyperparameters({ learningRate: 0.5 }));
    await window.until(session.start());
    window.time += 5_000;
    await window.work(5);
    await kill(window.workers[0]!);
    await settle();
    expect(session.getSnapshot().status).toBe('running');
    await window.work(20);
    expect(window.workers).toHaveLength(2);
    expect(session.getSnapshot().notice).toMatch(/replaced: the run was resumed from step [1-9]/);
    const { step } = await window.until(session.pause());
    expect(step).toBeGreaterThan(60);
    expect(await parametersOf(window, session)).toEqual(await undisturbed(step));
    expect(session.journal).toHaveLength(1);
  });

  it('loses no step and no change by hand of a paused run', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(30));
    await window.until(session.setParameter({ kind: 'bias', layer: 2, neuron: 0 }, 0.5));
    await window.until(session.step(30));
    const before = await parametersOf(window, session);
    window.workers[0]!.fail();
    expect(await parametersOf(window, session)).toEqual(before);
    expect(session.getSnapshot()).toMatchObject({ status: 'paused', step: 60 });
  });

  it('leaves pending commands to its replacement', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    const stepping = session.step(400);
    await window.work(5);
    window.workers[0]!.fail();
    expect(await window.until(stepping)).toMatchObject({ status: 'paused', step: 400 });
    expect(await parametersOf(window, session)).toEqual(await undisturbed(400));
  });

  it('repeatedly fails the run with an error', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    const stepping = session.step(1_000_000);
    const refused = expect(stepping).rejects.toMatchObject({ code: 'worker-failed' });
    for (let i = 0; i < 3; i++) {
      await settle();
      window.workers.at(-1)!.fail();
    }
    await refused;
    expect(session.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'worker-failed' } });
    await session.reset();
    expect((await window.until(session.step())).status).toBe('paused');
  });
});

describe('without a worker', () => {
  it('training shares the calling thread and says why: the worker does not answer', async () => {
    const window = ManualWindow.withWorkers();
    window.greets = false;
    const session = window.session({ worker: 'auto' });
    const stepping = session.step(10);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await window.until(stepping)).toMatchObject({ step: 10 });
    expect(session.diagnostics.place).toBe('thread');
    expect(session.getSnapshot().notice).toMatch(/did not answer.*own thread/);
  });

  it('training shares the calling thread and says why: the worker is refused', async () => {
    const window = new ManualWindow(() => {
      throw new Error('The script is of another origin');
    });
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(10));
    expect(session.diagnostics.place).toBe('thread');
    expect(session.getSnapshot().notice).toMatch(/another origin/);
    const other = window.session({ worker: 'auto' });
    await window.until(other.step(1));
    expect(other.getSnapshot().notice).toMatch(/another origin/);
  });

  it("training shares the calling thread and says why: a policy blocks the worker's script", async () => {
    const window = new ManualWindow((self) => new ManualWorker(self.now, self.defer, false));
    const blocked = vi.spyOn(ManualWorker.prototype, 'addEventListener').mockImplementation((type, listener) => {
      if (type === 'error') queueMicrotask(listener as () => void);
    });
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(10));
    expect(blocked).toHaveBeenCalled();
    expect(session.getSnapshot().notice).toMatch(/failed to load/);
  });

  it('nothing is said where there are no workers at all, as in Node', async () => {
    const window = new ManualWindow();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(10));
    expect(session.getSnapshot().notice).toBeNull();
  });
});

describe('a host', () => {
  it('answers messages between slices of at most 8 ms of its clock', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.start());
    for (let i = 0; i < 50; i++) {
      const before = window.time;
      await window.work();
      expect(window.time - before).toBeLessThanOrEqual(8);
    }
  });
});
