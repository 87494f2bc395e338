import { ActivationHeatmap, CostPlot, TrainingControls } from '@neuroglow/components';
import { NeuroglowError, NeuroglowProvider, type ActivationsFrame, type ScalarsFrame } from '@neuroglow/engine';
import { act, render, screen } from '@testing-library/react';
import { Profiler, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { scriptedSource } from './scriptedSource.js';

function costs(step: number): ScalarsFrame {
  const steps = Float64Array.from({ length: step }, (_, index) => index + 1);
  return {
    kind: 'scalars',
    runId: 'run',
    step,
    series: [
      { name: 'cost', role: 'training', steps, values: Float32Array.from(steps, (at) => 1 / at) },
      { name: 'validation cost', role: 'validation', steps: steps.slice(-1), values: Float32Array.of(0.25) },
    ],
  };
}

function activations(step: number, hidden: readonly number[] = [0.1, 0.9, 0.5]): ActivationsFrame {
  const layers = [Float32Array.of(0, 1), Float32Array.from(hidden), Float32Array.of(0.2, 0.8)];
  return { kind: 'activations', runId: 'run', step, preActivations: layers, activations: layers, target: null };
}

/** Lets time pass. */
function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

/** Renders, and counts commits. */
function counted(element: ReactElement): { readonly commits: () => number; readonly unmount: () => void } {
  const onRender = vi.fn();
  const { unmount } = render(
    <Profiler id="picture" onRender={onRender}>
      {element}
    </Profiler>,
  );
  return { commits: () => onRender.mock.calls.length, unmount };
}

describe('a picture that watches a source', () => {
  it('tells the current cost, without a commit a frame', () => {
    vi.useFakeTimers();
    const source = scriptedSource();
    const { commits } = counted(<CostPlot source={source} />);
    source.send(costs(1));
    pass(150);
    const before = commits();
    for (let step = 2; step <= 40; step++) {
      source.send(costs(step));
      pass(16);
    }
    pass(150);
    expect(commits()).toBe(before);
    expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual(['0.0250', '0.2500']);
    vi.useRealTimers();
  });

  it('tells the cost of the same step as the controls beside it, at any moment', () => {
    vi.useFakeTimers();
    const source = scriptedSource({ snapshot: { cost: 1 } });
    const page = (hasPlot: boolean): ReactElement => (
      <NeuroglowProvider source={source}>
        <TrainingControls />
        {hasPlot && <CostPlot />}
      </NeuroglowProvider>
    );
    const { container, rerender } = render(page(false));
    source.update({ step: 1, cost: 0.9 });
    pass(50);
    rerender(page(true));
    const texts = (): (string | null | undefined)[] => [
      container.querySelector('[data-reading="cost"] dd')?.textContent,
      container.querySelector('[data-line="training"] + dd')?.textContent,
    ];
    const seen = new Set<string>();
    for (let step = 2; step <= 60; step++) {
      source.update({ step, cost: 1 / step });
      source.send(costs(step));
      pass(7);
      const [ofControls, ofPlot] = texts();
      expect(ofPlot).toBe(ofControls);
      seen.add(String(ofPlot));
    }
    expect(seen.size).toBeGreaterThan(3);
    vi.useRealTimers();
  });

  it('says the cost at the latest step to a screen reader', () => {
    vi.useFakeTimers();
    const source = scriptedSource();
    render(<CostPlot source={source} />);
    source.send(costs(4));
    pass(2000);
    const reader = screen.getByRole('slider', { name: 'Read the cost at a step' });
    expect(reader).toHaveAttribute('aria-valuenow', '4');
    expect(reader).toHaveAttribute('aria-valuetext', 'step 4, training 0.2500, held-out 0.2500');
    vi.useRealTimers();
  });

  it('watches what it shows, of the input looked at, and nothing once it is gone', () => {
    const source = scriptedSource();
    const { rerender, unmount } = render(<ActivationHeatmap source={source} />);
    expect(source.watched()).toEqual([{ kind: 'activations', input: { probe: 0 } }]);
    rerender(<ActivationHeatmap source={source} input={{ sample: 2 }} />);
    expect(source.watched()).toEqual([{ kind: 'activations', input: { sample: 2 } }]);
    rerender(<ActivationHeatmap source={source} mode="responseMaps" layer={2} resolution={16} />);
    expect(source.watched()).toEqual([
      { kind: 'responseMaps', layer: 2, resolution: 16, inputs: [0, 1], quantity: 'activation' },
    ]);
    unmount();
    expect(source.watched()).toEqual([]);
  });

  it('commits no frame of activations, and counts what is not finite', () => {
    const source = scriptedSource();
    const { commits } = counted(<ActivationHeatmap source={source} />);
    source.send(activations(1));
    const before = commits();
    for (let step = 2; step <= 40; step++) source.send(activations(step));
    expect(commits()).toBe(before);
    source.send(activations(41, [Number.NaN, 0.5, Number.POSITIVE_INFINITY]));
    expect(screen.getByText('not finite: 2')).toBeInTheDocument();
  });

  it('describes the layers in words', () => {
    vi.useFakeTimers();
    const source = scriptedSource();
    render(<ActivationHeatmap source={source} />);
    source.send(activations(1));
    pass(2000);
    expect(screen.getByText(/hidden 1: 3 neurons, the strongest is neuron 2 with 0.9\./)).toBeInTheDocument();
    expect(screen.getByText(/output: 2 neurons, the strongest is neuron 2, “yes” with 0.8\./)).toBeInTheDocument();
    vi.useRealTimers();
  });

  it('shows why the source cannot give the view', () => {
    const reason = 'This recording holds no weights.';
    render(
      <ActivationHeatmap source={scriptedSource({ unsupported: { inputWeights: reason } })} mode="inputWeights" />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(reason);
  });

  it('shows an error in its own box until a frame comes', () => {
    const source = scriptedSource();
    render(<CostPlot source={source} />);
    source.fail('scalars', new NeuroglowError('worker-failed', 'The worker died; press Start.'));
    expect(screen.getByRole('alert')).toHaveTextContent('The worker died; press Start.');
    source.send(costs(3));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
