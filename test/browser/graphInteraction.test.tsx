import { ActivationHeatmap, NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import {
  createNetwork,
  createTraining,
  forward,
  networkOf,
  NeuroglowProvider,
  type NeuroglowProviderProps,
  type TrainingOptions,
  type TrainingSession,
} from '@neuroglow/engine';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hands, middleOf, type Point } from './hands.js';

const sessions: TrainingSession[] = [];

beforeEach(() => {
  window.scrollTo(0, 0);
});
afterEach(async () => {
  cleanup();
  for (const session of sessions.splice(0)) session.dispose();
  await hands.prefer({});
});

function realSession(options: Pick<TrainingOptions, 'timeline'> = {}): TrainingSession {
  const session = createTraining({
    ...options,
    network: createNetwork({ layers: [2, 3, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 5 }),
    dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
    seed: 5,
  });
  sessions.push(session);
  return session;
}

function values() {
  const network = createNetwork({ layers: [4, 5, 3], outputActivation: 'softmax', seed: 2 });
  return { network, ...forward(network, Float32Array.of(1, 0, 0.5, 0.2)) };
}

/** The picture is drawn, and nothing moves any more. */
const settled = async (): Promise<void> => {
  await screen.findByText(/\d+ of \d+ connections/, {}, { timeout: 15_000 });
  await new Promise((resolve) => setTimeout(resolve, 250));
};

function show(props: NetworkGraphProps, provider: NeuroglowProviderProps = { children: null }) {
  const { container } = render(
    <div style={{ width: 380, height: 3000 }}>
      <NeuroglowProvider {...provider}>
        <NetworkGraph aspect={1} {...props} />
      </NeuroglowProvider>
    </div>,
  );
  const stage = container.querySelector<HTMLElement>('.neuroglow-network-graph__stage')!;
  return {
    container,
    stage,
    canvas: stage.querySelector('canvas')!,
    tooltip: () => container.querySelector<HTMLElement>('.neuroglow__tooltip')!,
  };
}

const neuron = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const first = /^hidden 1: layer 2 of 3, neuron 1 of/;
const across = (element: Element): number => element.getBoundingClientRect().width;

/** A part of the picture, as shares of its width and height. */
interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The middle of the gap between inputs and hidden neurons. */
const gap: Part = { left: 0.25, right: 0.35, top: 0, bottom: 1 };
/** Before the hidden neurons: where the lines to the first of five run, and where only lines to the last three do. */
const toFirst: Part = { left: 0.25, right: 0.35, top: 0.1, bottom: 0.4 };
const toOthers: Part = { left: 0.25, right: 0.35, top: 0.5, bottom: 0.9 };

/** The sum of the pixels' opacity. */
function inkOf(canvas: HTMLCanvasElement, { left, right, top, bottom }: Part = gap): number {
  const { width, height } = canvas;
  const copy = new OffscreenCanvas(width, height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  const [x, y] = [Math.round(width * left), Math.round(height * top)];
  const { data } = copy.getImageData(x, y, Math.round(width * right) - x, Math.round(height * bottom) - y);
  let ink = 0;
  for (let at = 3; at < data.length; at += 4) ink += data[at]!;
  return ink;
}

describe('zoom and pan', () => {
  it('zooms by the wheel about what is pointed at, and keeps the page where it is', async () => {
    const { stage } = show({ values: values(), zoomable: true });
    await settled();
    const before = across(neuron(first));
    const target = middleOf(neuron(first));
    await hands.wheel(target, -240);
    await waitFor(() => expect(across(neuron(first))).toBeGreaterThan(before * 1.4));
    const now = middleOf(neuron(first));
    expect(Math.hypot(now.x - target.x, now.y - target.y)).toBeLessThan(3);
    expect(window.scrollY).toBe(0);
    await hands.wheel(middleOf(stage), 2000);
    await waitFor(() => expect(across(neuron(first))).toBeCloseTo(before));
  });

  it('leaves the wheel to the page where zooming was not asked for', async () => {
    const { stage } = show({ values: values() });
    await settled();
    const before = across(neuron(first));
    await hands.wheel(middleOf(stage), 200);
    await waitFor(() => expect(window.scrollY).toBeGreaterThan(100));
    expect(across(neuron(first))).toBeCloseTo(before);
  });

  it('zooms by two fingers', async () => {
    const { stage } = show({ values: values(), zoomable: true });
    await settled();
    const before = across(neuron(first));
    const { x, y } = middleOf(stage);
    const way = (sign: number): Point[] => [20, 30, 45, 60, 80].map((away) => ({ x: x + sign * away, y }));
    await hands.fingers(way(-1), way(1));
    await waitFor(() => expect(across(neuron(first))).toBeGreaterThan(before * 2));
  });

  it('pans by dragging, without selecting what was dragged', async () => {
    const { stage } = show({ values: values(), zoomable: true });
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    const start = middleOf(neuron(first));
    await hands.press(start);
    for (const step of [4, 10, 20, 30]) await hands.dragTo({ x: start.x - step, y: start.y });
    await hands.release({ x: start.x - 30, y: start.y });
    await waitFor(() => expect(middleOf(neuron(first)).x).toBeCloseTo(start.x - 30, 0));
    expect(neuron(first)).toHaveAttribute('aria-pressed', 'false');
    expect(stage.querySelector('[aria-pressed="true"]')).toBeNull();
  });

  it('zooms and pans by keys', async () => {
    show({ values: values(), zoomable: true });
    await settled();
    const before = across(neuron(first));
    act(() => neuron(first).focus());
    await userEvent.keyboard('++');
    expect(across(neuron(first))).toBeCloseTo(before * 1.69, 0);
    const { x } = middleOf(neuron(first));
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(middleOf(neuron(first)).x).toBeCloseTo(x - 48, 0);
    await userEvent.keyboard('0');
    expect(across(neuron(first))).toBeCloseTo(before);
  });
});

describe('pointing, focusing and tapping', () => {
  it('do the same: the arithmetic is shown, the neuron’s connections stay lit and the others dim', async () => {
    const { canvas, tooltip } = show({ values: values() });
    await settled();
    const lines = inkOf(canvas, toFirst);
    const others = inkOf(canvas, toOthers);
    const seen: string[] = [];
    const look = async (): Promise<void> => {
      await waitFor(() => expect(tooltip()).toBeVisible());
      await expect.poll(() => inkOf(canvas, toOthers)).toBeLessThan(others * 0.4);
      expect(inkOf(canvas, toFirst)).toBeGreaterThan(lines * 0.95);
      seen.push(tooltip().textContent);
    };
    await hands.move(middleOf(neuron(first)));
    await look();
    await hands.move({ x: 1, y: 1200 });
    await waitFor(() => expect(tooltip()).not.toBeVisible());
    await expect.poll(() => inkOf(canvas, toOthers)).toBeGreaterThan(others * 0.95);

    act(() => neuron(first).focus());
    await look();
    act(() => neuron(first).blur());
    await waitFor(() => expect(tooltip()).not.toBeVisible());

    await hands.tap(middleOf(neuron(first)));
    await look();
    expect(seen[0]).toMatch(/^hidden 1 · neuron 1Σ w·a \+ b = .*sigmoid\(/);
    expect(new Set(seen).size).toBe(1);
    // A tap selects as a click does.
    expect(neuron(first)).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('linked pictures', () => {
  it('select the same neuron, whichever of them it was picked in', async () => {
    const session = realSession();
    render(
      <div style={{ width: 380 }}>
        <NeuroglowProvider source={session} defaultInput={{ sample: 1 }}>
          <NetworkGraph legend={false} />
          <ActivationHeatmap />
        </NeuroglowProvider>
      </div>,
    );
    await hands.click(middleOf(await screen.findByRole('button', { name: first })));
    await waitFor(() => expect(neuron(first)).toHaveAttribute('aria-pressed', 'true'));
    const list = screen.getByRole('grid', { name: /hidden 1/ });
    await waitFor(() => expect(list.querySelectorAll('[class*="__selected"]')).toHaveLength(1));
    act(() => screen.getByRole('grid', { name: /hidden 1/ }).focus());
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(neuron(/^hidden 1: layer 2 of 3, neuron 2 of/)).toHaveAttribute('aria-pressed', 'true'));
    expect(neuron(first)).toHaveAttribute('aria-pressed', 'false');
  });
});

describe('the change of activations', () => {
  it('is counted from step 0 long after it, for whatever input, and anew after a reset', async () => {
    const session = realSession();
    await session.step(500);
    const view = (sample: number) => ({ kind: 'activations', input: { sample } }) as const;
    const now = (await session.read(view(2))).activations[2]![0]!;
    const { rerender } = render(<NetworkGraph source={session} neuronColor="change" input={{ sample: 2 }} />);
    const change = async (): Promise<number> => {
      const button = await screen.findByRole('button', { name: /^output: .*change of activation −?[\d.]+/ });
      return Number(/change of activation (\S+)/.exec(button.getAttribute('aria-label')!)![1]!.replace('−', '-'));
    };
    const first = await session.read({ kind: 'parameters' }, { at: 0 });
    expect(first.step).toBe(0);
    const start = networkOf(session.network, first.parameters);
    const before = forward(start, Float32Array.of(1, 0)).activations[2]![0]!;
    expect(Math.abs(now - before)).toBeGreaterThan(0.05);
    await expect.poll(change).toBeCloseTo(now - before, 2);
    rerender(<NetworkGraph source={session} neuronColor="change" input={{ sample: 0 }} />);
    const other = (await session.read(view(0))).activations[2]![0]!;
    const otherBefore = forward(start, Float32Array.of(0, 0)).activations[2]![0]!;
    await expect.poll(change).toBeCloseTo(other - otherBefore, 2);
    await session.reset();
    await expect.poll(change).toBe(0);
  });

  it('is counted from any step of the run', async () => {
    const session = realSession();
    await session.step(50);
    const view = { kind: 'activations', input: { sample: 2 } } as const;
    const [now, then] = await Promise.all([session.read(view), session.read(view, { at: 20 })]);
    render(<NetworkGraph source={session} neuronColor="change" changeSince={20} input={{ sample: 2 }} />);
    const change = async (): Promise<number> => {
      const button = await screen.findByRole('button', { name: /^output: .*change of activation −?[\d.]+/ });
      return Number(/change of activation (\S+)/.exec(button.getAttribute('aria-label')!)![1]!.replace('−', '-'));
    };
    await expect.poll(change).toBeCloseTo(now.activations[2]![0]! - then.activations[2]![0]!, 2);
  });

  it('since a step that a run without a timeline has passed is refused in words', async () => {
    const session = realSession({ timeline: false });
    await session.step(50);
    render(<NetworkGraph source={session} neuronColor="change" changeSince={20} input={{ sample: 2 }} />);
    expect(
      await screen.findByText(
        /^The change of activations cannot be shown\. .*expected a step that can be shown, .*got 20/,
      ),
    ).toBeVisible();
  });
});

describe('a bias changed by hand', () => {
  const selection = { neurons: [{ layer: 1, neuron: 0 }], samples: [] };

  async function editable() {
    const session = realSession();
    const shown = show(
      { editable: true },
      { children: null, source: session, defaultSelection: selection, defaultInput: { sample: 2 } },
    );
    await screen.findByRole('button', { name: /^hidden 1: .*neuron 1 of 3, activation/ }, { timeout: 15_000 });
    await waitFor(() => expect(neuron(/^hidden 1: .*neuron 1 of 3, activation .*bias 0/)).toBeVisible());
    await screen.findByRole('form');
    return { session, ...shown };
  }

  it('is tried out while a selected neuron is dragged, and journaled once when it is let go', async () => {
    const { session, tooltip } = await editable();
    const start = middleOf(neuron(first));
    await hands.press(start);
    for (let step = 5; step <= 60; step += 5) await hands.dragTo({ x: start.x, y: start.y - step });
    await waitFor(() => expect(tooltip().textContent).toMatch(/\+ 0\.6 = /));
    expect(session.journal).toEqual([]);
    await hands.release({ x: start.x, y: start.y - 60 });
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal[0]!.change).toEqual({ kind: 'parameter', index: 6, value: 0.6 });
    // A drag is no click: the neuron stays selected.
    expect(neuron(first)).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(neuron(/^hidden 1: .*neuron 1 of 3, activation .*bias 0\.6/)).toBeVisible());
  });

  it('is dragged by a finger without scrolling the page', async () => {
    const { session } = await editable();
    const { x, y } = middleOf(neuron(first));
    await hands.fingers([0, 10, 20, 30, 40, 50].map((down) => ({ x, y: y + down })));
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal[0]!.change).toEqual({ kind: 'parameter', index: 6, value: -0.5 });
    expect(window.scrollY).toBe(0);
  });

  it('is taken back by Escape', async () => {
    const { session, tooltip } = await editable();
    const start = middleOf(neuron(first));
    await hands.press(start);
    for (let step = 5; step <= 40; step += 5) await hands.dragTo({ x: start.x, y: start.y - step });
    await waitFor(() => expect(tooltip().textContent).toMatch(/\+ 0\.4 = /));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(tooltip().textContent).toMatch(/\+ 0 = /));
    await hands.release({ x: start.x, y: start.y - 40 });
    await session.step();
    expect(session.journal).toEqual([]);
  });

  it('is changed while training runs, and the end value arrives', async () => {
    const { session } = await editable();
    await session.start();
    const start = middleOf(neuron(first));
    await hands.press(start);
    for (let step = 5; step <= 80; step += 5) await hands.dragTo({ x: start.x, y: start.y - step });
    await hands.release({ x: start.x, y: start.y - 80 });
    await waitFor(() => expect(session.journal).toHaveLength(1));
    await session.pause();
    expect(session.journal).toHaveLength(1);
    expect(session.journal[0]!.step).toBeGreaterThan(0);
  });
});

describe('a pass', () => {
  it('plays layer by layer, stops at its last stop, and is gone when it is done', async () => {
    const { canvas } = show({ values: values(), pass: 'forward' });
    await expect.poll(() => inkOf(canvas)).toBeGreaterThan(0);
    const said: string[] = [];
    const status = screen.getByRole('group', { name: 'Pass' }).querySelector('[role="status"]')!;
    const observer = new MutationObserver(() => {
      if (status.textContent !== said.at(-1)) said.push(status.textContent);
    });
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    await userEvent.click(screen.getByRole('button', { name: 'Play the pass' }));
    expect(screen.getByRole('button', { name: 'Stop the pass' })).toBeVisible();
    await screen.findByRole('button', { name: 'Play the pass' }, { timeout: 10_000 });
    expect(said).toEqual(['forward: input', 'forward: hidden 1', 'forward: output']);
    expect(document.querySelectorAll('.neuroglow-network-graph__note')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(document.querySelectorAll('.neuroglow-network-graph__note')).toHaveLength(0);
    observer.disconnect();
  });

  it('lights connections only as far as it has come', async () => {
    const { canvas } = show({ values: values(), pass: 'forward' });
    await settled();
    const whole = inkOf(canvas);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await expect.poll(() => inkOf(canvas)).toBeLessThan(whole * 0.5);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await expect.poll(() => inkOf(canvas)).toBeGreaterThan(whole * 0.7);
  });

  it('does not play where motion is unwanted, and jumps a stop at a time', async () => {
    await hands.prefer({ 'prefers-reduced-motion': 'reduce' });
    show({ values: values(), pass: 'forward' });
    await screen.findByRole('button', { name: first });
    expect(screen.queryByRole('button', { name: 'Play the pass' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('forward: input');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(screen.getByText('forward: input')).toBeVisible();
  });
});
