import { LearningTrace, type LearningTraceValues } from '@neuroglow/components';
import { createViewer, NeuroglowProvider } from '@neuroglow/engine';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { columnsOf, costPath, costRange, layoutOf } from '../../packages/components/src/LearningTrace/geometry.js';
import { LiveTrace } from '../../packages/components/src/LearningTrace/liveTrace.js';
import { nearestIndex, sigmoidOf, traceOf } from '../../packages/components/src/LearningTrace/trace.js';

const drop = { from: 20, to: 40, steepest: 30, fall: 0.9, share: 0.9, fromStart: false, provisional: true };
const steps = Array.from({ length: 11 }, (_, i) => i * 10);
const values: LearningTraceValues = {
  steps,
  costs: steps.map((step) => (step < 20 ? 1 : step > 40 ? 0.1 : 1 - ((step - 20) / 20) * 0.9)),
  drops: [drop],
  rows: [
    { layer: 1, neuron: 0, activations: steps.map((step) => step / 100), biases: steps.map(() => 0) },
    { layer: 1, neuron: 1, activations: steps.map(() => NaN), biases: steps.map((step) => step) },
    {
      ...{ layer: 2, neuron: 0, activations: steps.map(() => 0.25), biases: steps.map(() => -2) },
      crossings: [
        { step: 30, fires: true, confirmedAt: 50 },
        { step: 90, fires: false },
      ],
    },
  ],
};

describe('LearningTrace', () => {
  it('reads step, cost, drop and a neuron’s two colours by keys', async () => {
    render(<LearningTrace values={values} />);
    const reader = screen.getByRole('slider', { name: 'Read the trace at a step' });
    expect(reader).toHaveAttribute('aria-valuemax', '100');
    reader.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(reader).toHaveAttribute(
      'aria-valuetext',
      'step 30, cost 0.55, in drop 1 (provisional), neuron 1 of hidden layer 1, activation 0.3, σ(bias) 0.5',
    );
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(reader).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('output neuron 1, activation 0.25, σ(bias) 0.119'),
    );
    await userEvent.keyboard('{End}{PageDown}');
    expect(reader).toHaveAttribute('aria-valuenow', '90');
  });

  it('sums the run up for a screen reader', () => {
    render(<LearningTrace values={values} />);
    expect(screen.getByRole('slider')).toHaveAccessibleDescription(
      'The cost is 1 at first and 0.1 after 100 steps, with 1 drop. 3 neurons crossed their thresholds 2 times in all.',
    );
  });

  it('sets the cursor from keys and from the list of drops', async () => {
    const viewer = createViewer();
    render(
      <NeuroglowProvider viewer={viewer}>
        <LearningTrace values={values} />
      </NeuroglowProvider>,
    );
    const button = screen.getByRole('button', {
      name: 'Drop 1: steps 20 to 40, 90.0% of the fall, provisional',
    });
    await userEvent.click(button);
    expect(viewer.getSnapshot().cursor).toBe(30);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{End}{Enter}');
    expect(viewer.getSnapshot().cursor).toBe(100);
    expect(button).toHaveAttribute('aria-pressed', 'false');
  });

  it('shares the step pointed at', async () => {
    const viewer = createViewer();
    render(
      <NeuroglowProvider viewer={viewer}>
        <LearningTrace values={values} />
      </NeuroglowProvider>,
    );
    const reader = screen.getByRole('slider');
    reader.focus();
    await userEvent.keyboard('{Home}');
    expect(viewer.getSnapshot().hoveredStep).toBe(0);
    act(() => reader.blur());
    expect(viewer.getSnapshot().hoveredStep).toBeNull();
  });

  it('dashes what is provisional: a drop, a crossing', () => {
    const { container } = render(<LearningTrace values={values} />);
    const ticks = [...container.querySelectorAll('[data-part="tick"]')];
    expect(ticks.map((tick) => tick.hasAttribute('data-provisional'))).toEqual([false, true]);
    expect(container.querySelectorAll('[data-part="band-edge"][data-provisional]')).toHaveLength(2);
  });

  it('pages what is too many', async () => {
    render(<LearningTrace values={values} rowsPerPage={2} />);
    expect(screen.getByText('Neurons 1 to 2 of 3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next neurons' }));
    expect(screen.getByText('Neurons 3 to 3 of 3')).toBeInTheDocument();
  });
});

describe('a learning trace', () => {
  const trace = traceOf(values);

  it('colours biases by σ', () => {
    expect(trace.rows[0]!.biasColors[0]).toBe(0.5);
    expect(trace.rows[2]!.biasColors[0]).toBeCloseTo(sigmoidOf(-2), 6);
    expect(trace.rows.map(({ isOutput }) => isOutput)).toEqual([false, false, true]);
  });

  it('finds drops itself where none are given', () => {
    const long = Array.from({ length: 1001 }, (_, step) => step);
    const costs = long.map((step) => 1 / (1 + Math.exp((step - 500) / 20)));
    const [found, ...others] = traceOf({ steps: long, costs, rows: [] }).drops;
    expect(others).toEqual([]);
    expect(found!.steepest).toBe(500);
  });

  it('refuses what does not fit', () => {
    expect(() => traceOf({ ...values, steps: steps.toReversed() })).toThrow(/steps to ascend, got 90 after 100/);
    expect(() => traceOf({ ...values, domain: [1, 0] })).toThrow(/low < high/);
    expect(() => traceOf({ ...values, rows: [{ ...values.rows[0]!, biases: [1] }] })).toThrow(/11 biases of row 0/);
  });

  it('shows recorded values only: each column takes the nearest step, and none after the last', () => {
    expect([...columnsOf({ ...trace, steps: [0, 10] }, [0, 20], 4)]).toEqual([0, 1, 1, -1]);
    expect(nearestIndex([], 3)).toBe(-1);
    expect(nearestIndex([0, 10, 20], 14)).toBe(1);
  });

  it('puts a step at one place in all panels', () => {
    const layout = layoutOf(600, 3);
    expect(layout.left + layout.width).toBeLessThanOrEqual(600);
    expect(layout.activations.height).toBe(3 * layout.rowHeight);
    expect(layout.biases.top).toBeGreaterThan(layout.activations.top + layout.activations.height);
    expect(layout.height).toBeGreaterThan(layout.axis);
  });

  it('keeps spikes of the cost, and leaves out what is not finite', () => {
    const many = Array.from({ length: 10_000 }, (_, step) => step);
    const spiky = { ...trace, steps: many, costs: many.map((step) => (step === 5003 ? 9 : step === 7 ? NaN : 1)) };
    const range = costRange(spiky, [0, 9999]);
    expect(range).toEqual([0, 9]);
    const layout = layoutOf(400, 3);
    const path = costPath(spiky, [0, 9999], layout, range);
    expect(path).toContain(` ${layout.cost.top.toFixed(1)}`);
    expect(path).not.toContain('NaN');
  });
});

describe('a live trace', () => {
  const layer = { activation: 'sigmoid', neurons: 1, slope: 0.01 } as const;
  const network = { layers: [{ ...layer, activation: null }, layer, layer] } as unknown as ConstructorParameters<
    typeof LiveTrace
  >[0];
  const frames = (step: number, z: number) =>
    [
      {
        ...({ kind: 'activations', runId: 'r', target: null } as const),
        step,
        preActivations: [0, z, 1].map((value) => Float32Array.of(value)),
        activations: [0, sigmoidOf(z), sigmoidOf(1)].map((value) => Float32Array.of(value)),
      },
      {
        ...({ kind: 'parameters', runId: 'r', parameters: new Float32Array(0) } as const),
        step,
        layers: [0, 0.5, -0.5].map((b) => ({ weights: new Float32Array(0), biases: Float32Array.of(b) })),
      },
    ] as const;

  it('marks crossings as provisional until they are confirmed', () => {
    const live = new LiveTrace(network);
    for (const [step, z] of [-1, 0.2, 0.3].entries()) live.add(...frames(step, z));
    expect(live.trace(() => 1, false).rows[0]!.crossings).toEqual([{ step: 1, fires: true }]);
    live.add(...frames(3, 1));
    expect(live.trace(() => 1, false).rows[0]!.crossings).toEqual([{ step: 1, fires: true, confirmedAt: 3 }]);
  });

  it('passes over steps it has, and thins out what is very long', () => {
    const live = new LiveTrace(network);
    for (let step = 0; step < 6000; step++) live.add(...frames(step, 1));
    live.add(...frames(10, 1));
    const { steps: kept } = live.trace(() => 1, false);
    expect(kept.length).toBeLessThanOrEqual(4096);
    expect(kept[0]).toBe(0);
    expect(kept[kept.length - 1]).toBe(5999);
  });
});
