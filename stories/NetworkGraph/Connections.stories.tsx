import { NetworkGraph } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { digits, madeUpNetwork } from './networks.js';
import { waitFor } from './patience.js';

/** What the connections show, and which of them. */
const meta: Meta<typeof NetworkGraph> = {
  title: 'Components/NetworkGraph/Connections',
  component: NetworkGraph,
  args: { onSelectionChange: fn(), onExpandedChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

/** What really flows for this input: weight times activation. */
export const Contributions: Story = {
  args: { values: digits, connectionColor: 'contribution' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by contribution w·a')).toBeVisible());
    await expect(canvas.getByText(/^Contribution w·a \(line\)/)).toBeVisible();
  },
};

/** The forty strongest connections only, and how many that is. */
export const Strongest: Story = {
  args: { values: digits, connections: { kind: 'topK', count: 40 } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(within(canvasElement).getByText('40 of 1,440 connections shown, by weight')).toBeVisible(),
    );
  },
};

/** Only those of a magnitude. */
export const AboveThreshold: Story = {
  args: { values: digits, connections: { kind: 'threshold', magnitude: 2 } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(within(canvasElement).getByText(/^\d+ of 1,440 connections shown, by weight/)).toBeVisible(),
    );
  },
};

/** Only those of the neuron pointed at. */
export const OnlyFocused: Story = {
  args: { values: digits, connections: 'focused' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('0 of 1,440 connections shown, by weight')).toBeVisible());
    (await canvas.findByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 1 of 16/ })).focus();
    await waitFor(() => expect(canvas.getByText('26 of 1,440 connections shown, by weight')).toBeVisible());
  },
};

/** None at all: the neurons alone. */
export const NoConnections: Story = {
  args: { values: digits, connections: 'none' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('0 of 1,440 connections shown, by weight')).toBeVisible());
    await expect(canvas.queryByText(/Dashed: negative/)).toBeNull();
  },
};

/** 109,184 connections: the first layer is a density picture, and the caption says so. */
export const Dense: Story = {
  args: {
    values: madeUpNetwork({ layers: [784, 128, 64, 10] }),
    defaultExpanded: [0, 1, 2],
  },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(
        within(canvasElement).getByText(
          /109,184 of 109,184 connections.*into hidden 1 and hidden 2 as a density picture/,
        ),
      ).toBeVisible(),
    );
  },
};
