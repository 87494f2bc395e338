import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { DeadRelu as DeadReluRecipe } from './DeadRelu.js';
import deadRelu from './DeadRelu.tsx?raw';
import { LearningRateTooHigh as LearningRateRecipe } from './LearningRateTooHigh.js';
import learningRate from './LearningRateTooHigh.tsx?raw';
import { Overfitting as OverfittingRecipe } from './Overfitting.js';
import overfitting from './Overfitting.tsx?raw';
import { SymmetricStart as SymmetricRecipe } from './SymmetricStart.js';
import symmetric from './SymmetricStart.tsx?raw';
import { TwoSeeds as TwoSeedsRecipe } from './TwoSeeds.js';
import twoSeeds from './TwoSeeds.tsx?raw';
import { VanishingGradients as VanishingRecipe } from './VanishingGradients.js';
import vanishing from './VanishingGradients.tsx?raw';

const meta: Meta = {
  title: 'Recipes',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const patient = { timeout: 45_000 };
const startAll = async (element: HTMLElement): Promise<void> => {
  for (const button of await within(element).findAllByRole('button', { name: 'Start' })) await userEvent.click(button);
};
const source = (code: string): Story['parameters'] => ({ docs: { source: { code } } });

/** The held-out cost rises while the training cost falls. */
export const Overfitting: Story = {
  render: () => <OverfittingRecipe />,
  parameters: { ...source(overfitting) },
  play: async ({ canvasElement }) => {
    await startAll(canvasElement);
    await waitFor(() => expect(within(canvasElement).getByText('overfitting')).toBeVisible(), patient);
  },
};

/** Deep sigmoids pass hardly any gradient to their first layer. */
export const VanishingGradients: Story = {
  render: () => <VanishingRecipe />,
  parameters: { ...source(vanishing) },
  play: async ({ canvasElement }) => {
    for (const button of await within(canvasElement).findAllByRole('button', { name: 'Step' }))
      await userEvent.click(button);
    const first = (name: string): number => {
      const run = within(canvasElement).getByRole('region', { name });
      return Number(within(run).getByText('layer 1').parentElement?.lastElementChild?.textContent);
    };
    await waitFor(() => expect(first('relu') / first('sigmoid')).toBeGreaterThan(30), patient);
  },
};

/** Large steps kill relu neurons for good. */
export const DeadRelu: Story = {
  render: () => <DeadReluRecipe />,
  parameters: { ...source(deadRelu) },
  play: async ({ canvasElement }) => {
    await startAll(canvasElement);
    await waitFor(() => expect(within(canvasElement).getAllByText(/1[0-9] dead/)[0]).toBeVisible(), patient);
  },
};

/** The cost leaps instead of falling. */
export const LearningRateTooHigh: Story = {
  render: () => <LearningRateRecipe />,
  parameters: { ...source(learningRate) },
};

/** Equal weights stay equal. */
export const SymmetricStart: Story = {
  render: () => <SymmetricRecipe />,
  parameters: { ...source(symmetric) },
};

/** The same network from two starts. */
export const TwoSeeds: Story = {
  render: () => <TwoSeedsRecipe />,
  parameters: { ...source(twoSeeds) },
};
