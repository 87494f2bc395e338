import { ActivationHeatmap, NetworkGraph } from '@neuroglow/components';
import { createViewer, NeuroglowProvider, type ActivationsFrame, type Viewer } from '@neuroglow/engine';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scriptedSource, type ScriptedSource } from './scriptedSource.js';

/** Nothing has a size in jsdom: the stage gets one. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

const frame: ActivationsFrame = {
  ...{ kind: 'activations', runId: 'run', step: 1, target: null },
  activations: [Float32Array.of(0, 1), Float32Array.of(0.1, 0.9, 0.5), Float32Array.of(0.2, 0.8)],
  preActivations: [],
};

interface Pair {
  readonly viewer: Viewer;
  readonly provided: ScriptedSource;
  readonly other: ScriptedSource;
}

/** Two pictures under one provider: the first of the provider's source, the second of another one. */
function renderPair(picture: (source?: ScriptedSource) => ReactElement): Pair {
  const pair = { viewer: createViewer(), provided: scriptedSource(), other: scriptedSource() };
  render(
    <NeuroglowProvider source={pair.provided} viewer={pair.viewer}>
      <section aria-label="first">{picture()}</section>
      <section aria-label="second">{picture(pair.other)}</section>
    </NeuroglowProvider>,
  );
  pair.provided.send(frame);
  pair.other.send(frame);
  return pair;
}

const inside = (name: string) => within(screen.getByRole('region', { name }));

describe('two networks under one provider', () => {
  it('a heat map selects neurons of its own source only', () => {
    const { viewer, other } = renderPair((source) => <ActivationHeatmap source={source} />);
    const list = (name: string): HTMLElement => inside(name).getAllByRole('grid')[1]!;
    fireEvent.focus(list('second'));
    fireEvent.keyDown(list('second'), { key: 'Enter' });
    expect(viewer.getSnapshot().hover).toEqual({ layer: 1, neuron: 0, source: other });
    expect(viewer.getSnapshot().selection).toMatchObject({ neurons: [{ layer: 1, neuron: 0 }], source: other });
    const marked = (name: string): boolean[] => [
      list(name).querySelector('[role=gridcell]')!.hasAttribute('data-shown'),
      list(name).querySelector('[role=presentation]') !== null,
    ];
    expect(marked('first')).toEqual([false, false]);
    expect(marked('second')).toEqual([true, true]);
  });

  it('a graph selects neurons of its own source only', () => {
    const { viewer, other } = renderPair((source) => <NetworkGraph source={source} />);
    const button = (name: string): HTMLElement =>
      inside(name).getByRole('button', { name: /^hidden 1: .*neuron 1 of 3/ });
    fireEvent.focus(button('second'));
    fireEvent.click(button('second'));
    expect(viewer.getSnapshot().hover).toEqual({ layer: 1, neuron: 0, source: other });
    expect(viewer.getSnapshot().selection).toMatchObject({ neurons: [{ layer: 1, neuron: 0 }], source: other });
    expect(button('first')).toHaveAttribute('aria-pressed', 'false');
    expect(button('second')).toHaveAttribute('aria-pressed', 'true');
  });
});
