import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTraining, type TrainingOptions, type TrainingSession } from '@neuroglow/engine';
import { identityCases, trainAndDigest } from '../engine/session/identity.js';

const sessions: TrainingSession[] = [];

function train(options: TrainingOptions): TrainingSession {
  const session = createTraining(options);
  sessions.push(session);
  return session;
}

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

const places = [
  { name: 'a worker', worker: 'auto', place: 'worker' },
  { name: "the page's own thread", worker: false, place: 'thread' },
] as const;

describe.each(places)('the bits of a run in $name', ({ worker, place }) => {
  describe.each(['core', 'kernels'] as const)('by %s', (arithmetic) => {
    it.each(identityCases)('$name: those of Node after 1,000 steps', async ({ options, digests }) => {
      const session = train({ ...options(), arithmetic, worker });
      expect(await trainAndDigest(session)).toBe(digests[arithmetic]);
      expect(session.getSnapshot().arithmetic).toBe(arithmetic);
      expect(session.diagnostics.place).toBe(place);
    });
  });

  it('are the same while everything is watched', async () => {
    const { options, digests } = identityCases[1]!;
    const session = train({ ...options(), arithmetic: 'kernels', worker });
    const onFrame = vi.fn();
    session.watch({ kind: 'activations', input: { sample: 0 } }, { onFrame });
    session.watch({ kind: 'confusionMatrix' }, { onFrame });
    session.watch({ kind: 'scalars' }, { onFrame });
    expect(await trainAndDigest(session)).toBe(digests.kernels);
    await expect.poll(() => onFrame.mock.calls.length).toBeGreaterThan(2);
  });
});
