import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { reading } from '../reading.js';
import { demoStory } from '../storybook/demoParameters.js';
import chainRule from './chainRule.ts?raw';
import chainRulePanel from './ChainRulePanel.tsx?raw';
import css from './learning.css?raw';
import { LearningDemo } from './LearningDemo.js';
import source from './LearningDemo.tsx?raw';

const meta = {
  title: 'Demos/How a network learns',
  component: LearningDemo,
  tags: ['!autodocs'],
  ...demoStory([
    { name: 'LearningDemo.tsx', text: source },
    { name: 'ChainRulePanel.tsx', text: chainRulePanel },
    { name: 'chainRule.ts', text: chainRule },
    { name: 'learning.css', text: css },
  ]),
} satisfies Meta<typeof LearningDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One step of a 2-2-1 by hand, with every number where it arises. */
export const Learning: Story = {
  name: 'How a network learns',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const patience = { timeout: 30_000 };
    const number = (name: string): string =>
      canvasElement.querySelector(`[data-name="${name}"]`)?.textContent ?? 'none yet';
    // What the chain rule says of a weight is what a step makes of it.
    await waitFor(() => expect(number('after')).toMatch(/\d/), patience);
    const promised = number('after');
    await expect(promised).not.toBe(number('value'));
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(1), patience);
    await waitFor(() => expect(number('value')).toBe(promised), patience);
    await expect(canvas.getByText(/^The next step learns from row 2 of 4/)).toBeVisible();

    // The error goes back to a hidden neuron through the weights ahead of it.
    await userEvent.selectOptions(canvas.getByLabelText('of'), 'bias of hidden 1, neuron 1');
    await waitFor(
      () => expect(canvas.getByText('what the error sends back', { exact: false })).toBeVisible(),
      patience,
    );
    await waitFor(() => expect(location.hash).toContain('parameter=2'));

    const pass = within(canvas.getByRole('group', { name: 'Pass' }));
    await userEvent.click(pass.getByRole('button', { name: 'Next' }));
    await expect(await pass.findByText(/forward/i, undefined, patience)).toBeVisible();
    await userEvent.click(pass.getByRole('button', { name: 'Done' }));

    location.hash = '';
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0), patience);
    (document.activeElement as HTMLElement | null)?.blur();
  },
};
