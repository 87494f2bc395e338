import { CostPlot, TrainingControls } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from '../TrainingControls/CircleRun.js';
import { madeUpCosts } from './madeUp.js';

const meta: Meta<typeof CostPlot> = {
  title: 'Components/CostPlot',
  component: CostPlot,
  parameters: {
    docs: {
      description: {
        component: [
          'The cost (others say loss) by step: of each batch while training, solid, and of the held-out set, dashed. Long runs are thinned so that every stretch keeps its least and its largest cost; smoothing never hides the raw line; a log axis counts what it cannot show.',
          '',
          '```tsx',
          '<CostPlot source={session} defaultScale="log" smoothing={50} />',
          '```',
          '',
          '**Keyboard.** Tab reaches the curves; Left and Right move point by point, Page Up and Page Down by a tenth, Home and End to the ends; Escape leaves. A screen reader hears step and costs.',
          '',
          '**Theming.** Custom properties on anything around it, such as `--neuroglow-text`, `--neuroglow-muted`, `--neuroglow-accent`, `--neuroglow-font`; light or dark by the nearest `data-neuroglow-theme`, else by the page’s `color-scheme`. No style sheet to import.',
        ].join('\n'),
      },
    },
  },
  args: { onScaleChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

const curves = madeUpCosts(7500);

/** Training solid, held-out dashed. Hover, touch, or focus and press the arrow keys to read both at a step. */
export const Curves: Story = {
  args: { values: curves },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvasElement.querySelector('.uplot canvas')).toBeVisible(), { timeout: 10_000 });
    const reader = canvas.getByRole('slider', { name: 'Read the cost at a step' });
    reader.focus();
    await userEvent.keyboard('{Home}');
    await waitFor(() =>
      expect(reader).toHaveAttribute('aria-valuetext', expect.stringMatching(/^step 1, training 2\./)),
    );
    await userEvent.keyboard('{End}{ArrowLeft}');
    await waitFor(() => expect(reader).toHaveAttribute('aria-valuenow', '7499'));
    reader.blur();
    await userEvent.click(canvas.getByRole('radio', { name: 'log' }));
    await expect(args.onScaleChange).toHaveBeenCalledWith('log');
    await userEvent.click(canvas.getByRole('radio', { name: 'linear' }));
  },
};

/** On a logarithmic axis. What it cannot show is counted: here a cost of exactly 0. */
export const Logarithmic: Story = {
  args: {
    defaultScale: 'log',
    values: [{ values: Float32Array.from({ length: 400 }, (_, step) => (step === 250 ? 0 : 2 * 0.97 ** step)) }],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('not on a log axis')).toBeVisible();
    await expect(canvas.getByText('1')).toBeVisible();
  },
};

/** Batches of few rows make a noisy curve: a moving average lies over it, and the raw line stays. */
export const Smoothed: Story = { args: { values: madeUpCosts(2000, 0.35), smoothing: 60 } };

/** A cost that grew until it was no number: counted, and the rest stays readable. */
export const Diverged: Story = {
  args: {
    defaultScale: 'linear',
    values: [{ values: [1.2, 1.1, 1.3, 1.9, 3.4, 7.2, 15, 33, Number.POSITIVE_INFINITY, Number.NaN] }],
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('not finite')).toBeVisible();
  },
};

/** One step is a point, not a line. */
export const OneStep: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: [{ values: [0.7] }] },
};

/** Before the first step. */
export const Empty: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: [{ values: [] }] },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No step has been made yet.')).toBeVisible();
  },
};

export const BadValues: Story = {
  tags: ['!dev', '!autodocs'],
  args: { values: [{ steps: [1, 2, 2], values: [1, 1, 1] }], aspect: 6 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(/expected the training steps to ascend/);
  },
};

export const NoSource: Story = {
  tags: ['!dev', '!autodocs'],
  args: { aspect: 6 },
};

/** A real run. Press Start. */
export const Live: Story = {
  decorators: [(Plot) => <CircleRun>{Plot()}</CircleRun>],
  render: (args) => (
    <div style={{ display: 'grid', gap: 20 }}>
      <TrainingControls />
      <CostPlot {...args} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('No step has been made yet.')).toBeVisible();
    const press = canvas.getByRole('button', { name: 'Step' });
    await userEvent.click(press);
    await waitFor(() => expect(canvas.queryByText('No step has been made yet.')).not.toBeInTheDocument(), {
      timeout: 15_000,
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
  },
};
