import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import data from '../data/fashion.ts?raw';
import testImages from '../data/fashion/t10k-images-idx3-ubyte.gz?url';
import testLabels from '../data/fashion/t10k-labels-idx1-ubyte.gz?url';
import trainImages from '../data/fashion/train-images-idx3-ubyte.gz?url';
import trainLabels from '../data/fashion/train-labels-idx1-ubyte.gz?url';
import { FashionDemo } from './FashionDemo.js';
import source from './FashionDemo.tsx?raw';
import { reading } from './reading.js';
import { demoStory } from './storybook/demoParameters.js';
import { fileLoaderFiles, pictureFiles } from './storybook/pictureFiles.js';

const meta = {
  title: 'Demos/Fashion',
  component: FashionDemo,
  tags: ['!autodocs'],
  ...demoStory(
    [
      { name: 'FashionDemo.tsx', text: source },
      ...pictureFiles,
      ...fileLoaderFiles,
      { name: '../data/fashion.ts', text: data },
    ],
    [
      { name: 'fashion/train-images-idx3-ubyte.gz', url: trainImages },
      { name: 'fashion/train-labels-idx1-ubyte.gz', url: trainLabels },
      { name: 'fashion/t10k-images-idx3-ubyte.gz', url: testImages },
      { name: 'fashion/t10k-labels-idx1-ubyte.gz', url: testLabels },
    ],
  ),
} satisfies Meta<typeof FashionDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 784-16-16-10 learns ten kinds of clothes. On all 60,000 pictures, 784-128-64-10 with adam passes 88 % of the test set within ten epochs: `npm run bench -- fashion` in the repository measures it. */
export const Fashion: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'held-out accuracy')).toBeGreaterThan(0.6), { timeout: 50_000 });
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
