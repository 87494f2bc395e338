import type { Meta, StoryObj } from '@storybook/react-vite';
import { XorDemo } from './XorDemo.js';

const meta = {
  title: 'Demos/XOR',
  component: XorDemo,
  tags: ['!autodocs'],
  args: {
    hidden: 2,
    seed: 12,
    about: 'Two hidden neurons are just enough. Nothing seems to happen for a thousand steps; then the cost falls.',
  },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof XorDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The smallest network that can learn it. */
export const TwoTwoOne: Story = { name: '2-2-1' };

/** With neurons to spare. */
export const TwoFourOne: Story = {
  name: '2-4-1',
  args: { hidden: 4, seed: 8, about: 'Four hidden neurons learn it faster, and from nearly every start.' },
};

/** The smallest network, from another start. */
export const Stuck: Story = {
  name: '2-2-1, stuck',
  args: {
    seed: 5,
    about:
      'The same network from another start: two rows look the same to it and are answered by ½ for good. Try another seed.',
  },
};
