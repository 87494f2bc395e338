import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { EnginePage } from './EnginePage.js';

const meta = {
  title: 'Reference/Engine functions',
  component: EnginePage,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
} satisfies Meta<typeof EnginePage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every public function, by topic. */
export const EngineFunctions: Story = {
  name: 'Engine functions',
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('heading', { level: 3, name: 'createTraining' })).toBeVisible();
  },
};
