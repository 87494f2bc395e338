import { act, render, renderHook } from '@testing-library/react';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  createViewer,
  NeuroglowProvider,
  useCursor,
  useHover,
  useInput,
  useSelection,
  useViewer,
  type NeuroglowProviderProps,
  type Viewer,
} from '@neuroglow/engine';
import { ManualSource } from './manualSource.js';

const neuron = { layer: 1, neuron: 2 };
const selection = { neurons: [neuron], samples: [] };

function within(props: Omit<NeuroglowProviderProps, 'children'>): {
  wrapper: (props: { children: ReactNode }) => ReactElement;
} {
  return { wrapper: ({ children }) => <NeuroglowProvider {...props}>{children}</NeuroglowProvider> };
}

function useEverything() {
  const [input, setInput] = useInput();
  const [picked, setSelection] = useSelection();
  const [cursor, setCursor] = useCursor();
  return { input, setInput, selection: picked, setSelection, cursor, setCursor };
}

describe('the viewer of a provider', () => {
  it('starts with nothing chosen, and with the first training row as input', () => {
    const { result } = renderHook(useEverything, within({ source: new ManualSource() }));
    expect(result.current).toMatchObject({
      input: { sample: 0 },
      selection: { neurons: [], samples: [] },
      cursor: 'live',
    });
  });

  it('prefers the first probe if there is one', () => {
    const source = Object.assign(new ManualSource(), { data: { training: 4, validation: 0, probes: 1 } });
    expect(renderHook(() => useInput(source)).result.current[0]).toEqual({ probe: 0 });
  });

  it('keeps a choice and reports it', () => {
    const onInputChange = vi.fn();
    const onSelectionChange = vi.fn();
    const onCursorChange = vi.fn();
    const { result } = renderHook(
      useEverything,
      within({ onInputChange, onSelectionChange, onCursorChange, defaultCursor: 3 }),
    );
    expect(result.current.cursor).toBe(3);
    act(() => {
      result.current.setInput({ sample: 2 });
      result.current.setSelection(selection);
      result.current.setCursor(9);
    });
    expect(result.current).toMatchObject({ input: { sample: 2 }, selection, cursor: 9 });
    expect(onInputChange).toHaveBeenCalledExactlyOnceWith({ sample: 2 });
    expect(onSelectionChange).toHaveBeenCalledExactlyOnceWith(selection);
    expect(onCursorChange).toHaveBeenCalledExactlyOnceWith(9);
  });

  it('only requests a change if it is controlled', () => {
    const onInputChange = vi.fn();
    const told: ReturnType<typeof useEverything>[] = [];
    function Inside(): null {
      const everything = useEverything();
      useEffect(() => void told.push(everything));
      return null;
    }
    const at = (sample: number): ReactElement => (
      <NeuroglowProvider input={{ sample }} onInputChange={onInputChange}>
        <Inside />
      </NeuroglowProvider>
    );
    const { rerender } = render(at(1));
    act(() => told.at(-1)!.setInput({ sample: 2 }));
    expect(told.at(-1)!.input).toEqual({ sample: 1 });
    expect(onInputChange).toHaveBeenCalledExactlyOnceWith({ sample: 2 });
    rerender(at(2));
    expect(told.at(-1)!.input).toEqual({ sample: 2 });
  });

  it('does not report a choice that is equal to the current one', () => {
    const onSelectionChange = vi.fn();
    const { result } = renderHook(useEverything, within({ onSelectionChange, defaultSelection: selection }));
    act(() => result.current.setSelection({ neurons: [{ ...neuron }], samples: [] }));
    expect(onSelectionChange).not.toHaveBeenCalled();
  });

  it('is the outer viewer, except for fields given inside', () => {
    const outer = createViewer();
    const inner = renderHook(useEverything, {
      wrapper: ({ children }) => (
        <NeuroglowProvider viewer={outer}>
          <NeuroglowProvider defaultInput={{ sample: 5 }}>{children}</NeuroglowProvider>
        </NeuroglowProvider>
      ),
    });
    act(() => {
      inner.result.current.setInput({ sample: 6 });
      inner.result.current.setSelection(selection);
    });
    expect(inner.result.current).toMatchObject({ input: { sample: 6 }, selection });
    expect(outer.getSnapshot()).toMatchObject({ input: null, selection });
  });

  it('can be shared by two sources, and two can share a source', () => {
    const source = new ManualSource();
    const viewers: Viewer[] = [];
    function Inside(): null {
      viewers.push(useViewer());
      return null;
    }
    render(
      <>
        <NeuroglowProvider source={source}>
          <Inside />
        </NeuroglowProvider>
        <NeuroglowProvider source={source}>
          <Inside />
        </NeuroglowProvider>
      </>,
    );
    act(() => viewers[0]!.setSelection(selection));
    expect(viewers[1]!.getSnapshot().selection.neurons).toEqual([]);
  });
});

describe('hover', () => {
  it('never commits, and calls its listeners', () => {
    const viewer = createViewer();
    const onHover = vi.fn();
    let renders = 0;
    const { result, unmount } = renderHook(
      () => {
        renders++;
        useSelection();
        useInput();
        return useHover(onHover);
      },
      within({ viewer, defaultInput: { sample: 1 } }),
    );
    act(() => {
      for (let i = 0; i < 1000; i++) result.current({ layer: 1, neuron: i });
      result.current(null);
    });
    expect(renders).toBe(1);
    expect(onHover).toHaveBeenCalledTimes(1001);
    unmount();
    viewer.setHover(neuron);
    expect(onHover).toHaveBeenCalledTimes(1001);
  });
});
