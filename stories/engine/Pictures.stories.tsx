import { drawGlyph, imagesToSamples, shapesDataset } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { ImageSheet } from './ImageSheet.js';
import { PictureSamples } from './PictureSamples.js';

interface PicturesProps {
  readonly rows: number;
  readonly seed: number;
}

/** Circles and rectangles, drawn anew from their options. */
function Pictures({ rows, seed }: PicturesProps): ReactElement {
  const { inputs } = shapesDataset({ rows, seed });
  const dark = inputs.reduce((count, grey) => count + (grey === 0 ? 1 : 0), 0) / inputs.length;
  return (
    <ImageSheet
      label={`${String(rows)} pictures of 28 by 28 pixels: circles and rectangles in turn, white on black`}
      pixels={inputs}
      width={28}
      height={28}
      columns={12}
      caption={`${String(rows)} pictures · ${(dark * 100).toFixed(0)} % of all pixels are 0`}
    />
  );
}

const meta = {
  title: 'Reference/Data sets/Pictures',
  component: Pictures,
  args: { rows: 72, seed: 1 },
  argTypes: {
    rows: { control: { type: 'range', min: 2, max: 120, step: 2 } },
    seed: { control: { type: 'number', min: 0 } },
  },
} satisfies Meta<typeof Pictures>;

export default meta;
type Story = StoryObj<typeof meta>;

/** `shapesDataset`: is it a circle or a rectangle? Edges are smoothed, so that size and place matter to less than a pixel. */
export const Shapes: Story = {
  play: async ({ canvasElement }) => {
    const sheet = within(canvasElement).getByRole<HTMLCanvasElement>('img', { name: /^72 pictures/ });
    // The middle of a small shape that is known to be there: white was painted, and black around it.
    await waitFor(async () => {
      const { data } = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height);
      const greys = data.filter((_, k) => k % 4 === 0);
      await expect(greys.includes(255) && greys.some((grey) => grey > 60 && grey < 200)).toBe(true);
    });
  },
};

/** `imagesToSamples`: a picture as the data set that maps a place to its grey. A network that learns it can paint at any size. */
export const PictureAsSamples: Story = {
  parameters: { controls: { disable: true } },
  render: () => <PictureSamples glyphs={['six', 'eight']} />,
  play: async ({ canvasElement }) => {
    const { rows, targets } = imagesToSamples([drawGlyph('six'), drawGlyph('eight')], { width: 28, height: 28 });
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('img', { name: /six and eight/ })).toBeVisible();
    await expect(canvas.getByText(`${rows.toLocaleString('en')} rows`, { exact: false })).toBeVisible();
    const [, ...samples] = canvas.getAllByRole('row');
    for (const sample of samples) {
      const cells = within(sample).getAllByRole('cell');
      await expect(Number(cells.at(-1)!.textContent)).toBeCloseTo(targets[Number(cells[0]!.textContent)]!, 2);
    }
  },
};
