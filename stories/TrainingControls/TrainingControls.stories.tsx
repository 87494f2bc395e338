import { CostPlot, TrainingControls } from '@neuroglow/components';
import { useTrainingState } from '@neuroglow/engine';
import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from './CircleRun.js';

const withRun: Decorator = (Controls) => <CircleRun>{Controls()}</CircleRun>;

const meta: Meta<typeof TrainingControls> = {
  title: 'Components/TrainingControls',
  component: TrainingControls,
  parameters: {
    docs: {
      description: {
        component: [
          'Start, pause, step and reset a run, see how far it is, and change learning rate, seed and speed. What a source cannot do is not there.',
          '',
          '```tsx',
          '<TrainingControls source={session} until={{ epoch: 100 }} />',
          '```',
          '',
          '**Keyboard.** Buttons and fields in reading order. In a field, Up and Down walk the values (a rate by 1, 2, 5, 10), Enter takes what was typed, Escape gives the former back.',
          '',
          '**Theming.** Custom properties on anything around it, such as `--neuroglow-text`, `--neuroglow-muted`, `--neuroglow-accent`, `--neuroglow-font`; light or dark by the nearest `data-neuroglow-theme`, else by the page’s `color-scheme`. No style sheet to import.',
        ].join('\n'),
      },
    },
  },
};
export default meta;

type Story = StoryObj<typeof meta>;

const patient = { timeout: 15_000 };

/** Steers a real run: nothing moves before Start is pressed. */
export const Run: Story = {
  decorators: [withRun],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const status = canvas.getByRole('status');
    await expect(status).toHaveTextContent('ready');
    await userEvent.click(canvas.getByRole('button', { name: 'Step' }));
    await waitFor(() => expect(status).toHaveTextContent('paused'), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(status).toHaveTextContent('running'), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await waitFor(() => expect(status).toHaveTextContent('paused'), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(status).toHaveTextContent('ready'), patient);
  },
};

/** A learning rate takes effect with the next step; a seed begins another run. Arrow keys walk both. */
export const Settings: Story = {
  decorators: [withRun],
  args: { show: ['learningRate', 'seed', 'speed'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const rate = canvas.getByRole('spinbutton', { name: 'learning rate' });
    rate.focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(rate).toHaveValue('0.5'), patient);
    await userEvent.clear(rate);
    await userEvent.type(rate, 'fast');
    await expect(canvas.getByRole('alert')).toHaveTextContent('A learning rate is a number greater than 0.');
    await userEvent.keyboard('{Escape}');
    await expect(rate).toHaveValue('0.5');
    const seed = canvas.getByRole('spinbutton', { name: 'seed' });
    await userEvent.clear(seed);
    await userEvent.type(seed, '12{Enter}');
    await waitFor(() => expect(seed).toHaveValue('12'), patient);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'speed' }), '100 steps a frame');
    await waitFor(() => expect(canvas.getByRole('combobox')).toHaveValue('100'), patient);
    seed.blur();
  },
};

/** With a picture of the same source. */
export const WithCost: Story = {
  decorators: [withRun],
  render: () => (
    <div style={{ display: 'grid', gap: 20 }}>
      <TrainingControls />
      <CostPlot />
    </div>
  ),
};

/** Too fast a rate: the run stops as diverged, says so, and Reset begins it anew. */
export const Diverged: Story = {
  args: {
    values: { status: 'diverged', step: 212, epoch: 14, cost: Number.POSITIVE_INFINITY, validation: null },
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent('diverged');
  },
};

/** Readings of a trainer of one's own. What cannot be steered has no buttons. */
export const ReadingsAlone: Story = {
  args: {
    values: {
      status: 'running',
      step: 4310,
      epoch: 96,
      cost: 0.0417,
      validation: { step: 4300, cost: 0.05, accuracy: 0.964 },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('96.4%')).toBeVisible();
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
  },
};

export const NoSource: Story = {
  tags: ['!dev', '!autodocs'],
};

function RunId(): ReactElement {
  return <output>{useTrainingState(({ runId }) => runId)}</output>;
}

/** The same seed gives the same run, bit for bit. */
export const AnotherSeed: Story = {
  decorators: [withRun],
  render: () => (
    <div style={{ display: 'grid', gap: 12 }}>
      <TrainingControls show={['seed', 'commands']} />
      <RunId />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const before = canvasElement.querySelector('output')?.textContent;
    const seed = canvas.getByRole('spinbutton', { name: 'seed' });
    seed.focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(canvasElement.querySelector('output')?.textContent).not.toBe(before), patient);
    await expect(seed).toHaveValue('4');
    seed.blur();
  },
};
