import {
  createDomainGroup,
  defineNeuronQuantity,
  NetworkGraph,
  type NetworkGraphElement,
  type NetworkGraphValues,
} from '@neuroglow/components';
import { NeuroglowError, type ParametersFrame, type ActivationsFrame } from '@neuroglow/engine';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, Profiler, StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworkScene } from '../../packages/components/src/drawing/scenes/network.js';
import { connectionAt } from '../../packages/components/src/NetworkGraph/interaction/connectionAt.js';
import { scriptedSource, smallNetwork } from './scriptedSource.js';

/** Nothing has a size in jsdom: the stage gets one. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

const f32 = (...numbers: number[]): Float32Array => Float32Array.of(...numbers);

const values: NetworkGraphValues = {
  network: smallNetwork,
  parameters: [
    { weights: f32(), biases: f32() },
    { weights: f32(1, 2, 3, 4, 5, 6), biases: f32(0.1, 0.2, -0.41) },
    { weights: f32(1, -1, 2, -2, 3, -3), biases: f32(0, 0) },
  ],
  activations: [f32(1, 0.5), f32(0.25, 0.5, 0.93), f32(0.2, 0.8)],
  preActivations: [f32(1, 0.5), f32(3.1, 4.7, 5.59), f32(-1, 1)],
};

const neuron = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const third = /^hidden 1: layer 2 of 3, neuron 3 of 3, activation 0\.93, bias −0\.41/;

describe('the domain of a NetworkGraph', () => {
  const scaled = (factor: number): NetworkGraphValues => ({
    ...values,
    preActivations: values.preActivations!.map((layer) => layer.map((value) => value * factor)),
  });
  const legend = (name: string): string =>
    within(screen.getByRole('group', { name })).getAllByRole('list').at(-1)!.textContent;

  it('is shared by the networks of a group', async () => {
    const group = createDomainGroup();
    render(
      <>
        <NetworkGraph aria-label="one" neuronColor="preActivation" domain={group} values={scaled(1)} />
        <NetworkGraph aria-label="other" neuronColor="preActivation" domain={group} values={scaled(10)} />
      </>,
    );
    await vi.waitFor(() => expect(legend('one')).toContain('−60 to 60'));
    expect(legend('other')).toBe(legend('one'));
  });

  it('of biases depends on the shape of the network alone', () => {
    render(<NetworkGraph aria-label="one" values={values} />);
    expect(legend('one')).toMatch(/ring.*±11/);
  });

  it('is refused with a sentence where it is none', () => {
    render(<NetworkGraph domain={[1, 1]} values={values} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/domain: expected 'run', 'frame', \[low, high\]/);
  });
});

describe('NetworkGraph', () => {
  it('speaks each neuron: its layer, its place, its activation and bias', () => {
    render(<NetworkGraph values={values} />);
    expect(neuron(third)).toBeInTheDocument();
    expect(
      neuron(/^output: layer 3 of 3, neuron 2 of 2, yes, activation 0\.8, bias 0, the answer$/),
    ).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'hidden 1, 3 neurons' })).toBeInTheDocument();
  });

  it('is one stop for the Tab key, and arrow keys walk within and across layers', async () => {
    const user = userEvent.setup();
    render(<NetworkGraph values={values} />);
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName(/^input: layer 1 of 3, neuron 1 of 2/);
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/^hidden 1/);
    await user.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName(third);
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/^output: layer 3 of 3, neuron 2 of 2/);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('shows the arithmetic of what has the focus', () => {
    const { container } = render(<NetworkGraph values={values} />);
    act(() => neuron(third).focus());
    const tooltip = container.querySelector('.neuroglow__tooltip');
    expect(tooltip).toHaveTextContent('hidden 1 · neuron 3');
    expect(tooltip).toHaveTextContent('Σ w·a + b = 6 − 0.41 = 5.59');
    expect(tooltip).toHaveTextContent('sigmoid(5.59) = 0.93 · firing');
    expect(tooltip).toHaveTextContent('largest: 3 from neuron 1 · 3 from neuron 2');
    act(() => neuron(third).blur());
    expect(tooltip).not.toBeVisible();
  });

  it('selects with Enter, adds with Shift, clears with Escape', async () => {
    const user = userEvent.setup();
    const onSelectionChange = vi.fn();
    render(<NetworkGraph values={values} onSelectionChange={onSelectionChange} />);
    act(() => neuron(third).focus());
    await user.keyboard('{Enter}');
    expect(onSelectionChange).toHaveBeenLastCalledWith({ neurons: [{ layer: 1, neuron: 2 }], samples: [] });
    expect(neuron(third)).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(neuron(/^output.*neuron 1 of 2/), { shiftKey: true });
    expect(onSelectionChange.mock.lastCall?.[0]).toMatchObject({ neurons: [{ layer: 1 }, { layer: 2, neuron: 0 }] });
    await user.keyboard('{Escape}');
    expect(onSelectionChange).toHaveBeenLastCalledWith({ neurons: [], samples: [] });
  });

  it('keeps to a controlled selection', async () => {
    const user = userEvent.setup();
    render(<NetworkGraph values={values} selection={{ neurons: [], samples: [] }} />);
    act(() => neuron(third).focus());
    await user.keyboard('{Enter}');
    expect(neuron(third)).toHaveAttribute('aria-pressed', 'false');
  });

  it('collapses a wide layer, says how many neurons it hides, and keeps a selected one', async () => {
    const user = userEvent.setup();
    const layers = smallNetwork.layers.map((layer, at) => (at === 1 ? { ...layer, neurons: 40 } : layer));
    const onExpandedChange = vi.fn();
    render(
      <NetworkGraph
        values={{ network: { layers } }}
        maxNeurons={6}
        selection={{ neurons: [{ layer: 1, neuron: 10 }], samples: [] }}
        onExpandedChange={onExpandedChange}
      />,
    );
    const group = screen.getByRole('group', { name: 'hidden 1, 40 neurons' });
    expect(within(group).getAllByRole('button')).toHaveLength(6);
    expect(within(group).getByRole('button', { name: /neuron 11 of 40/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: /^27 more\. Show all 40 neurons of hidden 1/ }));
    expect(onExpandedChange).toHaveBeenCalledWith([1]);
    expect(within(group).getAllByRole('button')).toHaveLength(40);
  });

  it('makes a layer of a shape one picture that is walked in two dimensions', async () => {
    const user = userEvent.setup();
    const layers = smallNetwork.layers.map((layer, at) =>
      at === 0 ? { ...layer, neurons: 784, shape: [28, 28, 1] as const } : layer,
    );
    render(<NetworkGraph values={{ network: { layers } }} />);
    const group = screen.getByRole('group', { name: 'input, 784 neurons' });
    expect(within(group).getAllByRole('button')).toHaveLength(1);
    await user.tab();
    await user.tab();
    act(() => within(group).getByRole('button').focus());
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/neuron 30 of 784/);
  });

  it('watches what it shows and nothing else', () => {
    const source = scriptedSource();
    render(<NetworkGraph source={source} />);
    expect(
      source
        .watched()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['activations', 'parameters']);
  });

  it('commits nothing for a hover', () => {
    const commits = vi.fn();
    const { container } = render(
      <Profiler id="graph" onRender={commits}>
        <NetworkGraph values={values} />
      </Profiler>,
    );
    const tooltip = container.querySelector('.neuroglow__tooltip');
    const before = commits.mock.calls.length;
    act(() => neuron(third).focus());
    expect(tooltip).toHaveTextContent('hidden 1 · neuron 3');
    act(() => neuron(/^output.*neuron 1 of 2/).focus());
    expect(tooltip).toHaveTextContent('output · no');
    act(() => neuron(/^output.*neuron 1 of 2/).blur());
    expect(tooltip).not.toBeVisible();
    expect(commits).toHaveBeenCalledTimes(before);
  });

  it('follows the frames of a source in what it speaks', () => {
    vi.useFakeTimers();
    const source = scriptedSource();
    render(<NetworkGraph source={source} />);
    const parameters = {
      kind: 'parameters',
      runId: 'run',
      step: 1,
      parameters: f32(),
      layers: values.parameters!,
    } satisfies ParametersFrame;
    const activations = {
      kind: 'activations',
      runId: 'run',
      step: 1,
      activations: values.activations!,
      preActivations: values.preActivations!,
      target: null,
    } satisfies ActivationsFrame;
    source.send(parameters);
    source.send(activations);
    act(() => void vi.advanceTimersByTime(1100));
    expect(neuron(third)).toBeInTheDocument();
    vi.useRealTimers();
  });

  it('says why a source cannot give gradients, and shows the rest', () => {
    const source = scriptedSource({ unsupported: { gradients: 'A recording holds no gradients.' } });
    render(<NetworkGraph source={source} neuronColor="gradient" />);
    expect(screen.getByText('Gradients cannot be shown. A recording holds no gradients.')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'hidden 1, 3 neurons' })).toBeInTheDocument();
  });

  it('shows a quantity of your own in its legend, its tooltip and what it speaks', () => {
    const squared = defineNeuronQuantity({
      ...{ name: 'squaredBias', label: 'b²', domain: () => ({ kind: 'positive' }) },
      needs: () => [{ view: { kind: 'parameters' } }],
      values: ([{ layers }], layer) => layers[layer]!.biases.map((bias) => bias * bias),
    });
    const { container } = render(<NetworkGraph values={values} neuronColor={squared} />);
    expect(screen.getByRole('button', { name: /^hidden 1: .*neuron 3 of 3, .*b² 0\.168/ })).toBeInTheDocument();
    act(() => neuron(/^hidden 1: .*neuron 3 of 3/).focus());
    expect(container.querySelector('.neuroglow__tooltip')).toHaveTextContent('b² 0.168');
    expect(screen.getByText('b²')).toBeInTheDocument();
  });

  it('watches what a quantity of your own needs', () => {
    const source = scriptedSource();
    const deadRows = defineNeuronQuantity({
      ...{ name: 'spread', label: 'spread', domain: () => ({ kind: 'positive' }) },
      needs: () => [{ view: { kind: 'layerStatistics' } }],
      values: ([{ layers }], layer) => Float32Array.from(layers[layer]!.flags),
    });
    render(<NetworkGraph source={source} neuronColor={deadRows} />);
    expect(source.watched().map(({ kind }) => kind)).toContain('layerStatistics');
  });

  it('names the quantities that there are where one is misspelt', () => {
    render(<NetworkGraph values={values} neuronColor={'activations' as 'activation'} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /expected neuronColor to be one of 'activation', .*, got "activations"/,
    );
  });

  it('gives its source a typed value once, when it is finished', async () => {
    const user = userEvent.setup();
    const source = scriptedSource();
    render(
      <NetworkGraph source={source} editable defaultSelection={{ neurons: [{ layer: 1, neuron: 2 }], samples: [] }} />,
    );
    const field = await screen.findByRole('spinbutton', { name: 'bias' });
    await user.clear(field);
    await user.type(field, '0.75');
    expect(source.calls).toEqual([]);
    await user.keyboard('{Enter}');
    await user.tab();
    expect(source.calls).toEqual([['setParameter', { kind: 'bias', layer: 1, neuron: 2 }, 0.75]]);
  });

  it('survives StrictMode and another architecture while mounted', () => {
    const { rerender } = render(
      <StrictMode>
        <NetworkGraph values={values} />
      </StrictMode>,
    );
    const network = { layers: smallNetwork.layers.slice(0, 2) };
    rerender(
      <StrictMode>
        <NetworkGraph values={{ network }} />
      </StrictMode>,
    );
    expect(screen.queryByRole('group', { name: 'output, 2 neurons' })).toBeNull();
    expect(neuron(/^hidden 1: layer 2 of 2, neuron 1 of 3/)).toBeInTheDocument();
  });

  it('says readably what is wrong with its values and options', () => {
    const { rerender } = render(<NetworkGraph values={{ ...values, activations: [f32(1)] }} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/expected activations for 3 layers, got 1/);
    rerender(<NetworkGraph values={values} maxNeurons={0} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/expected maxNeurons to be at least 1, got 0/);
    rerender(<NetworkGraph values={values} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('writes itself down as an SVG with title, legend and a line for each connection', async () => {
    const ref = createRef<NetworkGraphElement>();
    render(<NetworkGraph ref={ref} values={values} aria-label="A <small> network" />);
    const document = new DOMParser().parseFromString(await ref.current!.toSVG(), 'image/svg+xml');
    expect(document.querySelector('title')?.textContent).toBe('A <small> network');
    expect(document.querySelector('desc')?.textContent).toContain('2-3-2');
    expect(document.querySelectorAll('path')).toHaveLength(12);
    expect(document.querySelectorAll('path[stroke-dasharray]')).toHaveLength(3);
    expect(document.querySelectorAll('linearGradient').length).toBeGreaterThan(1);
  });

  it('hatches in its SVG what is not a finite number', async () => {
    const ref = createRef<NetworkGraphElement>();
    const broken = values.activations!.map((layer, l) => (l === 1 ? layer.map((a, j) => (j === 0 ? NaN : a)) : layer));
    render(<NetworkGraph ref={ref} values={{ ...values, activations: broken }} />);
    const document = new DOMParser().parseFromString(await ref.current!.toSVG(), 'image/svg+xml');
    const hatched = document.querySelectorAll('circle[fill^="url(#neuroglow-not-finite"]');
    expect(hatched).toHaveLength(1);
    const pattern = /^url\((.+)\)$/.exec(hatched[0]!.getAttribute('fill')!)![1]!;
    expect(document.querySelector(`pattern${pattern} rect`)).not.toBeNull();
  });

  it('has nothing to export without a source, and says so', async () => {
    const ref = createRef<NetworkGraphElement>();
    render(<NetworkGraph ref={ref} />);
    await expect(ref.current!.toSVG()).rejects.toThrow(NeuroglowError);
    await expect(ref.current!.toPNG()).rejects.toThrow(/nothing to export yet/);
  });
});

describe('a click', () => {
  it('on a neuron is told, by pointer and by key', async () => {
    const user = userEvent.setup();
    const onNeuronClick = vi.fn();
    render(<NetworkGraph values={values} onNeuronClick={onNeuronClick} />);
    act(() => neuron(third).focus());
    await user.keyboard('{Enter}');
    expect(onNeuronClick).toHaveBeenCalledTimes(1);
    expect(onNeuronClick.mock.calls[0]![0]).toEqual({ layer: 1, neuron: 2 });
    fireEvent.click(neuron(/^output.*neuron 2 of 2/), { detail: 1 });
    expect(onNeuronClick.mock.calls[1]![0]).toEqual({ layer: 2, neuron: 1 });
  });
});

describe('the connection at a point', () => {
  const scene = {
    ...{ kind: 'network', width: 100, height: 100, scale: 1, orientation: 'left-right', counts: [1, 2], bands: [] },
    layers: [
      { neurons: Uint32Array.of(0), cross: f32(50), main: 10, radius: 5, reach: 6 },
      { neurons: Uint32Array.of(0, 1), cross: f32(20, 80), main: 90, radius: 5, reach: 6 },
    ],
    connections: [f32(), f32(1, -0.1)],
    ...{ carried: null, emphasis: null, filter: { kind: 'all' } },
    connectionStyle: { domains: [0, 1], positive: 0, negative: 0, bad: 0, curved: true, densityFrom: 6000 },
  } as unknown as NetworkScene;

  it('is the nearest line that is drawn, within reach', () => {
    // Half way, a curve is half way between its ends.
    expect(connectionAt(scene, 50, 36)).toEqual({ layer: 1, input: 0, neuron: 0 });
    expect(connectionAt(scene, 50, 64)).toEqual({ layer: 1, input: 0, neuron: 1 });
    expect(connectionAt(scene, 50, 50)).toBeNull();
    expect(connectionAt(scene, 5, 50)).toBeNull();
    expect(connectionAt({ ...scene, filter: { kind: 'threshold', magnitude: 0.5 } }, 50, 64)).toBeNull();
  });
});
