import type { Meta, StoryObj } from '@storybook/react-vite';
import { XorDemo } from './XorDemo.js';

const meta = {
  title: 'Demos/XOR',
  component: XorDemo,
  tags: ['!autodocs'],
  args: { hidden: 2, seed: 1 },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof XorDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two hidden neurons are just enough: each has to find its own half of the problem. */
export const TwoTwoOne: Story = { name: '2-2-1' };

/** Four hidden neurons learn it faster, and from nearly every start. */
export const TwoFourOne: Story = { name: '2-4-1', args: { hidden: 4 } };
