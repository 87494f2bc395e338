import { NetworkGraph } from '@neuroglow/components';
import {
  createNetwork,
  createTraining,
  forward,
  NeuroglowProvider,
  type ParameterReference,
  type TrainingSession,
} from '@neuroglow/engine';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditQueue } from '../../packages/components/src/NetworkGraph/editing/editQueue.js';
import { Preview } from '../../packages/components/src/NetworkGraph/editing/preview.js';
import { noNumbers, type GraphNumbers } from '../../packages/components/src/NetworkGraph/quantities/numbers.js';
import { numbersOf } from '../../packages/components/src/NetworkGraph/quantities/values.js';
import { createNumbersStore } from '../../packages/components/src/NetworkGraph/quantities/numbersStore.js';
import { scriptedSource } from './scriptedSource.js';

const sessions: TrainingSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

function realSession(): TrainingSession {
  const session = createTraining({
    network: createNetwork({ layers: [2, 3, 1], seed: 5 }),
    dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
    seed: 5,
    worker: false,
  });
  sessions.push(session);
  return session;
}

function show(source: TrainingSession) {
  render(
    <NeuroglowProvider
      source={source}
      defaultInput={{ sample: 2 }}
      defaultSelection={{ neurons: [{ layer: 1, neuron: 0 }], samples: [] }}
    >
      <NetworkGraph editable />
    </NeuroglowProvider>,
  );
}

const neuron = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const first = /^hidden 1: layer 2 of 3, neuron 1 of 3/;
/** b₁ of the first hidden neuron in the flat parameters: after 2 × 3 weights. */
const index = 6;

describe('editing through a real session', () => {
  it('journals a bias stepped by keys once, when they are let go', async () => {
    const session = realSession();
    show(session);
    await screen.findByRole(
      'button',
      { name: /^hidden 1: .*neuron 1 of 3, activation [\d.]+, bias 0$/ },
      { timeout: 5000 },
    );
    await screen.findByRole('form');
    act(() => neuron(first).focus());
    for (let press = 0; press < 5; press++) fireEvent.keyDown(neuron(first), { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(neuron(first), { key: 'ArrowDown', altKey: true, shiftKey: true });
    expect(session.journal).toEqual([]);
    expect(screen.getByText('bias of neuron 1: 0.49')).toBeInTheDocument();
    fireEvent.keyUp(neuron(first), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal).toEqual([{ step: 0, change: { kind: 'parameter', index, value: 0.49 } }]);
    fireEvent.keyUp(neuron(first), { key: 'Alt' });
    const { layers } = await session.read({ kind: 'parameters' });
    expect(layers[1]!.biases[0]).toBe(Math.fround(0.49));
    expect(session.journal).toHaveLength(1);
  });

  it('takes back with Escape what was not finished', async () => {
    const session = realSession();
    show(session);
    await screen.findByRole(
      'button',
      { name: /^hidden 1: .*neuron 1 of 3, activation [\d.]+, bias 0$/ },
      { timeout: 5000 },
    );
    await screen.findByRole('form');
    act(() => neuron(first).focus());
    fireEvent.keyDown(neuron(first), { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(neuron(first), { key: 'Escape' });
    fireEvent.keyUp(neuron(first), { key: 'Alt' });
    await session.step();
    expect(session.journal).toEqual([]);
    // Escape took back the change, and left the selection.
    expect(neuron(first)).toHaveAttribute('aria-pressed', 'true');
  });

  it('tries a bias out on the present state while training goes on, not on that of the beginning', async () => {
    const session = realSession();
    show(session);
    await screen.findByRole(
      'button',
      { name: /^hidden 1: .*neuron 1 of 3, activation [\d.]+, bias 0$/ },
      { timeout: 5000 },
    );
    const second = /^hidden 1: layer 2 of 3, neuron 2 of 3, activation ([\d.]+)/;
    const activation = (): string => second.exec(neuron(second).getAttribute('aria-label') ?? '')?.[1] ?? '';
    await screen.findByRole('form');
    act(() => neuron(first).focus());
    fireEvent.keyDown(neuron(first), { key: 'ArrowUp', altKey: true });
    const before = activation();
    await session.step(400);
    await waitFor(() => expect(activation()).not.toBe(before));
    // The bias in hand stays as it is held.
    await waitFor(() => expect(neuron(first)).toHaveAccessibleName(/bias 0\.1$/));
    expect(session.journal).toEqual([]);
    fireEvent.keyUp(neuron(first), { key: 'Alt' });
    await waitFor(() => expect(session.journal).toHaveLength(1));
  });

  it('journals a typed value at the step at which it took effect', async () => {
    const session = realSession();
    await session.step(3);
    show(session);
    const field = await screen.findByRole('spinbutton', { name: 'bias' });
    act(() => field.focus());
    fireEvent.input(field, { target: { value: '1.25' } });
    fireEvent.blur(field);
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal[0]).toEqual({ step: 3, change: { kind: 'parameter', index, value: 1.25 } });
  });

  it('takes a minus as pictures write it, keeps a half-typed one and logs nothing', async () => {
    const logged = vi.spyOn(console, 'error');
    const session = realSession();
    show(session);
    const field = await screen.findByRole('spinbutton', { name: 'bias' });
    act(() => field.focus());
    fireEvent.input(field, { target: { value: '–' } });
    expect(field).toHaveValue('–');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    fireEvent.input(field, { target: { value: '−1,5' } });
    fireEvent.blur(field);
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal[0]).toEqual({ step: 0, change: { kind: 'parameter', index, value: -1.5 } });
    expect(logged).not.toHaveBeenCalled();
  });

  it('steps the typed number by a tenth with the arrow keys', async () => {
    const session = realSession();
    show(session);
    const field = await screen.findByRole('spinbutton', { name: 'bias' });
    act(() => field.focus());
    fireEvent.input(field, { target: { value: '0.4' } });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    await waitFor(() => expect(session.journal).toHaveLength(1));
    expect(session.journal[0]).toEqual({ step: 0, change: { kind: 'parameter', index, value: 0.3 } });
  });

  it('gives sliders a place in the order of the Tab key', async () => {
    show(realSession());
    for (const slider of await screen.findAllByRole('slider')) {
      expect(slider.tabIndex).toBe(0);
      expect(slider).toHaveAccessibleName(/bias|weight/);
    }
  });

  it('tells screen readers how', async () => {
    show(realSession());
    await screen.findByRole('form');
    expect(screen.getByRole('group', { name: 'hidden 1, 3 neurons' })).toHaveAccessibleDescription(
      /Alt with arrow up or down changes the bias/,
    );
  });

  it('says what to do while nothing is selected, and shows nothing where nothing can be steered', async () => {
    const { rerender } = render(<NetworkGraph source={scriptedSource()} editable />);
    expect(await screen.findByText('Select a neuron to change its bias and weights.')).toBeInTheDocument();
    rerender(<NetworkGraph source={scriptedSource({ controls: false })} editable />);
    expect(screen.queryByText('Select a neuron to change its bias and weights.')).toBeNull();
  });
});

describe('the queue of edits', () => {
  const bias = { kind: 'bias', layer: 1, neuron: 0 } as const;

  it('has one edit under way, skips what was overtaken, and always delivers the last', async () => {
    const taken: (readonly [ParameterReference, number])[] = [];
    const open: (() => void)[] = [];
    const queue = createEditQueue((parameter, value) => {
      taken.push([parameter, value]);
      return new Promise((resolve) => open.push(() => resolve(scriptedSource().getSnapshot())));
    });
    const sent = [0.1, 0.2, 0.3].map((value) => queue.send(bias, value));
    const other = queue.send({ kind: 'weight', layer: 1, input: 0, neuron: 0 }, 7);
    expect(taken.map(([, value]) => value)).toEqual([0.1]);
    open.shift()!();
    await vi.waitFor(() => expect(taken).toHaveLength(2));
    expect(taken[1]).toEqual([bias, 0.3]);
    open.shift()!();
    await vi.waitFor(() => expect(taken).toHaveLength(3));
    expect(taken[2]![1]).toBe(7);
    open.shift()!();
    await Promise.all([...sent, other]);
  });
});

describe('a preview', () => {
  it('computes what the engine would with the parameter changed, and leaves its numbers alone', () => {
    const network = createNetwork({ layers: [2, 3, 1], seed: 5 });
    const input = Float32Array.of(1, 0);
    const { activations, preActivations } = forward(network, input);
    const base = numbersOf({ network, activations, preActivations });
    const shown = new Preview(base, network).with({ kind: 'weight', layer: 2, input: 1, neuron: 0 }, 2.5);
    expect(network.layers[2]!.weights[1]).not.toBe(2.5);
    const changed = createNetwork({ layers: [2, 3, 1], parameters: [...network.parameters] });
    changed.layers[2]!.weights[1] = 2.5;
    expect(shown.activations![2]).toEqual(forward(changed, input).activations[2]);
    expect(shown.activations![2]).not.toEqual(activations[2]);
  });
});

describe('the store of numbers', () => {
  const at = (step: number): GraphNumbers => ({ ...noNumbers, runId: 'a', step });

  it('shows what a function makes of the latest, made once and only when looked at', () => {
    const store = createNumbersStore();
    store.update(at(1));
    const make = vi.fn((latest: GraphNumbers) => ({ ...latest, target: Float32Array.of(latest.step) }));
    store.hold(make);
    expect(store.get().target).toEqual(Float32Array.of(1));
    store.update(at(2));
    store.update(at(3));
    expect(store.get().target).toEqual(Float32Array.of(3));
    expect(store.get()).toBe(store.get());
    expect(make).toHaveBeenCalledTimes(2);
    store.release();
    expect(store.get().target).toBeNull();
  });

  it('keeps what was held until something newer comes', () => {
    const store = createNumbersStore();
    store.update(at(1));
    store.hold({ ...at(1), target: Float32Array.of(7) });
    store.release(true);
    expect(store.get().target).toEqual(Float32Array.of(7));
    store.hold({ ...at(1), target: Float32Array.of(8) });
    store.update({ ...at(2), target: null });
    store.release(true);
    expect(store.get().target).toBeNull();
  });
});
