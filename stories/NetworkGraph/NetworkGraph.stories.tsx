import { NetworkGraph } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { digits } from './networks.js';
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
