import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { reading } from './reading.js';
import { demoStory } from './storybook/demoParameters.js';
import xorCss from './xor.css?raw';
import { XorDemo } from './XorDemo.js';
import source from './XorDemo.tsx?raw';

const meta = {
  title: 'Demos/XOR',
  component: XorDemo,
  tags: ['!autodocs'],
  ...demoStory([
    { name: 'XorDemo.tsx', text: source },
    { name: 'xor.css', text: xorCss },
  ]),
} satisfies Meta<typeof XorDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The smallest thing that one neuron cannot learn. */
export const Xor: Story = {
  name: 'XOR',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(20), { timeout: 30_000 });
    const rows = canvas.getAllByRole('radio', { name: /xor/ });
    // It opens on a row that is answered wrong.
    await expect(rows[3]).toBeChecked();
    await userEvent.click(rows[1]!);
    await expect(rows[1]).toBeChecked();
    await waitFor(() => expect(location.hash).toContain('row=1'));
    // Away from the buttons: a focused button answers to Space itself.
    rows[1]!.blur();
    await userEvent.keyboard(' ');
    await canvas.findByRole('button', { name: 'Resume' });
    await userEvent.keyboard('r');
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0));
    await userEvent.click(rows[3]!);
    await waitFor(() => expect(location.hash).toBe(''));
    rows[3]!.blur();
  },
};
