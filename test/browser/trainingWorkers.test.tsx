import { render, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createGenerator,
  createNetwork,
  createTraining,
  momentum,
  NeuroglowProvider,
  useActivations,
  useTraining,
  useTrainingState,
  useView,
  type Dataset,
  type TrainingOptions,
  type TrainingSession,
} from '@neuroglow/engine';

const sessions: TrainingSession[] = [];
const workers: Worker[] = [];
const alive = new Set<Worker>();

beforeEach(() => {
  const { Worker: Real } = globalThis;
  // Counts workers of this page: the platform does not.
  class CountedWorker extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push(this);
      alive.add(this);
    }
    override terminate(): void {
      super.terminate();
      alive.delete(this);
    }
  }
  vi.stubGlobal('Worker', CountedWorker);
});

afterEach(async () => {
  for (const session of sessions.splice(0)) session.dispose();
  await expect.poll(() => alive.size).toBe(0);
  workers.length = 0;
});

function train(options: TrainingOptions): TrainingSession {
  const session = createTraining(options);
  sessions.push(session);
  return session;
}

const xor: TrainingOptions = {
  network: createNetwork({ layers: [2, 4, 1] }),
  dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
  batchSize: 4,
};

/** Pictures as dark as handwriting, of ten classes. */
function pictures(rows: number): Dataset {
  const generator = createGenerator(9);
  const inputs = Float32Array.from({ length: rows * 784 }, () => Math.max(0, generator.uniform() * 5 - 4));
  const targets = new Float32Array(rows * 10);
  for (let row = 0; row < rows; row++) targets[row * 10 + (row % 10)] = 1;
  return { inputs, targets, rows };
}

const digits: TrainingOptions = {
  network: createNetwork({ layers: [{ neurons: 784, shape: [28, 28] }, 16, 16, 10] }),
  dataset: pictures(2000),
  validation: pictures(200),
  optimizer: momentum({ learningRate: 0.05 }),
  batchSize: 32,
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('workers in a page', () => {
  it('are few, though twenty sessions train, and each of them makes its steps', async () => {
    const all = Array.from({ length: 20 }, () => train(xor));
    await Promise.all(all.map((session) => session.start()));
    await pause(300);
    await Promise.all(all.map((session) => session.pause()));
    expect(alive.size).toBeLessThanOrEqual(Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1)));
    for (const session of all) expect(session.getSnapshot().step).toBeGreaterThan(0);
  });

  it('are given back when nobody needs them, and the run goes on later', async () => {
    const session = train(xor);
    await session.step(100);
    expect(alive.size).toBe(1);
    await expect.poll(() => alive.size).toBe(0);
    expect(session.diagnostics.place).toBeNull();
    await expect(session.step(100)).resolves.toMatchObject({ step: 200, notice: null });
  });

  it('are replaced when they die, and the run says from where it goes on', async () => {
    const session = train(xor);
    const reached: number[] = [];
    session.subscribe(() => reached.push(session.getSnapshot().step));
    await session.start();
    await pause(2_500);
    const [worker] = workers;
    const before = session.getSnapshot().step;
    worker!.terminate();
    worker!.dispatchEvent(new Event('error'));
    await expect.poll(() => session.getSnapshot().notice).toMatch(/resumed from step [1-9]/);
    await expect.poll(() => session.getSnapshot().step).toBeGreaterThan(before);
    expect(session.getSnapshot().status).toBe('running');
    expect(workers.length).toBe(2);
  });
});

describe('training in a worker', () => {
  it('computes no frame that nobody watches', async () => {
    const session = train(digits);
    session.subscribe(() => undefined);
    await session.start();
    await pause(500);
    await session.pause();
    expect(session.getSnapshot().step).toBeGreaterThan(0);
    expect(session.diagnostics.framesComputed).toBe(0);
  });

  // A machine that others use may keep this thread waiting: then it is tried again.
  it('leaves the main thread free of long tasks while frames arrive', { retry: 2 }, async () => {
    const session = train(digits);
    await session.start();
    await pause(500);
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    let frames = 0;
    const onFrame = (): void => {
      frames++;
    };
    session.watch({ kind: 'activations', input: { sample: 0 } }, { onFrame });
    session.watch({ kind: 'inputWeights' }, { onFrame });
    session.watch({ kind: 'scalars' }, { onFrame });
    session.subscribe(() => undefined);
    await pause(1_500);
    observer.disconnect();
    expect(frames).toBeGreaterThan(30);
    expect(long).toEqual([]);
  });

  it('answers soon: a message waits for one slice', { retry: 2 }, async () => {
    const session = train(digits);
    await session.start();
    await pause(500);
    const waits: number[] = [];
    for (let i = 0; i < 40; i++) {
      const from = performance.now();
      await session.setPace('fastest');
      waits.push(performance.now() - from);
    }
    const median = waits.toSorted((one, other) => one - other)[waits.length / 2]!;
    // 8 ms are the promise; a machine that is shared may add some of its own.
    expect(median).toBeLessThan(16);
  });
});

function Learner({ name, rate }: { readonly name: string; readonly rate: number }): ReactElement {
  const session = useTraining(() => ({ ...xor, optimizer: momentum({ learningRate: rate }) }), [rate]);
  return (
    <NeuroglowProvider source={session}>
      <button onClick={() => void session.start({ step: 5000 })}>{`start ${name}`}</button>
      <Reading name={name} />
    </NeuroglowProvider>
  );
}

function Reading({ name }: { readonly name: string }): ReactElement {
  const { step, status } = useTrainingState(({ step, status }) => ({ step, status }), same);
  const { frame } = useActivations();
  useView({ kind: 'inputWeights' }, () => undefined);
  return <p>{`${name} ${status} at ${step}, shown ${frame?.step ?? 'not yet'}`}</p>;
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A worker's modules are served one by one here. */
const patient = { timeout: 15_000 };

it('two sources on one page learn side by side', async () => {
  const { container, getByText, unmount } = render(
    <>
      <Learner name="slow" rate={0.01} />
      <Learner name="fast" rate={0.5} />
    </>,
  );
  await waitFor(() => expect(container).toHaveTextContent('slow idle at 0, shown 0'), patient);
  getByText('start fast').click();
  await waitFor(() => expect(container).toHaveTextContent('fast finished at 5000, shown 5000'), patient);
  expect(container).toHaveTextContent('slow idle at 0, shown 0');
  getByText('start slow').click();
  await waitFor(() => expect(container).toHaveTextContent('slow finished at 5000, shown 5000'), patient);
  unmount();
});
