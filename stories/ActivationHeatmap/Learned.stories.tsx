import {
  CombinationMaps,
  Contributions,
  InputWeights,
  LayerSpace,
  ResponseMaps,
  SampleMatrix,
  TopSamples,
  TrainingControls,
} from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { waitFor } from '../NetworkGraph/patience.js';
import { ClothesRun, DigitsRun, SpiralRun } from './Runs.js';

const meta: Meta = {
  title: 'Components/ActivationHeatmap/What neurons learn',
  parameters: {
    docs: {
      description: {
        component:
          'Pictures of real runs: what each neuron has learned to see, which examples make it fire, and how a layer spreads the data. Press Start to see them change.',
      },
    },
  },
};
export default meta;

function Column({ width = 760, children }: { readonly width?: number; readonly children: ReactNode }): ReactElement {
  return (
    <div style={{ display: 'grid', gap: 20, maxWidth: width }}>
      <TrainingControls show={['commands', 'readings']} />
      {children}
    </div>
  );
}

const patience = { timeout: 30_000 };

/** Eight hidden neurons bend the plane until two spirals can be told apart; the line marks where each begins to fire. */
export const SpiralMaps: StoryObj = {
  render: () => (
    <SpiralRun steps={3000}>
      <Column>
        <ResponseMaps layer={2} points="training" threshold />
      </Column>
    </SpiralRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid', { name: 'hidden 2, 8 neurons' }, patience);
    grid.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(within(grid).getByRole('gridcell')).toHaveAccessibleName(/neuron 2 of 8/);
    grid.blur();
  },
};

/**
 * The data as the first hidden layer sees them: a point per handwritten digit, in the plane of the layer's two principal components. The components are
 * fitted once, so every movement is the network's; “Fit to this step” looks along new ones.
 */
export const DigitsUnfold: StoryObj = {
  render: () => (
    <DigitsRun steps={600}>
      <Column width={640}>
        <LayerSpace layer={2} />
      </Column>
    </DigitsRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const list = await canvas.findByRole('listbox', { name: 'examples as hidden 2 sees them' }, patience);
    await expect(await canvas.findByText(/^Components fitted at step \d+/, {}, patience)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Fit to this step' }));
    list.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(within(list).getByRole('option')).toHaveAccessibleName(/^example \d+, class “\d”$/));
    list.blur();
  },
};

/** Neurons down, digits across, grouped by class: a neuron that is selective has blocks of one colour. Rows stand in the order of selectivity η². */
export const DigitsByNeuron: StoryObj = {
  render: () => (
    <DigitsRun steps={600}>
      <Column>
        <SampleMatrix layer={1} rows={400} order="selectivity" of="validation" />
      </Column>
    </DigitsRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid', { name: /^hidden 1 by example, 16 rows/ }, patience);
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await waitFor(() =>
      expect(within(grid).getByRole('gridcell')).toHaveAccessibleName(
        /example \d+ of class “0”, activation .*, selectivity η²/,
      ),
    );
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(grid.querySelectorAll('[class*="__selected"]')).toHaveLength(2));
    await userEvent.keyboard('{Escape}');
    grid.blur();
  },
};

/** For each neuron the nine digits that make it fire most. */
export const FiringMost: StoryObj = {
  render: () => (
    <DigitsRun steps={600}>
      <Column>
        <TopSamples layer={2} />
      </Column>
    </DigitsRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid', { name: 'hidden 2, 16 neurons' }, patience);
    grid.focus();
    await waitFor(() =>
      expect(within(grid).getByRole('gridcell')).toHaveAccessibleName(/strongest pre-activation .*, classes: \d, \d/),
    );
    await expect(canvas.getByText(/^The 9 of 1,438 examples/)).toBeVisible();
    grid.blur();
  },
};

/** 784-16-16-10 on photographs: what the sixteen neurons of the first layer look for, and what one photograph contributes to each. */
export const PatternsAndContribution: StoryObj = {
  render: () => (
    <ClothesRun steps={900}>
      <Column width={1040}>
        <div
          style={{ display: 'grid', gap: 24, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))' }}
        >
          <InputWeights />
          <Contributions />
        </div>
      </Column>
    </ClothesRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grids = await canvas.findAllByRole('grid', { name: 'hidden 1, 16 neurons' }, patience);
    await waitFor(() => expect(grids).toHaveLength(2));
    grids[1]?.focus();
    await waitFor(() =>
      expect(within(grids[1] as HTMLElement).getByRole('gridcell')).toHaveAccessibleName(/sum .* = z − bias; bias/),
    );
    await expect(canvas.getByText('Each picture sums to z − bias, for this input alone.')).toBeVisible();
    grids[1]?.blur();
  },
};

/** A deeper layer has no weights from pixels: this is the gradient of each neuron's pre-activation, true near this photograph only. */
export const DeeperGradients: StoryObj = {
  render: () => (
    <ClothesRun steps={900}>
      <Column width={560}>
        <InputWeights layer={2} />
      </Column>
    </ClothesRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^Local: what a small change/, {}, patience)).toBeVisible();
  },
};

/** How the boundary between the spirals is made: each map times its weight to the output, and last their sum with the bias. */
export const BoundaryFromNeurons: StoryObj = {
  render: () => (
    <SpiralRun steps={3000}>
      <Column>
        <CombinationMaps points="training" />
      </Column>
    </SpiralRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid', { name: 'hidden 2, 9 neurons' }, patience);
    grid.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(within(grid).getByRole('gridcell')).toHaveAccessibleName(/^sum \+ bias, bias /));
    grid.blur();
  },
};

/** The numbers as a table, and weights relative to the largest of their neuron. */
export const NormalizedWithTable: StoryObj = {
  tags: ['!autodocs'],
  render: () => (
    <DigitsRun>
      <Column width={520}>
        <InputWeights normalize="neuron" table />
      </Column>
    </DigitsRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/each neuron relative to its own maximum/, {}, patience)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show as table' }));
    await waitFor(() => expect(canvas.getByRole('table')).toHaveTextContent('128 rows'));
    await expect(canvas.getAllByRole('row').length).toBeGreaterThan(100);
    await userEvent.click(canvas.getByRole('button', { name: 'Hide table' }));
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};
