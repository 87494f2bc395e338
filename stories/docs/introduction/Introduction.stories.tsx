import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Introduction as Page } from './Introduction.js';

const meta = {
  title: 'Introduction',
  component: Page,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Learns by itself to read handwritten digits, and reads the one that the visitor draws. */
export const Introduction: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const accuracy = await canvas.findByRole('status', { name: 'Held-out accuracy' }, { timeout: 15_000 });
    await waitFor(() => expect(Number.parseFloat(accuracy.textContent)).toBeGreaterThan(90), { timeout: 45_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));

    // A vertical stroke down the middle.
    const pad = canvas.getByRole('application', { name: 'Draw a digit' });
    pad.focus();
    await userEvent.keyboard(
      '{ArrowUp}{ArrowUp}{ArrowUp} {ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown} ',
    );
    await waitFor(() => expect(canvas.getByText('You drew')).toBeVisible());
    await waitFor(() => expect(canvas.getByText('Read as').nextElementSibling).toHaveTextContent(/^\d$/));
    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(canvas.queryByText('You drew')).toBeNull());
    pad.blur();
  },
};
