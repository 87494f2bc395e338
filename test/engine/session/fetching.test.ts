import { describe, expect, it } from 'vitest';
import { Session } from '../../../packages/engine/src/session/session.js';
import type { MakeRuns } from '../../../packages/engine/src/session/sessionWindow.js';
import { checkTrainingOptions } from '../../../packages/engine/src/session/trainingOptions.js';
import { ManualWindow, settle, xorOptions } from '../hosting/manualWindow.js';

/** A session whose runs are fetched when the test says so. */
function sessionWithFetch(): {
  session: Session;
  window: ManualWindow;
  fetches: { succeed: () => void; fail: () => void }[];
} {
  const window = new ManualWindow();
  const fetches: { succeed: () => void; fail: () => void }[] = [];
  const runs = (): Promise<MakeRuns> =>
    new Promise((resolve, reject) => {
      fetches.push({ succeed: () => resolve(window.runs()), fail: () => reject(new Error('no network')) });
    });
  const setup = checkTrainingOptions({ worker: false, arithmetic: 'core', ...xorOptions });
  return { session: new Session(setup, { frames: window.frames, runs }), window, fetches };
}

describe('a session whose runs are not fetched yet', () => {
  it('fetches nothing for its snapshot, its timeline, its lists of runs, a new pace or a pause', async () => {
    const { session, fetches } = sessionWithFetch();
    session.subscribe(() => undefined);
    session.runs.subscribe(() => undefined);
    expect(session.runs.getSnapshot()).toEqual([]);
    expect(session.timeline.getSnapshot()).toMatchObject({ first: 0, last: 0, kept: 'every', keyframes: 0 });
    expect(session.supports({ kind: 'responseMaps', layer: 1, resolution: 4 })).toBe(true);
    await session.setPace(3);
    await session.pause();
    expect(session.getSnapshot()).toMatchObject({ status: 'idle', pace: 3 });
    expect(fetches).toEqual([]);
  });

  it('fetches them once for commands and watchers together, and obeys in order', async () => {
    const { session, window, fetches } = sessionWithFetch();
    const steps: number[] = [];
    session.watch({ kind: 'parameters' }, { onFrame: ({ step }) => steps.push(step) });
    const done = [session.step(2), session.reset({ seed: 5 }), session.step()];
    void Promise.allSettled(done);
    await settle();
    expect(fetches.length).toBe(1);
    expect(session.getSnapshot().step).toBe(0);
    fetches[0]!.succeed();
    await expect(done[0]).rejects.toMatchObject({ code: 'disposed' });
    expect((await window.until(done[2]!)).step).toBe(1);
    expect(session.getSnapshot().seed).toBe(5);
    await window.show();
    await window.work(5);
    expect(steps.at(-1)).toBe(1);
  });

  it('keeps a pace that was set while they were on their way', async () => {
    const { session, window, fetches } = sessionWithFetch();
    const started = session.start({ step: 4 });
    const paced = session.setPace(2);
    fetches[0]!.succeed();
    await settle();
    for (let i = 0; i < 5; i++) {
      await window.show();
      await window.work(3);
    }
    expect((await started).pace).toBe(2);
    expect((await paced).pace).toBe(2);
    expect(session.getSnapshot()).toMatchObject({ status: 'finished', step: 4, pace: 2 });
  });

  it('rejects commands after it was disposed of in the meantime, and makes no run', async () => {
    const { session, window, fetches } = sessionWithFetch();
    const started = session.start();
    session.dispose();
    fetches[0]!.succeed();
    await expect(started).rejects.toMatchObject({ code: 'disposed' });
    await settle();
    expect(window.isWorkWaiting).toBe(false);
    expect(session.diagnostics.place).toBeNull();
  });

  it('says that fetching failed, and fetches again for the next command', async () => {
    const { session, window, fetches } = sessionWithFetch();
    const steps: number[] = [];
    session.watch({ kind: 'parameters' }, { onFrame: ({ step }) => steps.push(step) });
    const lost = session.step();
    fetches[0]!.fail();
    await expect(lost).rejects.toMatchObject({ code: 'worker-failed' });
    await settle();
    expect(session.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'worker-failed' } });
    const step = session.step();
    fetches[1]!.succeed();
    expect((await window.until(step)).step).toBe(1);
    expect(session.getSnapshot()).toMatchObject({ status: 'paused', error: null });
    await window.show();
    await window.work(5);
    expect(steps.at(-1)).toBe(1);
  });
});
