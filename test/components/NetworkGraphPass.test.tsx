import { NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import {
  backward,
  createNetwork,
  createTraining,
  momentum,
  NeuroglowError,
  NeuroglowProvider,
  sgd,
  type Gradients,
  type Optimizer,
  type TrainingSession,
} from '@neuroglow/engine';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFrames } from '../../packages/components/src/NetworkGraph/quantities/graphFrames.js';
import { noNumbers } from '../../packages/components/src/NetworkGraph/quantities/numbers.js';
import { readPass } from '../../packages/components/src/NetworkGraph/pass/readPass.js';
import { numberFormat } from '../../packages/components/src/shared/number.js';
import { scriptedSource } from './scriptedSource.js';

const inputs = Float32Array.of(0.4, -1.2);
const targets = Float32Array.of(1, 0);
const rate = 0.5;
const say = (value: number): string => numberFormat().value(value);

const sessions: TrainingSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

/** One row is the whole data set: a step's gradient is the gradient of the input that a pass shows. */
function oneRow(optimizer: Optimizer = sgd({ learningRate: rate })): TrainingSession {
  const session = createTraining({
    network: createNetwork({ layers: [2, 3, 2], activation: 'tanh', outputActivation: 'sigmoid', seed: 3 }),
    dataset: { inputs, targets, rows: 1 },
    cost: 'meanSquaredError',
    optimizer,
    batchSize: 1,
    seed: 3,
    worker: false,
  });
  sessions.push(session);
  return session;
}

/** The engine's own pass of that row through the session's network as it is now. */
async function ownPass(session: TrainingSession): Promise<Gradients & { readonly biases: readonly Float32Array[] }> {
  const { layers, parameters } = await session.read({ kind: 'parameters' });
  const network = createNetwork({
    layers: [2, 3, 2],
    activation: 'tanh',
    outputActivation: 'sigmoid',
    parameters: [...parameters],
  });
  return {
    ...backward(network, { inputs, targets, rows: 1 }, 'meanSquaredError'),
    biases: layers.map(({ biases }) => biases),
  };
}

/** The notes of a layer in the forward pass, in the form that has room there. */
function arithmetic(
  { preActivations, activations, biases }: Awaited<ReturnType<typeof ownPass>>,
  layer: number,
  f: string,
  form: 'full' | 'sum' | 'lines',
): string[] {
  return [...preActivations[layer]!].map((z, j) => {
    const b = biases[layer]![j]!;
    const sum = `${say(z - b)} ${b < 0 ? '−' : '+'} ${say(Math.abs(b))} = ${say(z)}`;
    const before = form === 'full' ? 'Σ w·a + b = ' : '';
    return `${before}${sum} ${f}(${form === 'lines' ? 'z' : say(z)}) = ${say(activations[layer]![j]!)}`;
  });
}

function show(source: TrainingSession, props: NetworkGraphProps = {}) {
  const { container } = render(
    <NeuroglowProvider source={source} defaultInput={{ sample: 0 }}>
      <NetworkGraph pass="training" {...props} />
    </NeuroglowProvider>,
  );
  return {
    /** Says what stands beside the neurons, in their order. */
    notes: () =>
      [...container.querySelectorAll('.neuroglow-network-graph__note')].map((note) =>
        [...note.children].map((line) => line.textContent).join(' '),
      ),
    tooltip: () => container.querySelector('.neuroglow__tooltip')?.textContent ?? '',
    next: () => {
      fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    },
    stop: (words: string | RegExp) => screen.findByText(words),
  };
}

describe('a training pass on the picture', () => {
  it(
    'shows Σ w·a + b = z and f(z) = a in the forward pass, a beside its target and the cost, δ going back: the engine’s own numbers',
    { timeout: 60_000 },
    async () => {
      const session = oneRow();
      await session.step(3);
      const own = await ownPass(session);
      const { notes, next, stop } = show(session);

      next();
      await stop('step 3 · forward: input');
      // The code of the notes is fetched.
      await waitFor(() => expect(notes()).toEqual([...inputs].map(say)), { timeout: 15_000 });
      next();
      await stop('step 3 · forward: hidden 1');
      expect(notes()).toEqual(arithmetic(own, 1, 'tanh', 'lines'));
      next();
      await stop('step 3 · forward: output');
      expect(notes()).toEqual(arithmetic(own, 2, 'sigmoid', 'sum'));
      next();
      await stop(`step 3 · cost: C = ${say(own.cost)}`);
      expect(notes()).toEqual([
        ...[0, 1].map((j) => `${say(own.activations[2]![j]!)} y ${say(targets[j]!)}`),
        `C = ${say(own.cost)}`,
      ]);
      next();
      await stop('step 3 · backward: output');
      expect(notes()).toEqual([0, 1].map((j) => `δ ${say(own.deltas[2]![j]!)}`));
      next();
      await stop('step 3 · backward: hidden 1');
      expect(notes()).toEqual([0, 1, 2].map((j) => `δ ${say(own.deltas[1]![j]!)}`));
    },
  );

  it('shows in the update what the next step of plain descent really makes of every bias and weight', async () => {
    const session = oneRow();
    const before = await session.read({ kind: 'parameters' });
    const { notes, tooltip, next, stop } = show(session);
    for (let stops = 0; stops < 7; stops++) next();
    await stop(`step 0 · update: w − η·∂C/∂w, η = ${rate}, by this input alone`);
    const shown = notes();
    act(() => screen.getByRole('button', { name: /^hidden 1: layer 2 of 3, neuron 2 of 3/ }).focus());
    const arithmetic = tooltip();

    await session.step();
    const after = await session.read({ kind: 'parameters' });
    const biases = [1, 2].flatMap((l) =>
      [...after.layers[l]!.biases].map((bias, j) => [before.layers[l]!.biases[j]!, bias] as const),
    );
    expect(shown).toHaveLength(biases.length);
    shown.forEach((note, at) => {
      const [was, becomes] = note.replaceAll('−', '-').replace('b ', '').split(' → ').map(Number);
      expect(was).toBeCloseTo(biases[at]![0], 2);
      expect(becomes).toBeCloseTo(biases[at]![1], 2);
      expect(becomes).not.toBe(was);
    });
    // Row 0 of the weights into hidden 1: from input neuron 1 to the second of three.
    const weight = after.layers[1]!.weights[1]!;
    const line = /w from neuron 1: .*? = (−?[\d.]+)/.exec(arithmetic);
    expect(Number(line![1]!.replace('−', '-'))).toBeCloseTo(weight, 2);
  });

  it('says that another optimizer moves weights otherwise', async () => {
    const session = oneRow(momentum({ learningRate: rate }));
    const { next, stop } = show(session);
    for (let stops = 0; stops < 7; stops++) next();
    await stop(/this run’s optimizer or penalty moves weights otherwise/);
  });

  it('holds the numbers of its step while training goes on, and reads anew when it is started again', async () => {
    const session = oneRow();
    const { notes, next, stop } = show(session);
    next();
    next();
    await stop('step 0 · forward: hidden 1');
    const held = notes();
    await act(async () => {
      await session.step(25);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(notes()).toEqual(held);
    next();
    await stop('step 0 · forward: output');
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(notes()).toEqual([]);
    next();
    next();
    await stop('step 25 · forward: hidden 1');
    const own = await ownPass(session);
    expect(notes()).toEqual(arithmetic(own, 1, 'tanh', 'sum'));
    expect(notes()).not.toEqual(held);
  });

  it('ends with the run that it is of', async () => {
    const session = oneRow();
    const { notes, next, stop } = show(session);
    next();
    await stop('step 0 · forward: input');
    await act(async () => {
      await session.reset({ seed: 9 });
    });
    await waitFor(() => expect(screen.queryByText(/forward/)).toBeNull());
    expect(notes()).toEqual([]);
  });

  it('stands under the neurons from top to bottom, a part a line', async () => {
    const session = oneRow();
    const { notes, next, stop } = show(session, { layout: 'top-bottom' });
    next();
    next();
    await stop('step 0 · forward: hidden 1');
    expect(notes()).toEqual(arithmetic(await ownPass(session), 1, 'tanh', 'sum'));
    expect(document.querySelector('.neuroglow-network-graph__note')!.children).toHaveLength(2);
  });

  it('is said by screen readers too', async () => {
    const session = oneRow();
    const own = await ownPass(session);
    const { next, stop } = show(session);
    for (let stops = 0; stops < 6; stops++) next();
    await stop('step 0 · backward: hidden 1');
    expect(
      screen.getByRole('button', { name: new RegExp(`^hidden 1: .* neuron 1 of 3, .*δ ${say(own.deltas[1]![0]!)}`) }),
    ).toBeInTheDocument();
  });
});

describe('reading a pass', () => {
  it('is of one step, while training goes on', async () => {
    const session = oneRow();
    void session.start();
    const steps = new Set<number>();
    for (let times = 0; times < 20; times++) {
      const { step, frames } = await readPass(session, { sample: 0 }, 'training', 'live');
      const { activations, preActivations, weights, biases } = withFrames(noNumbers, frames);
      const z = biases![1]!.map((bias, j) =>
        activations![0]!.reduce((sum, a, i) => sum + a * weights![1]![i * biases![1]!.length + j]!, bias),
      );
      z.forEach((value, j) => expect(preActivations![1]![j]).toBeCloseTo(value, 5));
      steps.add(step);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(steps.size).toBeGreaterThan(1);
    session.dispose();
  });

  it('says why a source cannot give one', async () => {
    const source = scriptedSource({ unsupported: { passes: 'A recording knows no targets.' } });
    await expect(readPass(source, { probe: 0 }, 'training', 'live')).rejects.toThrow(NeuroglowError);
    await expect(readPass(source, { probe: 0 }, 'training', 'live')).rejects.toThrow('A recording knows no targets.');
  });
});
