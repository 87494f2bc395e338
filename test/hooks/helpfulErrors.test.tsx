import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createNetwork,
  createValueSource,
  NeuroglowProvider,
  useActivations,
  useParameters,
  useSource,
  useTrainingState,
  useView,
} from '@neuroglow/engine';
import type { ReactElement, ReactNode } from 'react';

const network = createNetwork({ layers: [2, 3, 1] });
const options = { network, dataset: { inputs: [0, 1], targets: [1] } };

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

function WithoutSource({ children }: { readonly children: ReactNode }): ReactElement {
  return <NeuroglowProvider source={null}>{children}</NeuroglowProvider>;
}

describe('a hook without a source', () => {
  it.each([
    ['useActivations', () => useActivations()],
    ['useParameters', () => useParameters()],
    ['useView', () => useView({ kind: 'parameters' }, () => undefined)],
    ['useTrainingState', () => useTrainingState(({ step }) => step)],
  ])('%s says that there is no provider', (_name, use) => {
    expect(() => renderHook(use)).toThrow(
      expect.objectContaining({
        code: 'no-source',
        message: expect.stringMatching(/NeuroglowProvider/) as string,
      }) as Error,
    );
  });

  it("waits without an error while the provider's source, or the option, is null", () => {
    expect(renderHook(() => useActivations(), { wrapper: WithoutSource }).result.current.frame).toBeNull();
    expect(renderHook(() => useActivations({ source: null })).result.current.frame).toBeNull();
    expect(() => renderHook(() => useView(null, () => undefined))).not.toThrow();
  });
});

describe('a value that is not a source', () => {
  it.each([
    ['training options', options, /useTraining\(options\)/],
    ['a network', network, /createValueSource/],
    ['text', 'session', /got "session"; pass what useTraining/],
  ])('%s', (_name, given, sentence) => {
    expect(() => renderHook(() => useSource(given as never))).toThrow(sentence);
    const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => (
      <NeuroglowProvider source={given as never}>{children}</NeuroglowProvider>
    );
    expect(() => renderHook(() => useActivations(), { wrapper })).toThrow(sentence);
  });

  it('a source is taken', () => {
    const source = createValueSource({ network });
    expect(renderHook(() => useSource(source)).result.current).toBe(source);
  });
});
