import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun } from '@neuroglow/engine/core';
import { checkTrainingOptions } from '../../../packages/engine/src/session/trainingOptions.js';
import { ManualWindow, xorOptions } from './manualWindow.js';

type Act = 'show' | 'work' | 'kill' | 'start' | 'pause' | 'step' | 'rate' | 'read';
const acts: readonly Act[] = ['show', 'work', 'work', 'work', 'kill', 'start', 'pause', 'step', 'rate', 'read'];

describe('a run whose worker is lost', () => {
  it('first returns to the step that was shown, then takes commands', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    session.watch({ kind: 'parameters' }, { onFrame: () => undefined });
    await window.until(session.start());
    for (let frame = 0; frame < 20; frame++) {
      await window.work(3);
      await window.show();
    }
    const shown = session.getSnapshot().step;
    expect(shown).toBeGreaterThan(50);
    window.workers[0]!.fail();
    const { step, status } = await window.until(session.pause());
    expect(status).toBe('paused');
    expect(step).toBeGreaterThanOrEqual(shown);
  });

  it(
    'is never shown at an earlier step, and ends with the bits of an undisturbed run, for any order of events',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 5, maxLength: 60 }), async (plan) => {
          const window = ManualWindow.withWorkers();
          const session = window.session({ worker: 'auto' });
          let latest = 0;
          const look = (step: number): void => {
            expect(step).toBeGreaterThanOrEqual(latest);
            latest = step;
          };
          session.subscribe(() => look(session.getSnapshot().step));
          session.watch({ kind: 'parameters' }, { onFrame: ({ step }) => look(step) });
          const commands: Promise<unknown>[] = [];
          let kills = 0;
          for (const act of plan) {
            if (act === 'show') await window.show();
            else if (act === 'work') await window.work(2);
            else if (act === 'kill' && kills < 2) {
              const alive = window.workers.find(({ isAlive }) => isAlive);
              if (alive !== undefined) kills++;
              alive?.fail();
            } else if (act === 'start') commands.push(session.start());
            else if (act === 'pause') commands.push(session.pause());
            else if (act === 'step') commands.push(session.step(3));
            else if (act === 'rate')
              commands.push(session.setHyperparameters({ learningRate: 0.1 + commands.length / 100 }));
            else if (act === 'read') commands.push(session.read({ kind: 'activations', input: { probe: 0 } }));
            look(session.getSnapshot().step);
          }
          // A step that is asked for ends when the run stands still.
          look((await window.until(session.pause())).step);
          await window.until(Promise.all(commands));
          const { parameters, step } = await window.until(session.read({ kind: 'parameters' }));
          look(step);
          const { configuration, training } = checkTrainingOptions({ ...xorOptions, arithmetic: 'core' });
          const straight = createRun({ configuration, training, journal: session.journal });
          straight.advance(step);
          expect(parameters).toEqual(straight.readNetwork().parameters);
          session.dispose();
        }),
        { numRuns: 200, seed: 1 },
      );
    },
  );
});
