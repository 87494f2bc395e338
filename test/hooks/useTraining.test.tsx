import { act, render, renderHook, waitFor } from '@testing-library/react';
import { StrictMode, useEffect, type ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createNetwork,
  NeuroglowProvider,
  sgd,
  useActivations,
  useScalars,
  useInputWeights,
  useParameters,
  useTraining,
  useTrainingState,
  type TrainingOptions,
  type TrainingSession,
} from '@neuroglow/engine';

const options: TrainingOptions = {
  network: createNetwork({ layers: [2, 3, 1] }),
  dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('useTraining', () => {
  it('returns the same session as long as its dependencies are equal', () => {
    const { result, rerender } = renderHook(({ rows }) => useTraining(() => options, [rows]), {
      initialProps: { rows: 4 },
    });
    const first = result.current;
    rerender({ rows: 4 });
    expect(result.current).toBe(first);
  });

  it('creates another session when they change, and disposes of the old one', async () => {
    const { result, rerender } = renderHook(({ seed }) => useTraining(() => ({ ...options, seed }), [seed]), {
      initialProps: { seed: 1 },
    });
    const first = result.current;
    rerender({ seed: 2 });
    expect(result.current.getSnapshot().seed).toBe(2);
    await expect(first.step()).rejects.toMatchObject({ code: 'disposed' });
    await expect(result.current.step()).resolves.toMatchObject({ step: 1 });
  });

  it('survives StrictMode: the session on the page is not the one disposed of', async () => {
    const { result } = renderHook(() => useTraining(() => options, []), { wrapper: StrictMode });
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    await expect(result.current.step(3)).resolves.toMatchObject({ step: 3, status: 'paused' });
    await result.current.start();
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(result.current.getSnapshot().status).toBe('running');
  });

  it('pauses the run and frees its resources some time after unmounting', async () => {
    const { result, unmount } = renderHook(() => useTraining(() => options, []));
    const session = result.current;
    await session.start();
    unmount();
    expect(session.getSnapshot().status).toBe('running');
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(session.getSnapshot().status).toBe('paused');
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(session.diagnostics.place).toBeNull();
  });

  it('reports nothing about a session that was disposed of before unmounting', async () => {
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    const { result, unmount } = renderHook(() => useTraining(() => options, []));
    await result.current.start();
    result.current.dispose();
    unmount();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('names the missing argument', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useTraining(() => options, undefined as never))).toThrow(/^deps: expected/);
    expect(() => renderHook(() => useTraining(options as never, []))).toThrow(/^useTraining: expected a function/);
    expect(() => renderHook(() => useTraining(3 as never))).toThrow(/^useTraining: expected training options or null/);
  });

  it('throws a readable error for wrong options', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bad = { ...options, batchSize: -1 };
    expect(() => renderHook(() => useTraining(() => bad, []))).toThrow(/batchSize.*expected/);
  });
});

describe('useTraining with options', () => {
  it('keeps its session while options written during render are equal', () => {
    const { result, rerender } = renderHook(
      ({ rate }) =>
        useTraining({
          network: createNetwork({ layers: [2, 3, 1] }),
          dataset: { ...options.dataset },
          optimizer: sgd({ learningRate: rate }),
          until: { step: 10 },
        }),
      { initialProps: { rate: 0.1 } },
    );
    const first = result.current;
    rerender({ rate: 0.1 });
    expect(result.current).toBe(first);
    rerender({ rate: 0.2 });
    expect(result.current).not.toBe(first);
    expect(result.current.getSnapshot()).toMatchObject({ hyperparameters: { learningRate: 0.2 } });
  });

  it('accepts the options of a network in place of a network', () => {
    const { result, rerender } = renderHook(() =>
      useTraining({ network: { layers: [2, 5, 1], activation: 'tanh' }, dataset: options.dataset }),
    );
    expect(result.current).toMatchObject({ network: { layers: [{}, { neurons: 5, activation: 'tanh' }, {}] } });
    const first = result.current;
    rerender();
    expect(result.current).toBe(first);
  });

  it('compares data sets by identity, and survives data made in every render', () => {
    const { result, rerender } = renderHook(() =>
      useTraining({ ...options, dataset: { ...options.dataset, targets: Float32Array.of(0, 1, 1, 0) } }),
    );
    const first = result.current;
    rerender();
    expect(result.current).not.toBe(first);
  });

  it('compares networks by their parameters', () => {
    const trained = createNetwork({ layers: [2, 3, 1] });
    trained.parameters[0] = 7;
    const { result, rerender } = renderHook(({ network }) => useTraining({ ...options, network }), {
      initialProps: { network: options.network },
    });
    const first = result.current;
    rerender({ network: trained });
    expect(result.current).not.toBe(first);
  });

  it('is null while there is nothing to train, and disposes of its session when options become null', async () => {
    const { result, rerender } = renderHook(({ given }) => useTraining(given), {
      initialProps: { given: null as TrainingOptions | null },
    });
    expect(result.current).toBeNull();
    rerender({ given: options });
    const session = result.current!;
    await expect(session.step()).resolves.toMatchObject({ step: 1 });
    rerender({ given: null });
    expect(result.current).toBeNull();
    await expect(session.step()).rejects.toMatchObject({ code: 'disposed' });
  });

  it('survives StrictMode', async () => {
    const { result } = renderHook(() => useTraining({ ...options }), { wrapper: StrictMode });
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    await expect(result.current.step(3)).resolves.toMatchObject({ step: 3, status: 'paused' });
  });
});

describe('the defaults of useTraining', () => {
  it('trains at a visible pace and stops at step 50,000', async () => {
    const { result } = renderHook(() => useTraining(() => options, []));
    expect(result.current.getSnapshot().pace).toBe('visible');
    await result.current.setPace('fastest');
    await result.current.start();
    await vi.waitFor(
      () => expect(result.current.getSnapshot()).toMatchObject({ status: 'finished', step: 50_000 }),
      15_000,
    );
  });

  it('can be overridden', async () => {
    const { result } = renderHook(() => useTraining({ ...options, pace: 'fastest', until: null }));
    expect(result.current.getSnapshot().pace).toBe('fastest');
    await result.current.start();
    await vi.waitFor(() => expect(result.current.getSnapshot().step).toBeGreaterThan(50_000), 15_000);
    await result.current.pause();
  });
});

function Page({ started }: { started?: (session: TrainingSession) => void }): ReactElement {
  const session = useTraining(() => options, []);
  useEffect(() => started?.(session), [started, session]);
  return (
    <NeuroglowProvider source={session}>
      <Readings />
    </NeuroglowProvider>
  );
}

function Readings(): ReactElement {
  const status = useTrainingState((snapshot) => snapshot.status);
  const { frame } = useActivations();
  const { frame: parameters } = useParameters();
  const { frame: weights } = useInputWeights();
  const { frame: history } = useScalars();
  const steps = [frame, parameters, weights, history].map((shown) => shown?.step ?? 'none');
  return <p>{`${status}: ${steps.join(' ')}`}</p>;
}

describe('a page', () => {
  it('shows frames and status of a run as they change', async () => {
    vi.useRealTimers();
    let session: TrainingSession | undefined;
    const { container } = render(<Page started={(made) => void (session = made)} />, { wrapper: StrictMode });
    await waitFor(() => expect(container).toHaveTextContent('idle: 0 0 0 0'));
    await act(() => session!.step(4));
    await waitFor(() => expect(container).toHaveTextContent('paused: 4 4 4 4'));
  });
});
