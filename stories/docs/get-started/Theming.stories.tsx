import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor, within } from 'storybook/test';
import { ThemingPage } from './ThemingPage.js';

const meta = {
  title: 'Get started/Theming',
  component: ThemingPage,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
} satisfies Meta<typeof ThemingPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every custom property, live. */
export const Theming: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await fireEvent.change(canvas.getByLabelText('--neuroglow-text'), { target: { value: '#0000ff' } });
    const button = await canvas.findByRole('button', { name: 'Step' });
    const graph = button.closest('.neuroglow')!;
    await waitFor(() => expect(getComputedStyle(graph).color).toBe('rgb(0, 0, 255)'));
    await expect(canvas.getByText(/--neuroglow-text: #0000ff;/)).toBeVisible();
  },
};
