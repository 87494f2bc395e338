import { ActivationHeatmap, NetworkGraph, TimelineScrubber, TrainingControls } from '@neuroglow/components';
import {
  createViewer,
  NeuroglowProvider,
  type Drop,
  type DropsFrame,
  type ScalarsFrame,
  type View,
  type Viewer,
} from '@neuroglow/engine';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, type ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { manualTimeline, type ManualTimeline } from '../hooks/manualTimeline.js';
import { scriptedSource, type Script, type ScriptedSource } from './scriptedSource.js';

let viewer: Viewer;
let timeline: ManualTimeline;

beforeEach(() => {
  viewer = createViewer();
  timeline = manualTimeline({ last: 20_000 });
});

/** A cost that falls by steps: 124 / (step + 1) … at step 4,000 it is 0.031. */
function costs(view: View): ScalarsFrame {
  const range = view.kind === 'scalars' && view.range !== 'all' ? view.range : undefined;
  const steps = range ? Float64Array.of(range[0]) : Float64Array.from({ length: 200 }, (_, at) => (at + 1) * 100);
  const values = Float32Array.from(steps, (step) => 124 / step);
  return {
    kind: 'scalars',
    runId: 'run',
    step: 20_000,
    series: [{ name: 'cost', role: 'training', steps, values }],
  };
}

function renderWith(script: Script, children: ReactElement = <TimelineScrubber />): ScriptedSource {
  const source = scriptedSource({ timeline, read: costs, snapshot: { step: 20_000, cost: 0.0062 }, ...script });
  render(
    <NeuroglowProvider source={source} viewer={viewer}>
      {children}
    </NeuroglowProvider>,
  );
  return source;
}

const slider = (): HTMLElement => screen.getByRole('slider', { name: 'Step shown' });
const cursor = (): 'live' | number => viewer.getSnapshot().cursor;

describe('the handle of a timeline', () => {
  it('is a slider from the first step to the last that says step and cost', async () => {
    renderWith({});
    expect(slider()).toHaveAttribute('aria-valuemin', '0');
    expect(slider()).toHaveAttribute('aria-valuemax', '20000');
    expect(slider()).toHaveAttribute('aria-valuenow', '20000');
    expect(slider()).toHaveAttribute('aria-valuetext', 'step 20,000 of 20,000, cost 0.0062, live');
    act(() => viewer.setCursor(4000));
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuetext', 'step 4,000 of 20,000, cost 0.031'));
  });

  it.each([
    ['{ArrowLeft}', 9999],
    ['{ArrowRight}{ArrowUp}', 10_002],
    ['{PageUp}', 12_000],
    ['{PageDown}{ArrowDown}', 7999],
    ['{Home}', 0],
    ['{End}', 20_000],
  ])('moves with %s', async (keys, expected) => {
    renderWith({});
    act(() => viewer.setCursor(10_000));
    slider().focus();
    await userEvent.keyboard(keys);
    expect(cursor()).toBe(expected);
  });

  it('follows the pointer that drags it', () => {
    renderWith({});
    const track = slider().parentElement!;
    vi.spyOn(track, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 400, 56));
    fireEvent.pointerDown(track, { button: 0, clientX: 200 });
    expect(cursor()).toBe(5000);
    fireEvent.pointerMove(track, { clientX: 300 });
    expect(cursor()).toBe(10_000);
    fireEvent.pointerMove(track, { clientX: -300 });
    expect(cursor()).toBe(0);
    fireEvent.pointerMove(track, { clientX: 400 });
    fireEvent.pointerUp(track);
    fireEvent.pointerMove(track, { clientX: 200 });
    expect(cursor()).toBe(15_000);
    // Pointed at, but not dragged.
    expect(viewer.getSnapshot().hoveredStep).toBe(5000);
    fireEvent.pointerLeave(track);
    expect(viewer.getSnapshot().hoveredStep).toBeNull();
  });

  it('snaps to the steps that were kept, and says so', async () => {
    timeline.change({ kept: [0, 500, 2000, 20_000], keyframes: 4 });
    renderWith({});
    expect(screen.getByText('4 steps were kept; the handle snaps to the nearest.')).toBeVisible();
    const track = slider().parentElement!;
    vi.spyOn(track, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 56));
    fireEvent.pointerDown(track, { button: 0, clientX: 60 });
    expect(cursor()).toBe(2000);
    slider().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(cursor()).toBe(500);
    await userEvent.keyboard('{End}{PageDown}');
    expect(cursor()).toBe(2000);
  });
});

describe('a scrubber', () => {
  it('goes to a typed step, refuses others in words, and gives the former back', async () => {
    renderWith({});
    const field = screen.getByRole('spinbutton', { name: 'step' });
    await userEvent.clear(field);
    await userEvent.type(field, '4,310{Enter}');
    expect(cursor()).toBe(4310);
    await userEvent.clear(field);
    await userEvent.type(field, '20001');
    expect(screen.getByRole('alert')).toHaveTextContent('A step is a whole number from 0 to 20,000.');
    await userEvent.keyboard('{Enter}');
    expect(cursor()).toBe(4310);
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('4,310');
    await userEvent.keyboard('{ArrowUp}');
    expect(cursor()).toBe(4311);
  });

  it('steps, plays in both directions at the chosen speed, and pauses', async () => {
    renderWith({});
    const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
    await press('One step back');
    expect(cursor()).toBe(19_999);
    await press('One step on');
    expect(cursor()).toBe(20_000);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'speed' }), '1,000 steps/s');
    await press('Play backwards');
    // Far enough from the end, so that playing on does not arrive there.
    await waitFor(() => expect(cursor()).toBeLessThan(19_700));
    expect(screen.queryByRole('button', { name: 'Play backwards' })).not.toBeInTheDocument();
    await press('Pause playing');
    const at = Number(cursor());
    await press('Play');
    await waitFor(() => expect(cursor()).toBeGreaterThan(at));
    slider().focus();
    await userEvent.keyboard(' ');
    expect(screen.queryByRole('button', { name: 'Pause playing' })).not.toBeInTheDocument();
  });

  it('returns to the latest step with Live', async () => {
    renderWith({});
    const live = screen.getByRole('button', { name: 'Live' });
    expect(live).toHaveAttribute('aria-pressed', 'true');
    act(() => viewer.setCursor(12));
    expect(live).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(live);
    expect(cursor()).toBe('live');
  });

  it('draws the cost in miniature', () => {
    const source = renderWith({});
    expect(source.watched()).toEqual([{ kind: 'scalars', points: 512 }]);
    source.send(costs({ kind: 'scalars', range: 'all' }));
    const lines = document.querySelectorAll('[data-part="line"]');
    // Ahead of the handle and behind it.
    expect(lines).toHaveLength(2);
    expect(lines[0]!.getAttribute('d')).toMatch(/^M5,6 10,/);
  });

  it('marks the changes by hand with words, and leads there', async () => {
    renderWith({
      snapshot: { step: 0 },
      journal: [
        { step: 1200, change: { kind: 'hyperparameters', learningRate: 0.1 } },
        { step: 5000, change: { kind: 'hyperparameters', learningRate: 0.05, momentum: 0.9 } },
        { step: 9000, change: { kind: 'parameter', index: 4, value: 0.25 } },
        { step: 9500, change: { kind: 'parameter', index: 7, value: -1 } },
        { step: 12_000, change: { kind: 'seed', seed: 8 } },
      ],
    });
    const marks = within(screen.getByRole('list', { name: 'Changes by hand' })).getAllByRole('button');
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'Learning rate 0.5 → 0.1 at step 1,200',
      '2 changes: Learning rate 0.1 → 0.05 at step 5,000; Momentum 0 → 0.9 at step 5,000',
      'Weight from input neuron 2 to hidden 1 neuron 2 set to 0.25 at step 9,000',
      'Bias of hidden 1 neuron 2 set to −1 at step 9,500',
      'Rows drawn with seed 8 from step 12,000',
    ]);
    await userEvent.click(marks[0]!);
    expect(cursor()).toBe(1200);
  });

  it('tells how long a step will take, where it takes long', async () => {
    renderWith({});
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => timeline.change({ seeks: [{ step: 4310, expectedMs: 2400 }] }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Computing step 4,310: about 3 s.'));
    act(() => timeline.change({ seeks: [{ step: 4311, expectedMs: 20 }] }));
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
  });

  it('says why where there is nothing to scrub', () => {
    render(<TimelineScrubber source={scriptedSource()} />);
    expect(screen.getByRole('status')).toHaveTextContent('This source shows its current step only');
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });

  it('can have a cursor of its own, and reports it', async () => {
    const onCursorChange = vi.fn();
    renderWith({}, <TimelineScrubber defaultCursor={100} onCursorChange={onCursorChange} />);
    slider().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onCursorChange).toHaveBeenCalledExactlyOnceWith(101);
    expect(slider()).toHaveAttribute('aria-valuenow', '101');
    expect(cursor()).toBe('live');
  });
});

/** Frames of a step, for everything that a graph and a heat map watch of the small network. */
function sendStep(source: ScriptedSource, step: number): void {
  const layers = [Float32Array.of(0, 1), Float32Array.of(0.1, 0.9, 0.5), Float32Array.of(0.2, 0.8)];
  const base = { runId: 'run', step } as const;
  source.send({ kind: 'activations', ...base, activations: layers, preActivations: layers, target: null });
  source.send({
    kind: 'parameters',
    ...base,
    parameters: new Float32Array(17),
    layers: [
      { weights: new Float32Array(0), biases: new Float32Array(0) },
      { weights: new Float32Array(6), biases: new Float32Array(3) },
      { weights: new Float32Array(6), biases: new Float32Array(2) },
    ],
  });
}

describe('pictures of a past step', () => {
  const pictures = (
    <>
      <section aria-label="graph">
        <NetworkGraph />
      </section>
      <section aria-label="heat map">
        <ActivationHeatmap />
      </section>
    </>
  );
  const badges = (): (string | null)[] =>
    ['graph', 'heat map'].map((name) => {
      const badge = screen.getByRole('region', { name }).querySelector<HTMLElement>('.neuroglow__past')!;
      return badge.hidden ? null : badge.textContent;
    });

  it('bear a badge with the step that they show, and none when they show the latest', () => {
    const source = renderWith({}, pictures);
    sendStep(source, 20_000);
    expect(badges()).toEqual([null, null]);
    act(() => viewer.setCursor(4310));
    sendStep(source, 4310);
    expect(badges()).toEqual(['step 4,310 of 20,000', 'step 4,310 of 20,000']);
    // While another step is computed, the badge says what is still drawn.
    act(() => viewer.setCursor(9000));
    expect(badges()).toEqual(['step 4,310 of 20,000', 'step 4,310 of 20,000']);
    act(() => viewer.setCursor('live'));
    expect(badges()).toEqual([null, null]);
  });

  it('commit nothing while the cursor moves from step to step', () => {
    const onRender = vi.fn();
    const source = renderWith(
      {},
      <Profiler id="pictures" onRender={onRender}>
        {pictures}
        <TrainingControls />
      </Profiler>,
    );
    sendStep(source, 20_000);
    act(() => viewer.setCursor(100));
    sendStep(source, 100);
    const before = onRender.mock.calls.length;
    for (let step = 101; step <= 130; step++) {
      act(() => viewer.setCursor(step));
      sendStep(source, step);
    }
    expect(onRender.mock.calls.length).toBe(before);
    expect(badges()).toEqual(['step 130 of 20,000', 'step 130 of 20,000']);
    expect(screen.getByText('Pictures show step 130')).toBeVisible();
  });

  it('two steps stand side by side, each picture with its own', () => {
    const source = renderWith(
      {},
      <>
        <section aria-label="graph">
          <NetworkGraph cursor={100} />
        </section>
        <section aria-label="heat map">
          <ActivationHeatmap defaultCursor={300} />
        </section>
      </>,
    );
    expect(source.watched()).toHaveLength(3);
    act(() => viewer.setCursor(7));
    sendStep(source, 300);
    expect(badges()[1]).toBe('step 300 of 20,000');
  });

  it('the controls lead back', async () => {
    renderWith({}, <TrainingControls />);
    expect(screen.queryByText(/Pictures show/)).not.toBeInTheDocument();
    act(() => viewer.setCursor(12));
    await userEvent.click(screen.getByRole('button', { name: 'Live' }));
    expect(cursor()).toBe('live');
    expect(screen.queryByText(/Pictures show/)).not.toBeInTheDocument();
  });
});

describe('a scrubber that looks for drops', () => {
  const drop = (from: number, steepest: number, to: number): Drop => ({
    ...{ from, to, steepest, fall: 1, share: 0.4, fromStart: false, provisional: false },
  });
  const found: DropsFrame = {
    ...{ kind: 'drops', runId: 'run', step: 20_000, drops: [drop(1000, 1500, 2000), drop(9000, 9100, 9800)] },
    cost: { name: 'cost', points: 200, every: 100, window: 100 },
  };
  const read = (view: View): ScalarsFrame | DropsFrame => (view.kind === 'drops' ? found : costs(view));
  const renderDrops = (): ScriptedSource => {
    const source = renderWith({ read }, <TimelineScrubber drops={{ window: 5 }} />);
    source.send(found);
    return source;
  };

  it('lists them, and goes to the one pressed', async () => {
    const source = renderDrops();
    expect(source.watched()).toContainEqual({ kind: 'drops', window: 5, finished: false });
    const list = await screen.findByRole('list', { name: 'Drops of the cost' });
    const second = within(list).getByRole('button', { name: /^Drop 2: steps 9,000 to 9,800, / });
    await userEvent.click(second);
    expect(cursor()).toBe(9100);
    expect(second).toHaveAttribute('aria-pressed', 'true');
  });

  it('goes to the drop before and after the step shown, and no further', async () => {
    renderDrops();
    const before = await screen.findByRole('button', { name: 'Previous drop' });
    const after = screen.getByRole('button', { name: 'Next drop' });
    await waitFor(() => expect(before).toBeEnabled());
    expect(after).toBeDisabled();
    await userEvent.click(before);
    expect(cursor()).toBe(9100);
    await userEvent.click(before);
    expect(cursor()).toBe(1500);
    expect(before).toBeDisabled();
    await userEvent.click(after);
    expect(cursor()).toBe(9100);
  });

  it('plays through a drop in slow motion, from its first step', async () => {
    renderDrops();
    act(() => viewer.setCursor(1500));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Slow motion' })).toBeEnabled());
    fireEvent.click(screen.getByRole('button', { name: 'Slow motion' }));
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Pause playing' }).length).toBeGreaterThan(0));
    expect(cursor()).toBeGreaterThanOrEqual(1000);
    expect(cursor()).toBeLessThan(1500);
  });

  it('says that there is none, or why none can be found', async () => {
    const source = renderWith({ read }, <TimelineScrubber drops />);
    source.send({ ...found, drops: [] });
    expect(await screen.findByText('No drop so far.')).toBeVisible();
  });
});
