import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { FashionRun } from './FashionRun.js';
import { tooltipIn, waitFor } from './patience.js';

/** A hundred thousand connections that have learned something. */
const meta: Meta<typeof FashionRun> = { title: 'Components/NetworkGraph/Dense run', component: FashionRun };
export default meta;

type Story = StoryObj<typeof meta>;

/** 784-128-64-10 after 300 steps of real photographs, every layer expanded. A neuron's own connections stand out of the density picture. */
export const Learned: Story = {
  args: { defaultExpanded: [0, 1, 2] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() =>
      expect(
        canvas.getByText(/109,184 of 109,184 connections.*into hidden 1 and hidden 2 as a density picture/),
      ).toBeVisible(),
    );
    const neuron = canvas.getByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 20 of 64/ });
    neuron.focus();
    await expect(tooltipIn(canvasElement)).toHaveTextContent(/Σ w·a \+ b = /);
    await userEvent.keyboard('{ArrowRight}');
    await expect(document.activeElement).toHaveAccessibleName(/^output: layer 4 of 4/);
  },
};

/** The 784 inputs as the picture they are. */
export const Collapsed: Story = { args: { maxNeurons: 64, defaultExpanded: [1] } };
