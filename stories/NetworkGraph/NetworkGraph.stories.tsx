import { defineNeuronQuantity, NetworkGraph } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { digits, images, madeUpNetwork } from './networks.js';
import { tooltipIn, waitFor } from './patience.js';

const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph',
  component: NetworkGraph,
  tags: ['!autodocs'],
  args: { onSelectionChange: fn(), onExpandedChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

/** Neurons glow with their activation for the digit on the left; rings are biases; the answer is a bar beside each output. */
export const Activation: Story = {
  args: { values: digits },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const neuron = await canvas.findByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 3 of 16, activation/ });
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by weight')).toBeVisible());
    neuron.focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/Σ w·a \+ b = .*sigmoid\(.*largest: /);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ neurons: [{ layer: 1, neuron: 3 }], samples: [] });
    await expect(canvas.getByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 4 of 16/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.keyboard('{ArrowRight}');
    await expect(document.activeElement).toHaveAccessibleName(/^hidden 2: layer 3 of 4/);
    await userEvent.keyboard('{Escape}');
    await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ neurons: [], samples: [] });
    await expect(tooltipIn(canvasElement)).not.toBeVisible();
    // Pointing does what focusing does, and a click what Enter does.
    const other = canvas.getByRole('button', { name: /^output: layer 4 of 4, neuron 5 of 10/ });
    const { left, top, width, height } = other.getBoundingClientRect();
    const coords = { clientX: left + width / 2, clientY: top + height / 2 };
    await userEvent.pointer({ target: other, coords });
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/^output · neuron 5/);
    await userEvent.pointer({ keys: '[MouseLeft]', target: other, coords });
    await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ neurons: [{ layer: 3, neuron: 4 }], samples: [] });
  },
};

/** What really flows for this input: weight times activation. */
export const Contributions: Story = {
  args: { values: digits, connectionColor: 'contribution' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by contribution w·a')).toBeVisible());
    await expect(canvas.getByText(/^Contribution w·a \(line\)/)).toBeVisible();
  },
};

/** Biases as the neurons' colour, to compare with what fires. */
export const Bias: Story = {
  args: { values: digits, neuronColor: 'bias' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^Bias, hidden 1, hidden 2, output/)).toBeVisible();
  },
};

/** z = w·x + b, before the activation function: how far each neuron is from its threshold. */
export const PreActivation: Story = {
  args: { values: digits, neuronColor: 'preActivation' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^Pre-activation, hidden 1, hidden 2, output/)).toBeVisible();
    (await canvas.findByRole('button', { name: /^hidden 1: .*neuron 1 of 16, .*pre-activation [−\d]/ })).focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/pre-activation [−\d]/);
  },
};

/** A wide input of a shape is one picture, its pixels its neurons; all 12,960 connections are drawn. Enter or a click shows them one by one. */
export const ImageInput: Story = {
  args: { values: images },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('12,960 of 12,960 connections, by weight')).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: /Show all 784 neurons of input/ }));
    await expect(args.onExpandedChange).toHaveBeenLastCalledWith([0]);
    await userEvent.click(await canvas.findByRole('button', { name: /Collapse input/ }));
    await expect(args.onExpandedChange).toHaveBeenLastCalledWith([]);
  },
};

/** The same input with each of its 784 neurons in a place of its own. */
export const ExpandedInput: Story = {
  args: { values: images, defaultExpanded: [0] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('12,960 of 12,960 connections, by weight')).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: /Collapse input/ }));
    await expect(args.onExpandedChange).toHaveBeenLastCalledWith([]);
    canvas.getByRole('button', { name: /Show all 784 neurons of input/ }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onExpandedChange).toHaveBeenLastCalledWith([0]);
  },
};

/** 109,184 connections: the first layer is a density picture, and the caption says so. */
export const Dense: Story = {
  args: {
    values: madeUpNetwork({ layers: [784, 128, 64, 10] }),
    defaultExpanded: [0, 1, 2],
  },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(
        within(canvasElement).getByText(
          /109,184 of 109,184 connections.*into hidden 1 and hidden 2 as a density picture/,
        ),
      ).toBeVisible(),
    );
  },
};

/** Without a shape, the middle of a wide layer makes way for an ellipsis with the number that it hides. */
export const Ellipsis: Story = {
  args: {
    values: digits,
    collapse: 'ellipsis',
    maxNeurons: 8,
    defaultSelection: { neurons: [{ layer: 1, neuron: 9 }], samples: [] },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // The selected neuron keeps its place among the hidden.
    await expect(await canvas.findByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 10 of 16/ })).toBeVisible();
    await userEvent.click(await canvas.findByRole('button', { name: /^57 more\. Show all 64 neurons of input/ }));
    await expect(await canvas.findByRole('button', { name: /Collapse input/ })).toBeVisible();
  },
};

/** A wide layer a page at a time. */
export const Pages: Story = {
  args: { values: digits, collapse: 'page' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Where there is little room this is shorter, and its title the words.
    await expect(await canvas.findByTitle('1 / 4 · 64 neurons')).toBeVisible();
    await userEvent.click(await canvas.findByRole('button', { name: 'Next neurons of input' }));
    await expect(await canvas.findByTitle('2 / 4 · 64 neurons')).toBeVisible();
    await expect(await canvas.findByRole('button', { name: /^input: layer 1 of 4, neuron 17 of 64/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Previous neurons of input' }));
    await expect(await canvas.findByRole('button', { name: /^input: layer 1 of 4, neuron 1 of 64/ })).toBeVisible();
  },
};

/** From top to bottom: the arrow keys follow the picture. */
export const TopToBottom: Story = {
  args: { values: digits, layout: 'top-bottom', aspect: 1.2 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 1 of 16/ })).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(document.activeElement).toHaveAccessibleName(/^hidden 1: layer 2 of 4, neuron 2 of 16/);
    await userEvent.keyboard('{ArrowDown}');
    await expect(document.activeElement).toHaveAccessibleName(/^hidden 2: layer 3 of 4/);
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/^hidden 2 · neuron/);
  },
};

/** What each neuron of the first layer looks for, as an image, with a dot for how much it fires. */
export const InputWeights: Story = {
  args: {
    values: madeUpNetwork({ layers: [{ neurons: 64, shape: [8, 8] }, 8, 10] }),
    maxNeurons: 12,
    neuronGlyph: 'inputWeights',
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByText(/^input weights/)).toBeVisible());
  },
};

/** The forty strongest connections only, and how many that is. */
export const Strongest: Story = {
  args: { values: digits, connections: { kind: 'topK', count: 40 } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(within(canvasElement).getByText('40 of 1,440 connections shown, by weight')).toBeVisible(),
    );
  },
};

/** Only those of a magnitude. */
export const AboveThreshold: Story = {
  args: { values: digits, connections: { kind: 'threshold', magnitude: 2 } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(within(canvasElement).getByText(/^\d+ of 1,440 connections shown, by weight/)).toBeVisible(),
    );
  },
};

/** None at all: the neurons alone. */
export const NoConnections: Story = {
  args: { values: digits, connections: 'none' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('0 of 1,440 connections shown, by weight')).toBeVisible());
    await expect(canvas.queryByText(/Dashed: negative/)).toBeNull();
  },
};

/** Only those of the neuron pointed at. */
export const OnlyFocused: Story = {
  args: { values: digits, connections: 'focused' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('0 of 1,440 connections shown, by weight')).toBeVisible());
    (await canvas.findByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 1 of 16/ })).focus();
    await waitFor(() => expect(canvas.getByText('26 of 1,440 connections shown, by weight')).toBeVisible());
  },
};

/** Neurons that something happened to are ringed and never collapsed away. */
export const Events: Story = {
  args: {
    values: digits,
    events: [
      { layer: 1, neuron: 5 },
      { layer: 2, neuron: 11 },
    ],
    maxNeurons: 8,
    defaultExpanded: [0],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 6 of 16/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 12 of 16/ })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^hidden 1: layer 2 of 4, neuron 7 of 16/ })).toBeNull();
  },
};

const firing = '#0f9d8f';
const silent = '#78716c';

/** A colour of one's own: here a neuron is coloured where it fires. */
export const OwnColor: Story = {
  args: {
    values: digits,
    neuronColor: ({ preActivation }) => ((preActivation ?? 0) > 0 ? firing : silent),
    ownColors: [
      { color: firing, label: 'z > 0' },
      { color: silent, label: 'z ≤ 0' },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('z > 0')).toBeVisible());
    // CSS colours are on no scale, and none of them is a number that is not finite.
    await expect(canvas.queryByText(/not finite/)).toBeNull();
    await expect(canvas.queryByText('own colour')).toBeNull();
  },
};

const certainty = defineNeuronQuantity({
  name: 'certainty',
  label: 'distance from the threshold |z|',
  needs: ({ input }) => input && [{ view: { kind: 'activations', input } }],
  values: ([{ preActivations }], layer) => preActivations[layer]?.map(Math.abs) ?? null,
  domain: () => ({ kind: 'positive' }),
});

/** A quantity of your own: the views it needs, its values, its domain and its words in one object. */
export const OwnQuantity: Story = {
  args: { values: digits, neuronColor: certainty },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText(/^Distance from the threshold \|z\|/)).toBeVisible());
  },
};

/** A drawing of one's own over every neuron. */
export const OwnNeurons: Story = {
  args: {
    values: madeUpNetwork({ layers: [2, 4, 3] }),
    renderNeuron: ({ activation, radius }) => (
      <span style={{ display: 'block', marginTop: 2 * radius + 14, fontSize: 10 }}>{activation?.toFixed(2)}</span>
    ),
  },
  play: async ({ canvasElement }) => {
    const own = canvasElement.getElementsByClassName('neuroglow-network-graph__own');
    await waitFor(() => expect([...own].map(({ textContent }) => textContent)).toContain('0.99'));
    await expect(own).toHaveLength(9);
  },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: images },
  decorators: [
    (Story) => (
      <div style={{ width: 320, maxWidth: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('12,960 of 12,960 connections, by weight')).toBeVisible());
    for (const name of ['input', 'hidden 1', 'hidden 2', 'output']) await expect(canvas.getByText(name)).toBeVisible();
    await expect(canvas.getByText('784')).toBeVisible();
  },
};
