import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { FashionDemo } from './FashionDemo.js';
import { reading } from './reading.js';

const meta = {
  title: 'Demos/Fashion',
  component: FashionDemo,
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof FashionDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Press Start: 784-16-16-10 learns to tell clothes apart, and the pictures of the first layer turn from noise into parts of clothes. */
export const Fashion: Story = {};

/** Starts, and reads what it has learned. */
export const Learns: Story = {
  tags: ['!dev'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'held-out accuracy')).toBeGreaterThan(0.6), {
      timeout: 60_000,
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const images = within(canvas.getByRole('group', { name: 'Held-out image to look at' })).getAllByRole('button');
    await userEvent.click(images[3]!);
    await expect(images[3]).toHaveAttribute('aria-pressed', 'true');
  },
};
