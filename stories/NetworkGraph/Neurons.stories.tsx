import { defineNeuronQuantity, NetworkGraph } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { digits, madeUpNetwork } from './networks.js';
import { tooltipIn, waitFor } from './patience.js';

/** What the neurons show. */
const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph/Neurons',
  component: NetworkGraph,
  args: { onSelectionChange: fn(), onExpandedChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

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

/** Biases as the neurons' colour, to compare with what fires. */
export const Bias: Story = {
  args: { values: digits, neuronColor: 'bias' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/^Bias, hidden 1 to output/)).toBeVisible();
  },
};

/** z = w·x + b, before the activation function: how far each neuron is from its threshold. */
export const PreActivation: Story = {
  args: { values: digits, neuronColor: 'preActivation' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^Pre-activation, hidden 1 to output/)).toBeVisible();
    (await canvas.findByRole('button', { name: /^hidden 1: .*neuron 1 of 16, .*pre-activation [−\d]/ })).focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/pre-activation [−\d]/);
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
