import {
  ActivationHeatmap,
  createDomainGroup,
  TrainingControls,
  type ActivationHeatmapProps,
  type ConfusionProps,
  type InputWeightsProps,
  type LayersProps,
  type MatrixProps,
  type ResponseMapsProps,
} from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from '../TrainingControls/CircleRun.js';
import { madeUpActivations, madeUpConfusion, madeUpWeights, three } from './madeUp.js';

const meta: Meta<ActivationHeatmapProps> = {
  title: 'Components/ActivationHeatmap',
  component: ActivationHeatmap,
  parameters: {
    docs: {
      description: {
        component: [
          'Activations as cells: every layer for one input, what each neuron of the first layer looks for, or each neuron over a plane of two inputs. Domains are fixed over a run, and the legend states them.',
          '',
          '```tsx',
          '<NeuroglowProvider source={session}>',
          '  <ActivationHeatmap mode="inputWeights" />',
          '</NeuroglowProvider>',
          '```',
          '',
          '**Keyboard.** Tab reaches each picture; arrow keys walk its cells, Home and End go to the ends of a row, with Ctrl to those of the picture; Enter or Space selects, with Shift or Ctrl one more; Escape clears. A hover and a tap do the same.',
          '',
          '**Theming.** Custom properties on anything around it, such as `--neuroglow-text`, `--neuroglow-muted`, `--neuroglow-accent`, `--neuroglow-font`; light or dark by the nearest `data-neuroglow-theme`, else by the page’s `color-scheme`. No style sheet to import.',
        ].join('\n'),
      },
    },
  },
  args: { onSelectionChange: fn() },
};
export default meta;

const digits = Array.from('0123456789');

/** Every layer for one input: the image as an image, the others as strips, each neuron a cell. */
export const Layers: StoryObj<LayersProps> = {
  args: {
    values: {
      layers: [
        { name: 'input', values: three, shape: [8, 8] },
        { name: 'hidden 1', values: madeUpActivations(16), activation: 'sigmoid' },
        { name: 'hidden 2', values: madeUpActivations(16, 1), activation: 'sigmoid' },
        {
          name: 'output',
          values: digits.map((digit) => (digit === '3' ? 0.94 : 0.01)),
          activation: 'softmax',
          labels: digits,
        },
      ],
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const hidden = await canvas.findByRole('grid', { name: 'hidden 1, 16 neurons' });
    hidden.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    const option = within(hidden).getByRole('gridcell', { name: /neuron 3 of 16, activation/ });
    await expect(option).toBeVisible();
    await expect(args.onSelectionChange).toHaveBeenCalledWith({ neurons: [{ layer: 1, neuron: 2 }], samples: [] });
    await userEvent.keyboard('{Escape}');
    await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ neurons: [], samples: [] });
    hidden.blur();
  },
};

/** Layers whose activations have other domains: each domain has its own scale, and diverges where values may be negative. */
export const Domains: StoryObj<LayersProps> = {
  args: {
    values: {
      layers: [
        { name: 'input', values: [0.2, 0.9, 0.4] },
        { name: 'relu layer', values: [0, 3.2, 0.4, 0, 1.8, 0, 2.6, 0.1], activation: 'relu' },
        { name: 'tanh layer', values: [-0.9, -0.3, 0, 0.4, 0.95, -0.6], activation: 'tanh' },
        { name: 'output', values: [-7.5, 4], activation: 'linear' },
      ],
    },
  },
};

const pictures = { name: 'hidden 1', neurons: 16, rows: 8, columns: 8, pictures: madeUpWeights(16, 8) };

/** What each neuron of the first layer looks for: blue adds, orange takes away. The dot is its activation for the input looked at. */
export const InputWeights: StoryObj<InputWeightsProps> = {
  args: {
    mode: 'inputWeights',
    values: { ...pictures, activations: madeUpActivations(16) },
    defaultSelection: { neurons: [{ layer: 1, neuron: 5 }], samples: [] },
  },
  decorators: [(Picture) => <div style={{ maxWidth: 520 }}>{Picture()}</div>],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const list = await canvas.findByRole('grid', { name: 'hidden 1, 16 neurons' });
    list.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect(within(list).getByRole('gridcell')).toHaveAccessibleName(/neuron 16 of 16, activation/);
    list.blur();
  },
};

/** 28 × 28 weights of many neurons: pictures shrink, and their numbers go once there is no room for them. */
export const ManyNeurons: StoryObj<InputWeightsProps> = {
  tags: ['!dev', '!autodocs'],
  args: {
    mode: 'inputWeights',
    values: {
      name: 'hidden 1',
      neurons: 128,
      rows: 28,
      columns: 28,
      pictures: madeUpWeights(128, 28),
      activations: madeUpActivations(128),
    },
  },
};

/** A layer of 784 neurons without a shape wraps into rows. */
export const WideLayer: StoryObj<LayersProps> = {
  args: {
    aspect: 2.6,
    values: {
      layers: [
        { name: 'hidden 1', values: madeUpActivations(784), activation: 'sigmoid' },
        { name: 'output', values: [0.93], activation: 'sigmoid' },
      ],
    },
  },
};

/** NaN and infinities are hatched and counted; they never take a colour, and never stretch a scale. */
export const NotFinite: StoryObj<LayersProps> = {
  args: {
    values: {
      layers: [
        { name: 'hidden 1', values: [0.1, Number.NaN, 0.8, 0.4, Number.POSITIVE_INFINITY, 0.6], activation: 'sigmoid' },
        { name: 'output', values: [Number.NaN, Number.NaN], activation: 'softmax' },
      ],
    },
    aspect: 3,
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('not finite: 4')).toBeVisible();
  },
};

/** Values that cannot be drawn: the sentence says how to mend them. */
export const BadValues: StoryObj<LayersProps> = {
  tags: ['!dev', '!autodocs'],
  args: { values: { layers: [{ name: 'input', values: [0, 1, 0.5], shape: [28, 28] }] }, aspect: 6 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(/to have 784 values, got 3/);
  },
};

/** Nothing to look at yet. */
export const NoSource: StoryObj<LayersProps> = {
  tags: ['!dev', '!autodocs'],
  args: { aspect: 6 },
};

/** Other words, other numbers. */
export const German: StoryObj<LayersProps> = {
  tags: ['!dev', '!autodocs'],
  args: {
    locale: 'de',
    aspect: 4,
    messages: {
      label: 'Aktivierungen',
      activation: 'Aktivierung',
      inputValue: 'Eingabe',
      layer: (name, activation) => `${name} (${activation ?? 'Eingabe'})`,
      layerOf: (name, neurons) => `${name}, ${String(neurons)} Neuronen`,
      neuronOf: (number, count) => `Neuron ${String(number)} von ${String(count)}`,
    },
    values: { layers: [{ name: 'verdeckt 1', values: [0.25, 0.5, 1], activation: 'sigmoid' }] },
  },
};

/**
 * A real run: what each neuron answers over the whole plane of its two inputs, with the data it learns from. The line marks where a neuron begins to
 * fire. Press Start.
 */
export const ResponseMaps: StoryObj<ResponseMapsProps> = {
  decorators: [(Picture) => <CircleRun>{Picture()}</CircleRun>],
  args: { mode: 'responseMaps', layer: 1, points: 'training', threshold: true, aspect: 1.3 },
  render: (args) => (
    <div style={{ display: 'grid', gap: 20, maxWidth: 720 }}>
      <TrainingControls show={['commands', 'readings']} />
      <ActivationHeatmap {...args} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('grid', { name: 'hidden 1, 6 neurons' })).toBeVisible();
    await expect(canvas.getByText('x across, y up')).toBeVisible();
    await expect(canvas.getByText('firing threshold')).toBeVisible();
    await expect(await canvas.findByText('class 0')).toBeVisible();
  },
};

/** The output over the plane, in two colours: on which side of the boundary a point lies. */
export const Boundary: StoryObj<ResponseMapsProps> = {
  ...ResponseMaps,
  args: { mode: 'responseMaps', layer: 3, points: 'training', discretize: true, resolution: 64, aspect: 0.8 },
  decorators: [(Picture) => <CircleRun>{Picture()}</CircleRun>],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('grid', { name: 'output, 1 neuron' })).toBeVisible();
  },
};

/** Which digit is taken for which: true classes down, answers across. With a source, selecting a cell selects its samples. */
export const Confusion: StoryObj<ConfusionProps> = {
  args: { mode: 'confusion', values: { classes: 10, counts: madeUpConfusion(), classNames: digits } },
  decorators: [(Picture) => <div style={{ maxWidth: 460 }}>{Picture()}</div>],
  play: async ({ canvasElement }) => {
    const list = await within(canvasElement).findByRole('grid', { name: 'Confusion matrix, 10 rows, 10 columns' });
    list.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(within(list).getByRole('gridcell')).toHaveAccessibleName(/“1” taken for “1”, rows \d+/);
    list.blur();
  },
};

/** Any matrix, here weights: values of your own, with names of rows and columns where you have them. */
export const Matrix: StoryObj<MatrixProps> = {
  args: {
    mode: 'matrix',
    values: { rows: 8, columns: 16, values: madeUpWeights(2, 8), quantity: 'weight' },
  },
};

const group = createDomainGroup();

/** Two pictures that share a domain: equal colours mean equal numbers in both, although their own values differ tenfold. */
export const SharedDomain: StoryObj<MatrixProps> = {
  args: {
    mode: 'matrix',
    values: { rows: 4, columns: 8, values: madeUpWeights(2, 4), quantity: 'weight' },
    domain: group,
  },
  render: (args) => (
    <div style={{ display: 'grid', gap: 20, maxWidth: 560 }}>
      <ActivationHeatmap {...args} />
      <ActivationHeatmap
        {...args}
        values={{ ...args.values, values: madeUpWeights(2, 4).map((weight) => 10 * weight) }}
      />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => {
      const [one, other] = canvas.getAllByText(/^, −\d+ to \d+$/);
      await expect(one?.textContent).toBe(other?.textContent);
    });
  },
};

/** A real run's layers for one point of its data. The other picture selects the same neurons. */
export const Linked: StoryObj<LayersProps> = {
  decorators: [(Picture) => <CircleRun>{Picture()}</CircleRun>],
  render: () => (
    <div style={{ display: 'grid', gap: 20, maxWidth: 720 }}>
      <TrainingControls show={['commands', 'readings']} />
      <ActivationHeatmap />
      <ActivationHeatmap mode="inputWeights" aspect={3} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const lists = await canvas.findAllByRole('grid', { name: 'hidden 1, 6 neurons' });
    await waitFor(() => expect(lists).toHaveLength(2));
    lists[0]?.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('.neuroglow-activation-heatmap__selected')).toHaveLength(2),
    );
    lists[0]?.blur();
  },
};
