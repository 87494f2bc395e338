import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import data from '../data/digits.ts?raw';
import csv from '../data/digits/digits.csv.gz?url';
import { DigitsDemo } from './DigitsDemo.js';
import source from './DigitsDemo.tsx?raw';
import { reading } from './reading.js';
import { demoStory } from './storybook/demoParameters.js';
import { fileLoaderFiles, pictureFiles } from './storybook/pictureFiles.js';

const meta = {
  title: 'Demos/Digits',
  component: DigitsDemo,
  tags: ['!autodocs'],
  ...demoStory(
    [
      { name: 'DigitsDemo.tsx', text: source },
      ...pictureFiles,
      ...fileLoaderFiles,
      { name: '../data/digits.ts', text: data },
    ],
    [{ name: 'digits/digits.csv.gz', url: csv }],
  ),
} satisfies Meta<typeof DigitsDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 64-16-16-10 learns to read handwritten digits within seconds. Draw your own, or choose one it has never seen. */
export const Digits: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'held-out accuracy')).toBeGreaterThan(0.9), { timeout: 50_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));

    const pictures = within(canvas.getByRole('group', { name: 'Held-out pictures' })).getAllByRole('button');
    await userEvent.click(pictures[3]!);
    await expect(pictures[3]).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(location.hash).toBe('#sample=3'));

    const pad = canvas.getByRole('application', { name: /^Draw/ });
    pad.focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown} ');
    await waitFor(() => expect(location.hash).toMatch(/drawing=/));
    await expect(pictures[3]).toHaveAttribute('aria-pressed', 'false');
    pad.blur();

    await userEvent.click(canvas.getByRole('button', { name: 'Confusion' }));
    await canvas.findByRole('group', { name: 'Confusion matrix' });
    await userEvent.click(canvas.getByRole('button', { name: 'Mistakes' }));
    await canvas.findAllByRole('button', { name: /taken for/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Cost' }));
    await userEvent.click(pictures[0]!);
    pictures[0]!.blur();
    await userEvent.keyboard('r');
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0));
    await waitFor(() => expect(location.hash).toBe(''));
  },
};
