import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { waitFor } from '../../NetworkGraph/patience.js';
import { reading } from '../reading.js';
import { OpenOnnxDemo } from './OpenOnnxDemo.js';
import { TensorflowDemo } from './TensorflowDemo.js';

const meta: Meta = { title: 'Demos/Models from elsewhere', tags: ['!autodocs'] };
export default meta;

const patience = { timeout: 60_000 };

/** A network that PyTorch trained and exported, with the activations that onnxruntime computes. Point at a pixel to see what it depends on. */
export const OpenAnOnnxFile: StoryObj = {
  name: 'Open an ONNX file',
  render: () => <OpenOnnxDemo />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const maps = await canvas.findByRole('grid', { name: 'conv1, 8 feature maps' }, patience);
    maps.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    const pixel = within(maps).getByRole('gridcell');
    await waitFor(() => expect(pixel).toHaveAccessibleName(/row 2, column 2, activation [^N]*, depends on 3 × 3/));
    maps.blur();
    await userEvent.selectOptions(canvas.getByLabelText('Layer'), '5 · conv3 (conv2d)');
    await canvas.findByText(/Slices, not whole filters: .* of 8 /);
    await userEvent.selectOptions(canvas.getByLabelText('Layer'), '1 · conv1 (conv2d)');
  },
};

/** Three lines: make the source, give its callbacks to `model.fit`, and hand it to the pictures. */
export const YourTensorflowModel: StoryObj = {
  name: 'Your TensorFlow.js model',
  render: () => <TensorflowDemo />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /model\.fit/ }, patience));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(20));
    await userEvent.click(await canvas.findByRole('button', { name: 'Pause' }, patience));
  },
};

/** Filters and feature maps change as the network learns to read digits. */
export const AConvolutionalNetworkLearns: StoryObj = {
  name: 'A convolutional network learns',
  render: () => <TensorflowDemo convolutions />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /model\.fit/ }, patience));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(10));
    await userEvent.click(await canvas.findByRole('button', { name: 'Pause' }, patience));
    await canvas.findByRole('grid', { name: 'conv1, 8 feature maps' }, patience);
  },
};
