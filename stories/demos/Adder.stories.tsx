import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import adderCss from './adder.css?raw';
import answers from './adderAnswers.ts?raw';
import { AdderDemo } from './AdderDemo.js';
import source from './AdderDemo.tsx?raw';
import grid from './AdderGrid.tsx?raw';
import { reading } from './reading.js';
import { demoStory } from './storybook/demoParameters.js';

const meta = {
  title: 'Demos/Adder',
  component: AdderDemo,
  tags: ['!autodocs'],
  ...demoStory([
    { name: 'AdderDemo.tsx', text: source },
    { name: 'AdderGrid.tsx', text: grid },
    { name: 'adderAnswers.ts', text: answers },
    { name: 'adder.css', text: adderCss },
  ]),
} satisfies Meta<typeof AdderDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 10-20-6 learns all 1,024 sums of two five-bit numbers: 100 % by step 4,000. */
export const Adder: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    const seen = (): number => Number(/overflow seen (\d+)/.exec(canvasElement.textContent)?.[1]);
    await waitFor(() => expect(seen()).toBeGreaterThan(450), { timeout: 40_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const grid = canvas.getByRole('application', { name: /All sums/ });
    grid.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect(canvas.getByLabelText('a')).toHaveValue(14);
    await expect(canvas.getByLabelText('b')).toHaveValue(11);
    await waitFor(() => expect(location.hash).toMatch(/a=14/));
    await expect(location.hash).toMatch(/b=11/);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}');
    await waitFor(() => expect(location.hash).toBe(''));
    grid.blur();
    await userEvent.keyboard('r');
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0));
  },
};
