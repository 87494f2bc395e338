import { Legend } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';

const meta: Meta<typeof Legend> = {
  title: 'Components/Legend',
  component: Legend,
  parameters: {
    docs: {
      description: {
        component: [
          'What colours mean: scales with the numbers at their ends, classes, lines, and how many values are no numbers.',
          '',
          '```tsx',
          '<Legend entries={[{ kind: "scale", label: "weight", domain: [-2, 2] }]} />',
          '```',
        ].join('\n'),
      },
    },
  },
};
export default meta;

type Story = StoryObj<typeof meta>;

/** A scale tells what is coloured and the numbers at its ends; it diverges where its domain reaches below 0. */
export const Scales: Story = {
  args: {
    entries: [
      { kind: 'scale', label: 'activation', domain: [0, 1] },
      { kind: 'scale', label: 'weight, bias ring; dashed = negative', domain: [-2, 2] },
    ],
  },
  play: async ({ canvasElement }) => {
    const items = within(canvasElement).getAllByRole('listitem');
    await expect(items[1]).toHaveTextContent(/dashed = negative, −2 to 2/);
  },
};

/** How many values are NaN or infinite, and how those look in the picture. */
export const NotFinite: Story = {
  args: { entries: [{ kind: 'scale', label: 'pre-activation', domain: [-5, 5], notFinite: 1204 }] },
};

/** Classes in the order of the data set, and lines. */
export const Swatches: Story = {
  args: {
    entries: [
      ...Array.from('0123456789', (label) => ({ kind: 'swatch' as const, label })),
      { kind: 'swatch', label: 'training', shape: 'line', color: 'currentColor' },
      { kind: 'swatch', label: 'held-out', shape: 'dashed', color: 'light-dark(#0f766e, #5eead4)' },
    ],
  },
};
