import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  adam,
  createNetwork,
  createTraining,
  NeuroglowError,
  openRecording,
  sgd,
  writeRecording,
  type Optimizer,
  type StateView,
  type TrainingOptions,
  type TrainingSession,
} from '@neuroglow/engine/core';
import { xor } from '../hosting/manualWindow.js';

const parameters = { kind: 'parameters' } as const;
const states: readonly StateView[] = [
  parameters,
  { kind: 'activations', input: { probe: 0 } },
  { kind: 'gradients', of: 'batch' },
  { kind: 'layerStatistics' },
  { kind: 'firingRates', of: 'validation' },
];
const sessions: TrainingSession[] = [];
const options = (optimizer: Optimizer): TrainingOptions => ({
  network: createNetwork({ layers: [2, 4, 1], activation: 'tanh', seed: 5 }),
  ...{ dataset: xor, validation: xor, probes: [[0, 1]], optimizer, batchSize: 3, seed: 9 },
  worker: false,
});

/** A session with an earlier run of 60 steps and a run of 200, both changed by hand. */
async function recordedSession(optimizer: Optimizer = sgd({ learningRate: 0.5 })): Promise<TrainingSession> {
  const session = createTraining(options(optimizer));
  sessions.push(session);
  await session.step(60);
  await session.reset({ seed: 4 });
  await session.step(70);
  await session.setHyperparameters({ learningRate: 0.2 });
  await session.step(50);
  await session.setParameter({ kind: 'bias', layer: 1, neuron: 2 }, 0.25);
  await session.step(80);
  return session;
}

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

describe.each([sgd({ learningRate: 0.5 }), adam({ learningRate: 0.05 })])(
  'a recording of a run ($kind)',
  (optimizer) => {
    it('shows every step with the bits of the session, the present and the past', async () => {
      const session = await recordedSession(optimizer);
      const source = await openRecording(await writeRecording(session), { worker: false });
      expect(source.getSnapshot()).toEqual({ ...session.getSnapshot(), notice: null });
      expect(source.journal).toEqual(session.journal);
      expect(source.timeline!.getSnapshot()).toMatchObject({ first: 0, last: 200, kept: 'every' });
      for (const at of [0, 1, 69, 70, 71, 120, 121, 155, 199, 200]) {
        const frames = await source.readAll(states, { at });
        expect(frames).toEqual(await session.readAll(states, { at }));
      }
      expect(withoutTimes(await source.read({ kind: 'scalars' }))).toEqual(
        withoutTimes(await session.read({ kind: 'scalars' })),
      );
      expect(source.controls).toBeUndefined();
    });

    it('shows every step however few keyframes it has', async () => {
      const session = await recordedSession(optimizer);
      const [all, one] = await Promise.all([writeRecording(session), writeRecording(session, { keyframes: 1 })]);
      expect(one.length).toBeLessThan(all.length);
      const source = await openRecording(one, { worker: false });
      for (const at of [3, 150])
        expect(await source.read(parameters, { at })).toEqual(await session.read(parameters, { at }));
    });
  },
);

describe('a recording of a session', () => {
  it('has its earlier runs', async () => {
    const session = await recordedSession();
    const source = await openRecording(await writeRecording(session), { worker: false });
    const [earlier] = session.runs.getSnapshot();
    expect(source.runs!.getSnapshot().map(({ id }) => id)).toEqual([earlier!.id]);
    const [theirs, ours] = await Promise.all([source.runs!.open(earlier!.id), session.runs.open(earlier!.id)]);
    for (const at of [0, 33, 60])
      expect(await theirs.read(parameters, { at })).toEqual(await ours.read(parameters, { at }));
    const alone = await openRecording(await writeRecording(session, { earlierRuns: false }), { worker: false });
    expect(alone.runs!.getSnapshot()).toEqual([]);
    await expect(alone.runs!.open('x')).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('without its data shows its keyframes, names the nearest to any other step, and says so', async () => {
    const session = await recordedSession();
    const source = await openRecording(await writeRecording(session, { data: false, keyframes: 5 }));
    const { kept, last } = source.timeline!.getSnapshot();
    expect(last).toBe(200);
    expect(kept).toContain(200);
    expect(source.getSnapshot().notice).toMatch(/no data: of its 200 steps, \d can be shown/);
    const [first, second] = kept as readonly number[];
    expect(await source.read(parameters, { at: second! })).toEqual(await session.read(parameters, { at: second! }));
    const between = (first! + second!) >> 1;
    await expect(source.read(parameters, { at: between })).rejects.toMatchObject({
      code: 'step-not-kept',
      message: expect.stringMatching(new RegExp(`nearest is (${first}|${second})\\b`)) as string,
    });
    expect(source.supports({ kind: 'firingRates', of: 'training' })).not.toBe(true);
    expect(source.supports({ kind: 'activations', input: { values: [0, 1] } })).toBe(true);
  });

  it('without its data shows every step again once it is given the same data', async () => {
    const session = await recordedSession();
    const file = await writeRecording(session, { data: false });
    const source = await openRecording(file, { dataset: xor, validation: xor, worker: false });
    expect(await source.read(parameters, { at: 99 })).toEqual(await session.read(parameters, { at: 99 }));
    const other = { ...xor, targets: xor.targets.slice().reverse() };
    other.targets[0] = 0.5;
    await expect(openRecording(file, { dataset: other, validation: xor })).rejects.toMatchObject({
      code: 'invalid-dataset',
    });
  });

  it('in float16 is small and shows its keyframes, rounded', async () => {
    const wide = createNetwork({ layers: [2, 300, 1], seed: 5 });
    const session = createTraining({ ...options(adam({ learningRate: 0.01 })), network: wide });
    sessions.push(session);
    await session.step(200);
    const [exact, rounded] = await Promise.all([
      writeRecording(session),
      writeRecording(session, { weights: 'float16' }),
    ]);
    expect(rounded.length).toBeLessThan(exact.length / 2);
    const source = await openRecording(rounded);
    expect(source.getSnapshot().notice).toMatch(/rounded/);
    const { parameters: close } = await source.read(parameters, { at: 200 });
    const { parameters: exactly } = await session.read(parameters);
    expect(close).not.toEqual(exactly);
    close.forEach((value, k) => expect(value).toBeCloseTo(exactly[k]!, 2));
    expect(source.supports({ kind: 'firingRates', of: 'training' })).toBe(true);
    expect(withoutTimes(await source.read({ kind: 'scalars' })).length).toBe(3);
  });

  it('refuses what is no session, and options that it does not know', async () => {
    const session = await recordedSession();
    const source = await openRecording(await writeRecording(session), { worker: false });
    await expect(writeRecording(source as TrainingSession)).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(writeRecording(session, { weights: 'float8' as 'float16' })).rejects.toMatchObject({
      code: 'invalid-option',
    });
    await expect(writeRecording(session, { frames: 3 } as object)).rejects.toMatchObject({ code: 'invalid-option' });
    session.dispose();
    await expect(writeRecording(session)).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('a damaged recording', () => {
  it('gives a coded error, quickly, whatever was changed', async () => {
    const session = await recordedSession();
    const files = [await writeRecording(session), await writeRecording(session, { weights: 'float16', data: false })];
    // Bytes anywhere, which the checksum finds.
    await fuzz(
      files,
      fc.record({ at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }) }),
      (file, { at, bytes }) => {
        const copy = file.slice();
        copy.set(bytes.subarray(0, Math.max(0, file.length - (at % file.length))), at % file.length);
        return at % 5 === 0 ? copy.subarray(0, at % file.length) : copy;
      },
    );
    // Bytes under a checksum that fits again: the content itself is checked.
    await fuzz(
      files,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.string({
            unit: fc.constantFrom('0', '1', '7', '-', '.', '"', '[', ']', '{', '}', ',', ':', 'e', 'n'),
            minLength: 1,
            maxLength: 1,
          }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      (file, changes) => {
        const copy = file.slice();
        const view = new DataView(copy.buffer);
        const headerLength = view.getUint32(24, true);
        for (const [at, character] of changes) copy[32 + (at % headerLength)] = character.charCodeAt(0);
        view.setUint32(12, crc32(copy.subarray(16)), true);
        return copy;
      },
    );
  }, 60_000);
});

async function fuzz<T>(
  files: readonly Uint8Array[],
  wounds: fc.Arbitrary<T>,
  wound: (file: Uint8Array, wound: T) => Uint8Array,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), wounds, async (file, one) => {
      const start = performance.now();
      try {
        const source = await openRecording(wound(file, one), { worker: false });
        source.getSnapshot();
      } catch (error) {
        if (!(error instanceof NeuroglowError)) throw error;
        expect(error.code).toMatch(/^file-/);
      }
      expect(performance.now() - start).toBeLessThan(1000);
    }),
    { numRuns: 1000 },
  );
}

/** Times are measured, and a recording has none. */
function withoutTimes({ series }: { readonly series: readonly object[] }): readonly object[] {
  return series.map((one) => ({ ...one, times: undefined }));
}
