import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor as wait, within } from 'storybook/test';
import { XorRun } from './XorRun.js';

/** The graph of a session of this library, and what only a source can give. */
const meta: Meta<typeof XorRun> = { title: 'Components/NetworkGraph/With a session', component: XorRun };
export default meta;

/** Pictures come from a worker, which on a busy machine takes its time. */
const waitFor: typeof wait = (callback) => wait(callback, { timeout: 15_000 });

type Story = StoryObj<typeof meta>;

/** Two inputs: each hidden neuron shows its response over the plane that they span. */
export const ResponseMaps: Story = { args: { neuronGlyph: 'responseMap', connectionColor: 'contribution' } };

/** δ = ∂C/∂z of the latest batch, and ∂C/∂w on the connections. */
export const Gradients: Story = {
  args: { neuronColor: 'gradient', connectionColor: 'gradient', gradientOf: 'batch', steps: 40 },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(within(canvasElement).getByText(/12 of 12 connections, by gradient ∂C\/∂w of the batch/)).toBeVisible(),
    );
  },
};

/** The share of rows for which each neuron fires. */
export const FiringRates: Story = { args: { neuronColor: 'firingRate' } };

/** How much each activation has changed since step 0. */
export const ChangeSinceTheStart: Story = { args: { neuronColor: 'change', changeSince: 0 } };

/** One input flows through, layer by layer. */
export const ForwardPass: Story = {
  args: { pass: 'forward', connectionColor: 'contribution' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('600 steps made')).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'Next' }));
    await expect(await canvas.findByText(/^step 600 · forward: input$/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await expect(await canvas.findByText(/forward: hidden 1$/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(await canvas.findByText(/^step 600 · forward: input$/)).toBeVisible();
  },
};

/** Forward, cost, backward, update: each number where it arises. */
export const TrainingPass: Story = {
  args: { pass: 'training', connectionColor: 'contribution' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('600 steps made')).toBeVisible());
    const next = await canvas.findByRole('button', { name: 'Next' });
    for (let stop = 0; stop < 6; stop++) await userEvent.click(next);
    await expect(await canvas.findByText(/backward: hidden 1$/)).toBeVisible();
    const neuron = canvas.getByRole('button', { name: /^hidden 1: layer 2 of 3, neuron 1 of 4/ });
    neuron.focus();
    await waitFor(() =>
      expect(canvasElement.querySelector('.neuroglow__tooltip')).toHaveTextContent(/δ = f′\(z\) Σ w·δ = /),
    );
  },
};

/** A selected neuron's bias and weights can be changed by hand; the session journals it. */
export const Editable: Story = {
  args: { editable: true, defaultSelection: { neurons: [{ layer: 1, neuron: 0 }], samples: [] } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const form = await canvas.findByRole('form', { name: 'Edit hidden 1 · neuron 1' });
    const bias = within(form).getByRole('spinbutton', { name: 'bias' });
    await userEvent.clear(bias);
    await userEvent.type(bias, '1.5{Enter}');
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: /^hidden 1: layer 2 of 3, neuron 1 of 4, .*bias 1\.5/ })).toBeVisible(),
    );
  },
};
