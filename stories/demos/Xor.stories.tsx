import type { Meta, StoryObj } from '@storybook/react-vite';
import { XorDemo } from './XorDemo.js';

const meta = {
  title: 'Demos/XOR',
  component: XorDemo,
  tags: ['!autodocs'],
  args: { hidden: 2, seed: 12 },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof XorDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two hidden neurons are just enough. Nothing seems to happen for a thousand steps; then the cost falls. */
export const TwoTwoOne: Story = { name: '2-2-1' };

/** Four hidden neurons learn it faster, and from nearly every start. */
export const TwoFourOne: Story = { name: '2-4-1', args: { hidden: 4, seed: 8 } };

/** The same network from another start: one row stays wrong for good, in a local minimum. */
export const Stuck: Story = { name: '2-2-1, stuck', args: { seed: 5 } };
