import { LearningTrace } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { firingStudy } from '../data/firingStudy.js';
import { LiveTrace as LiveTraceDemo } from './LiveTrace.js';
import { manyNeurons } from './madeUp.js';

const meta: Meta<typeof LearningTrace> = {
  title: 'Components/LearningTrace',
  component: LearningTrace,
  parameters: {
    docs: {
      description: {
        component: [
          'What the neurons do when the cost falls. Three panels share one axis of steps: the cost with its drops; every neuron’s activation for one input; and the same neurons coloured by σ(bias), to compare. A tick marks the step at which a neuron crossed its threshold.',
          '',
          '```tsx',
          '<LearningTrace source={session} input={{ sample: 3 }} />',
          '```',
          '',
          'Of a source it records the steps that are shown while it is looked at. A run that was recorded elsewhere comes as `values`.',
          '',
          '**Keyboard.** Tab reaches the picture; Left and Right move step by step, Page Up and Page Down by a tenth, Home and End to the ends; Up and Down choose the neuron; Enter sets the cursor; Escape leaves. Each drop is a button that sets the cursor.',
        ].join('\n'),
      },
    },
  },
  args: { onCursorChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

const [two, four] = firingStudy.examples;

/**
 * A run of the smallest network that can learn xor, for the input (1, 1). The cost falls within a few hundred steps, of which the run makes 12,000. The neurons'
 * colours change there, but not at a stroke, and biases change as well.
 */
export const TwoHiddenNeurons: Story = {
  args: { values: two! },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const reader = canvas.getByRole('slider', { name: 'Read the trace at a step' });
    reader.focus();
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(reader).toHaveAttribute('aria-valuetext', expect.stringMatching(/^step 0, cost /)));
    await expect(reader).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/neuron 1 of hidden layer 1, activation .*, σ\(bias\) /),
    );
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(reader).toHaveAttribute('aria-valuetext', expect.stringMatching(/neuron 2 of hidden/)));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(reader).toHaveAttribute('aria-valuenow', '1500'));
    const [drop] = canvas.getAllByRole('button', { name: /^Drop 1: steps / });
    await userEvent.click(drop!);
    await expect(args.onCursorChange).toHaveBeenLastCalledWith(two!.drops[0]!.steepest);
    await expect(drop).toHaveAttribute('aria-pressed', 'true');
  },
};

/** With four hidden neurons. */
export const FourHiddenNeurons: Story = { args: { values: four! } };

/** In two colours, by whether a neuron fires. It makes a change that takes hundreds of steps look sudden: an option, never the default. */
export const FiringOrSilent: Story = {
  args: { values: two!, coloring: 'state' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('firing')).toBeVisible();
  },
};

/** Sixteen neurons at a time; the rest are a page away. */
export const ManyNeurons: Story = {
  args: { values: manyNeurons() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Neurons 1 to 16 of 42')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Next neurons' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Next neurons' }));
    await expect(canvas.getByText('Neurons 33 to 42 of 42')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Next neurons' })).toBeDisabled();
  },
};

/** Choose a network and a seed, press Start, and watch the cost fall while the trace moves. Then choose a drop to see what carried it. */
export const Live: Story = {
  render: () => <LiveTraceDemo />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 20_000 }));
    const reader = await canvas.findByRole('slider', { name: 'Read the trace at a step' }, { timeout: 20_000 });
    await waitFor(() => expect(Number(reader.getAttribute('aria-valuemax'))).toBeGreaterThan(50), { timeout: 40_000 });
    await userEvent.selectOptions(canvas.getByLabelText('Network'), 'xor 2-4-1');
    const carriers = await canvas.findByRole('region', { name: 'What carried the drop' }, { timeout: 20_000 });
    await expect(within(carriers).getByText('outgoing weights')).toBeVisible();
    await expect(within(carriers).getByText('neuron 4')).toBeVisible();
  },
};
