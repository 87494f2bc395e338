import { NetworkGraph } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { digits, images } from './networks.js';
import { tooltipIn, waitFor } from './patience.js';

/** How wide layers find room. */
const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph/Layers',
  component: NetworkGraph,
  args: { onSelectionChange: fn(), onExpandedChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

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
