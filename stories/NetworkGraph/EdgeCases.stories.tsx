import { NetworkGraph } from '@neuroglow/components';
import { createValueSource, type ValueSource } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo, useState, type ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { digits, madeUpNetwork, stuckSource } from './networks.js';
import { tooltipIn, waitFor } from './patience.js';

/** What a picture of a network has to bear. */
const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph/Edge cases',
  component: NetworkGraph,
};
export default meta;

type Story = StoryObj<typeof meta>;

/** One neuron, and nothing else. */
export const OneNeuron: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: madeUpNetwork({ layers: [1, 1], outputActivation: 'sigmoid' }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('1 of 1 connections, by weight')).toBeVisible());
    canvas.getByRole('button', { name: /^output: layer 2 of 2, neuron 1 of 1, activation/ }).focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/Σ w·a \+ b = /);
    // There is nowhere to walk to.
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(document.activeElement).toHaveAccessibleName(/^output/);
  },
};

/** One layer of connections. */
export const OneLayerOfConnections: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: madeUpNetwork({ layers: [5, 3] }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('15 of 15 connections, by weight')).toBeVisible());
    canvas.getByRole('button', { name: /^input: layer 1 of 2, neuron 5 of 5/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(document.activeElement).toHaveAccessibleName(/^output: layer 2 of 2, neuron 3 of 3/);
  },
};

const broken = { ...digits, activations: digits.activations.map((layer) => layer.slice()) };
broken.activations[1]?.set([NaN, Infinity], 2);

/** NaN and ±∞ are hatched, and counted in the legend. */
export const NotFinite: Story = {
  args: { values: broken },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('not finite: 2')).toBeVisible());
    // A screen reader hears what is hatched.
    await expect(canvas.getByRole('button', { name: /^hidden 1: .*neuron 3 of 16, activation NaN/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^hidden 1: .*neuron 4 of 16, activation ∞/ })).toBeVisible();
  },
};

/**
 * Layers that no longer learn, found by the engine over 96 rows: sigmoids in the flat part of their function (●), relus that give 0
 * whatever comes in (×). What lies behind a dead layer is the same for every input.
 */
export const DeadAndSaturated: Story = {
  render: function Stuck(args) {
    const source = useMemo(() => stuckSource(), []);
    return <NetworkGraph {...args} source={source} />;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Where there is little room these are signs, and their titles the words.
    await waitFor(() => expect(canvas.getByTitle('all 12 dead')).toBeVisible());
    await expect(canvas.getByTitle('9 of 12 saturated')).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'hidden 2, 12 neurons, all 12 dead' })).toBeInTheDocument();
    await expect(canvas.getByText('12 dead: the same for every row')).toBeVisible();
    canvas.getByRole('button', { name: /^hidden 2: .*neuron 1 of 12, .*dead: the same for every row$/ }).focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent('dead: the same for every row');
  },
};

/** Neurons and layers that come and go while the graph is mounted. */
export const AnotherArchitecture: Story = {
  tags: ['!dev', '!autodocs'],
  render: function Changing(args) {
    const [hidden, setHidden] = useState<readonly number[]>([6]);
    const values = useMemo(() => madeUpNetwork({ layers: [4, ...hidden, 3] }), [hidden]);
    return (
      <>
        <button type="button" onClick={() => setHidden([6])}>
          4-6-3
        </button>{' '}
        <button type="button" onClick={() => setHidden([8, 5])}>
          4-8-5-3
        </button>
        <NetworkGraph {...args} values={values} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('42 of 42 connections, by weight')).toBeVisible());
    (await canvas.findByRole('button', { name: /^output: layer 3 of 3, neuron 3 of 3/ })).focus();
    await userEvent.click(canvas.getByRole('button', { name: '4-8-5-3' }));
    await waitFor(() => expect(canvas.getByText('87 of 87 connections, by weight')).toBeVisible());
    await expect(canvas.getByRole('group', { name: 'hidden 2, 5 neurons' })).toBeInTheDocument();
  },
};

/** In a place that has no width yet: nothing is drawn, and all of it once there is one. */
export const NoWidth: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: digits },
  render: function Growing(args) {
    const [width, setWidth] = useState(0);
    return (
      <>
        <button type="button" onClick={() => setWidth(600)}>
          Give it 600 pixels
        </button>
        <div style={{ width, maxWidth: '100%', overflow: 'hidden' }}>
          <NetworkGraph {...args} />
        </div>
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('button', { name: /^hidden 1/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Give it 600 pixels' }));
    await expect(await canvas.findByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 1 of 16/ })).toBeVisible();
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by weight')).toBeVisible());
  },
};

/** A source that comes later. */
export const SourceArrives: Story = {
  tags: ['!dev', '!autodocs'],
  render: function Arriving(args) {
    const [source, setSource] = useState<ValueSource | null>(null);
    return (
      <>
        <button
          type="button"
          onClick={() => setSource(createValueSource({ network: digits.network, probes: [digits.input] }))}
        >
          Open
        </button>
        <NetworkGraph {...args} source={source} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/there is no source/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by weight')).toBeVisible());
  },
};

function TrainedElsewhere(args: Parameters<typeof NetworkGraph>[0]): ReactElement {
  const source = useMemo(() => createValueSource({ network: digits.network, probes: [digits.input] }), []);
  return <NetworkGraph {...args} source={source} />;
}

/** Parameters without a cost have no gradients: the reason is said, and everything else is shown. */
export const WithoutGradients: Story = {
  args: { neuronColor: 'gradient', connectionColor: 'weight' },
  render: (args) => <TrainedElsewhere {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by weight')).toBeVisible());
    await expect(canvas.getByText(/^Gradients cannot be shown\. This needs the target of the input/)).toBeVisible();
  },
};

/** Nothing to look at yet. */
export const NoSource: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(/there is no source/)).toBeVisible();
  },
};
