import { CostPlot, TrainingControls } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from '../TrainingControls/CircleRun.js';
import { longCosts, madeUpCosts, seedCosts } from './madeUp.js';

const meta: Meta<typeof CostPlot> = {
  title: 'Components/CostPlot',
  component: CostPlot,
  parameters: {
    docs: {
      description: {
        component: [
          'The cost (others say loss) by step: of each batch while training, solid; of the held-out set, dashed; of a test set, dotted. Metrics such as accuracy have an axis of their own on the right, and are shown once they are picked in the legend. Long runs are reduced so that every stretch keeps its least and its largest cost; zooming in fetches finer points. Smoothing never hides the raw line. What an axis cannot show is marked at its edge and counted.',
          '',
          '```tsx',
          '<CostPlot source={session} smoothing={50} controls="all" />',
          '<CostPlot runs={sessions.map((source, at) => ({ name: `seed ${at + 1}`, source }))} />',
          '```',
          '',
          '**Zoom.** Drag over the curves to choose the steps to show; Shift and drag pans; a wheel zooms with Ctrl or ⌘, or while the plot has the focus; two fingers zoom and pan; a double click shows all. Every picture over time under the same provider shows the same steps. While the right end is the latest step, the plot follows it.',
          '',
          '**Cursor.** Drag the knob to the step that all pictures show, or focus it and use the arrow keys, Page Up, Page Down, Home; End goes back to the live step. It is there where the source has a timeline, or where you pass `onCursorChange`.',
          '',
          '**Keyboard.** Tab reaches the curves; Left and Right move point by point, Page Up and Page Down by a tenth, Home and End to the ends; + and − zoom about the point, Shift with Left and Right pans, 0 shows all, L follows the latest step; Enter sets the cursor to the point; Escape leaves. A screen reader hears step and costs, and reads a sentence that sums each curve up.',
          '',
          '**Export.** The ref gets an element with `toSVG()`, `toPNG({ scale })` and `toCSV()`: what is shown, zoomed as it is.',
          '',
          '**Memory.** A session keeps the latest 32,768 costs exactly, and older ones in up to 32,768 stretches with their minimum, maximum, sum and places: less than 2 MB for a run of any length.',
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
      expect(reader).toHaveAttribute('aria-valuetext', expect.stringMatching(/^step \d, training 2\./)),
    );
    await userEvent.keyboard('{End}{ArrowLeft}');
    await waitFor(() => expect(Number(reader.getAttribute('aria-valuenow'))).toBeLessThan(7500));
    await expect(Number(reader.getAttribute('aria-valuenow'))).toBeGreaterThan(7480);
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

const drawn = (canvasElement: HTMLElement): Promise<unknown> =>
  waitFor(() => expect(canvasElement.querySelector('.uplot canvas')).toBeVisible(), { timeout: 30_000 });

const tenMillion = longCosts(10_000_000);

/** Ten million costs, 40 MB of them. The plot draws some two thousand points; a spike of a single step is among them, marked at the edge. */
export const TenMillionPoints: Story = {
  // Making ten million points takes seconds, which nobody should meet by chance.
  tags: ['!dev', '!autodocs'],
  args: { values: tenMillion, defaultScale: 'linear', controls: 'all' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    await expect(await canvas.findByText('beyond the axis', {}, { timeout: 30_000 })).toBeVisible();
    const reader = canvas.getByRole('slider', { name: 'Read the cost at a step' });
    reader.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(reader).toHaveAttribute('aria-valuenow', '10000000'));
    // Zooming in reads finer points: fourteen times, down to single steps.
    for (let times = 0; times < 40; times++) await userEvent.keyboard('+');
    await waitFor(
      async () => {
        await userEvent.keyboard('{End}{ArrowLeft}');
        await expect(reader).toHaveAttribute('aria-valuenow', '9999999');
      },
      { timeout: 30_000 },
    );
    await userEvent.keyboard('0');
    reader.blur();
  },
};

/** Values that are not finite are crosses at the top, and gaps in the line. */
export const NotANumber: Story = {
  args: {
    defaultScale: 'linear',
    values: [{ values: Array.from({ length: 300 }, (_, at) => (at > 120 && at < 150 ? NaN : 1 / (1 + at / 40))) }],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    await expect(await canvas.findByText('not finite')).toBeVisible();
    await expect(canvas.getByText('29')).toBeVisible();
  },
};

/** The same network from five seeds: each run a pale line, their median, and a band from the lowest to the highest. */
export const SeveralSeeds: Story = {
  args: { runs: [1, 2, 3, 4, 5].map((seed) => ({ name: `seed ${seed}`, values: seedCosts(seed, 3000) })) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    await expect(await canvas.findByText('median of 5 runs, band: lowest to highest')).toBeVisible();
    const toggle = canvas.getByRole('button', { name: 'seed 3' });
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  },
};

/** A branch with another learning rate, drawn from its fork on beside the run that it left. */
export const Branch: Story = {
  args: {
    runs: [
      { name: 'learning rate 0.1', values: seedCosts(1, 3000) },
      { name: 'learning rate 0.3', values: seedCosts(1, 3000, 1200), branchedAt: 1200 },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    const reader = canvas.getByRole('slider', { name: 'Read the cost at a step' });
    reader.focus();
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(reader.getAttribute('aria-valuetext')).toMatch(/^step \d, .*0\.3, training –/));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(reader.getAttribute('aria-valuetext')).toMatch(/^step 3,000, .*0\.3, training 0\.\d/));
    reader.blur();
  },
};

/** Linear around 0 and logarithmic beyond: costs of exactly 0 have a place. The horizontal axis can be logarithmic too. */
export const SymmetricLog: Story = {
  args: {
    ...{ defaultScale: 'symlog', defaultXScale: 'log', controls: 'all' },
    values: [{ values: Float32Array.from({ length: 4000 }, (_, at) => (at % 500 === 499 ? 0 : 3 / (1 + at) ** 1.2)) }],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    await expect(canvas.queryByText('not on a log axis')).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('radio', { name: 'log' }));
    await expect(await canvas.findByText('not on a log axis')).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'spacing of the horizontal axis' }), 'linear');
    await userEvent.click(canvas.getByRole('radio', { name: 'symlog' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'spacing of the horizontal axis' }), 'log');
  },
};

/** Zoomed to a drop. Show all goes back. */
export const Zoomed: Story = {
  args: { values: curves, controls: 'all' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    const reader = canvas.getByRole('slider', { name: 'Read the cost at a step' });
    const showAll = canvas.getByRole('button', { name: 'Show all' });
    await expect(showAll).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(showAll).toBeEnabled());
    reader.focus();
    await userEvent.keyboard('{Home}');
    // The first point within the middle half; points stand for a few steps each.
    await waitFor(() => expect(Number(reader.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(1875));
    await expect(Number(reader.getAttribute('aria-valuenow'))).toBeLessThan(1900);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(showAll);
    await waitFor(() => expect(showAll).toBeDisabled());
    await userEvent.click(canvas.getByRole('button', { name: 'Zoom in' }));
  },
};

/** The knob chooses the step that pictures show. */
export const Cursor: Story = {
  args: { values: curves, defaultCursor: 4310, onCursorChange: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await drawn(canvasElement);
    const knob = canvas.getByRole('slider', { name: 'Step shown' });
    await expect(knob).toHaveAttribute('aria-valuetext', 'step 4,310');
    knob.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onCursorChange).toHaveBeenLastCalledWith(4309);
    await userEvent.keyboard('{End}');
    await expect(args.onCursorChange).toHaveBeenLastCalledWith('live');
    await expect(knob).toHaveAttribute('aria-valuetext', expect.stringMatching(/^live/));
    await userEvent.keyboard('{Home}');
    knob.blur();
  },
};
