import { renderHook } from '@testing-library/react';
import { createNetwork, sgd, useTraining, xorDataset, type TrainingOptions } from '@neuroglow/engine';
import type * as React from 'react';
import { describe, expect, it, vi } from 'vitest';

const edits = vi.hoisted(() => ({ count: 0 }));

// After an edit of the page, React keeps state and computes every memo again, whatever its dependencies.
vi.mock('react', async (original) => {
  const react = await original<typeof React>();
  const useMemo = <T,>(make: () => T, deps: readonly unknown[]): T => react.useMemo(make, [...deps, edits.count]);
  return { ...react, useMemo };
});

const page = (learningRate: number) => (): TrainingOptions => ({
  network: createNetwork({ layers: [2, 3, 1] }),
  dataset: xorDataset({ rows: 8, seed: 1 }),
  optimizer: sgd({ learningRate }),
});

describe('an edit of the page under Fast Refresh', () => {
  it('keeps the session if options are equal, and creates another for a changed learning rate', () => {
    const { result, rerender } = renderHook(({ create }) => useTraining(create, []), {
      initialProps: { create: page(0.1) },
    });
    const first = result.current;
    edits.count++;
    rerender({ create: page(0.1) });
    expect(result.current).toBe(first);
    // A render without an edit asks for no new options.
    rerender({ create: page(0.3) });
    expect(result.current).toBe(first);
    edits.count++;
    rerender({ create: page(0.3) });
    expect(result.current).not.toBe(first);
    expect(result.current.getSnapshot()).toMatchObject({ hyperparameters: { learningRate: 0.3 } });
  });
});
