import { NetworkGraph, type NetworkGraphValues } from '@neuroglow/components';
import { checkDescription, type NetworkDescription } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { tooltipIn, waitFor } from './patience.js';

/** Layers that are not dense: each is a block with its shape, and bands join what is not drawn connection by connection. */
const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph/Layers of other kinds',
  component: NetworkGraph,
};
export default meta;

type Story = StoryObj<typeof meta>;

const digitNames = Array.from({ length: 10 }, (_, digit) => String(digit));

const convolutional = checkDescription({
  layers: [
    { kind: 'input', shape: [28, 28, 1] },
    { kind: 'conv2d', name: 'conv 1', kernelSize: 5, filters: 8, activation: 'relu' },
    { kind: 'pool', name: 'pool 1', size: 2 },
    { kind: 'conv2d', name: 'conv 2', kernelSize: 3, filters: 16, activation: 'relu' },
    { kind: 'flatten', name: 'flatten' },
    { neurons: 16, name: 'hidden', activation: 'relu' },
    { neurons: 10, name: 'digit', activation: 'softmax', labels: digitNames },
  ],
});

const residual = checkDescription({
  layers: [
    { kind: 'input', shape: [32, 32, 3] },
    { kind: 'conv2d', name: 'conv 1', kernelSize: 3, filters: 3, padding: 'same', activation: 'relu' },
    { kind: 'normalization', name: 'norm' },
    { kind: 'add', name: 'sum', inputs: [0, 2] },
    { kind: 'pool', name: 'pool', size: 8, method: 'average' },
    { kind: 'opaque', name: 'memory', operation: 'LSTM', shape: [40] },
    { neurons: 3, name: 'class', activation: 'softmax', labels: ['cat', 'dog', 'fish'] },
  ],
});

/** Values that somebody else's engine might give: what a layer is stays the same whatever they are. */
function madeUp(network: NetworkDescription): NetworkGraphValues {
  const { layers } = network;
  const wave = (length: number, speed: number): Float32Array =>
    Float32Array.from({ length }, (_, at) => Math.sin((at + 1) * speed));
  return {
    network,
    activations: layers.map(({ neurons, activation }, layer) =>
      activation === 'softmax'
        ? Float32Array.from({ length: neurons }, (_, at) => (at === 2 ? 0.7 : 0.3 / (neurons - 1)))
        : wave(neurons, 0.37 + layer).map(Math.abs),
    ),
    parameters: layers.map(({ kind, neurons, inputs: [from] }) =>
      kind === 'dense'
        ? { weights: wave(neurons * layers[from!]!.neurons, 1.7), biases: wave(neurons, 0.9) }
        : { weights: new Float32Array(0), biases: new Float32Array(0) },
    ),
  };
}

/** A convolutional network: the image, the dense layers and the connections between them are drawn as always. */
export const Convolutional: Story = {
  args: { values: madeUp(convolutional), 'aria-label': 'A convolutional network that reads digits' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // Only hidden → digit is drawn connection by connection.
    await waitFor(() => expect(canvas.getByText('160 of 160 connections, by weight')).toBeVisible());
    await expect(canvas.getByText('24 × 24 × 8')).toBeVisible();
    const block = canvas.getByRole('button', {
      name: 'conv 1: convolution, 24 × 24 × 8, kernel 5 × 5, stride 1 × 1, from input',
    });
    block.focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent('convolution, 24 × 24 × 8kernel 5 × 5, stride 1 × 1');
    // Arrow keys pass blocks: from the hidden layer to the input image.
    canvas.getByRole('button', { name: /^hidden: layer 6 of 7, neuron 1 of 16/ }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(document.activeElement).toHaveAccessibleName(/^input: layer 1 of 7/);
  },
};

/** Inputs form a graph: a band that skips layers passes them. */
export const Residual: Story = {
  args: { values: madeUp(residual), 'aria-label': 'A residual network' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('LSTM')).toBeVisible());
    await expect(
      canvas.getByRole('button', { name: 'sum: addition, 32 × 32 × 3, from input and norm' }),
    ).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'memory: LSTM, 40, from pool' })).toBeInTheDocument();
  },
};

/** From top to bottom, the words stand beside their blocks. */
export const TopToBottom: Story = {
  args: { ...Convolutional.args, layout: 'top-bottom', aspect: 0.9 },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByText('24 × 24 × 8 · convolution')).toBeVisible());
  },
};
