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
    const button = await canvas.findByRole('button', { name: 'Step' });
    const graph = button.closest('.neuroglow')!;
    // A blue that can be read on the page as it is.
    const isDark = getComputedStyle(graph).color.startsWith('rgb(238,');
    const [hex, rgb] = isDark ? ['#99bbff', 'rgb(153, 187, 255)'] : ['#0000ff', 'rgb(0, 0, 255)'];
    await fireEvent.change(canvas.getByLabelText('--neuroglow-text'), { target: { value: hex } });
    await waitFor(() => expect(getComputedStyle(graph).color).toBe(rgb));
    await expect(canvas.getByText(new RegExp(`--neuroglow-text: ${hex};`))).toBeVisible();
  },
};
