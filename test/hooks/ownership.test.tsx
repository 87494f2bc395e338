import { act, renderHook } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { createViewer, NeuroglowProvider, useHover, useSelection } from '@neuroglow/engine';
import { ManualSource } from './manualSource.js';

it('hover and selection in one source are not shown in another', () => {
  const [provided, other] = [new ManualSource(), new ManualSource()];
  const viewer = createViewer();
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <NeuroglowProvider source={provided} viewer={viewer}>
      {children}
    </NeuroglowProvider>
  );
  const [here, there] = [vi.fn(), vi.fn()];
  const one = renderHook(() => [useHover(here), ...useSelection()] as const, { wrapper });
  const two = renderHook(() => [useHover(there, other), ...useSelection(other)] as const, { wrapper });
  const neuron = { layer: 1, neuron: 0 };
  act(() => two.result.current[0](neuron));
  expect(here).toHaveBeenLastCalledWith(null);
  expect(there).toHaveBeenLastCalledWith(expect.objectContaining(neuron));
  act(() => two.result.current[2]({ neurons: [neuron], samples: [] }));
  expect(one.result.current[1].neurons).toEqual([]);
  expect(two.result.current[1].neurons).toEqual([neuron]);
  act(() => one.result.current[2]({ neurons: [neuron], samples: [] }));
  expect(viewer.getSnapshot().selection).toEqual({ neurons: [neuron], samples: [] });
  expect(two.result.current[1].neurons).toEqual([]);
});
