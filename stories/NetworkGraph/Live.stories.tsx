import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import { tooltipIn, waitFor } from './patience.js';
import { Switching as SwitchingRun } from './Switching.js';
import { XorRun } from './XorRun.js';

/** The graph of a session of this library, and what only a source can give. */
const meta: Meta<typeof XorRun> = { title: 'Components/NetworkGraph/With a session', component: XorRun };
export default meta;

type Story = StoryObj<typeof meta>;

/** Two inputs: each hidden neuron shows its response over the plane that they span. */
export const ResponseMaps: Story = {
  args: { neuronGlyph: 'responseMap', connectionColor: 'contribution' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('response over the two inputs')).toBeVisible());
    await waitFor(() => expect(canvas.getByText('12 of 12 connections, by contribution w·a')).toBeVisible());
  },
};

/** Every quantity on one graph: switching is instant, and nothing moves. */
export const Switching: Story = {
  args: { defaultSelection: { neurons: [{ layer: 1, neuron: 2 }], samples: [] } },
  render: (args) => <SwitchingRun {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('600 steps made')).toBeVisible());
    const places = (): string =>
      canvas
        .getAllByRole('button', { name: /: layer \d of 3, neuron/ })
        .map((neuron) => `${neuron.offsetLeft} ${neuron.offsetTop} ${neuron.offsetWidth}`)
        .join();
    const before = places();
    const neurons = canvas.getByRole('combobox', { name: 'Neurons' });
    const connections = canvas.getByRole('combobox', { name: 'Connections' });
    for (const [color, said] of [
      ['preActivation', /^Pre-activation/],
      ['bias', /^Bias, /],
      ['gradient', /^Gradient δ = ∂C\/∂z of this sample/],
      ['change', /^Change of activation since step 0/],
      ['firingRate', /^Firing rate/],
      ['activation', /^Activation/],
    ] as const) {
      await userEvent.selectOptions(neurons, color);
      await waitFor(() => expect(canvas.getAllByText(said)[0]).toBeVisible());
      await expect(places()).toBe(before);
    }
    for (const [color, said] of [
      ['contribution', 'contribution w·a'],
      ['gradient', 'gradient ∂C/∂w of this sample'],
      ['weight', 'weight'],
    ] as const) {
      await userEvent.selectOptions(connections, color);
      await waitFor(() => expect(canvas.getByText(`12 of 12 connections, by ${said}`)).toBeVisible());
      await expect(places()).toBe(before);
    }
    await expect(canvas.getByRole('button', { pressed: true })).toHaveAccessibleName(/^hidden 1: .*neuron 3 of 4/);
  },
};

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
export const FiringRates: Story = {
  args: { neuronColor: 'firingRate' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Firing rate')).toBeVisible();
    await expect(
      await canvas.findByRole('button', { name: /^hidden 1: .*neuron 1 of 4, .*firing rate [\d.]+/ }),
    ).toBeVisible();
  },
};

/** How much each activation has changed since step 0. */
export const ChangeSinceTheStart: Story = {
  args: { neuronColor: 'change', changeSince: 0 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^Change of activation since step 0/)).toBeVisible();
    await waitFor(() => expect(canvas.getByText('600 steps made')).toBeVisible());
    const output = await canvas.findByRole('button', { name: /^output: .*change of activation −?0\.\d+/ });
    await expect(output).toBeVisible();
  },
};

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
    await waitFor(() => expect(tooltipIn(canvasElement)).toHaveTextContent(/δ = f′\(z\) Σ w·δ = /));
    await userEvent.click(next);
    await expect(await canvas.findByText(/update/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(canvas.queryByText(/^step 600 · /)).toBeNull());
  },
};

/** A selected neuron's bias and weights can be changed by hand; the session journals it. */
export const Editable: Story = {
  args: { editable: true, defaultSelection: { neurons: [{ layer: 1, neuron: 0 }], samples: [] } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('600 steps made')).toBeVisible());
    const form = await canvas.findByRole('form', { name: 'Edit hidden 1 · neuron 1' });
    const said = (bias: RegExp): RegExp => new RegExp(`^hidden 1: layer 2 of 3, neuron 1 of 4, .*bias ${bias.source}`);
    const field = within(form).getByRole('spinbutton', { name: 'bias' });
    await userEvent.clear(field);
    await userEvent.type(field, '1.5{Enter}');
    const neuron = await waitFor(() => canvas.getByRole('button', { name: said(/1\.5/) }));

    // Alt with an arrow key is an edit when it is let go; Escape takes back one that is not.
    neuron.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    await waitFor(() => expect(neuron).toHaveAccessibleName(said(/1\.7/)));
    await fireEvent.keyDown(neuron, { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(tooltipIn(canvasElement)).toHaveTextContent(/\+ 1\.8 = /));
    await fireEvent.keyDown(neuron, { key: 'Escape', altKey: true });
    await fireEvent.keyUp(neuron, { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(tooltipIn(canvasElement)).toHaveTextContent(/\+ 1\.7 = /));

    // A weight has fields too.
    await userEvent.selectOptions(within(form).getByRole('combobox', { name: 'from' }), 'x₂');
    // The field of another weight is another field.
    const weight = within(form).getByRole('spinbutton', { name: 'weight' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '-2{Enter}');
    await waitFor(() => expect(weight).toHaveDisplayValue(/^[−-]2$/));
  },
};
