import {
  circleDataset,
  gaussianDataset,
  planeDataset,
  spiralDataset,
  splitDataset,
  twoGaussiansDataset,
  xorDataset,
  type Dataset,
  type PointsOptions,
} from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, within } from 'storybook/test';
import { PointsPlot } from './PointsPlot.js';

const generators = {
  Circle: { generate: circleDataset, reach: 6 },
  'Exclusive or': { generate: xorDataset, reach: 6 },
  'Two gaussians': { generate: twoGaussiansDataset, reach: 6 },
  Spiral: { generate: spiralDataset, reach: 6 },
  Plane: { generate: planeDataset, reach: 6 },
  Gaussian: { generate: gaussianDataset, reach: 6 },
} as const;

interface PointsProps extends Required<PointsOptions> {
  readonly name: keyof typeof generators;
}

/** A data set of points in the plane, drawn anew from its options. */
function Points({ name, rows, noise, seed }: PointsProps): ReactElement {
  const { generate, reach } = generators[name];
  return <PointsPlot name={name} dataset={generate({ rows, noise, seed })} reach={reach} />;
}

const meta = {
  title: 'Reference/Data sets/Points',
  component: Points,
  args: { name: 'Circle', rows: 500, noise: 0, seed: 1 },
  argTypes: {
    name: { table: { disable: true } },
    rows: { control: { type: 'range', min: 10, max: 1000, step: 10 } },
    noise: { control: { type: 'range', min: 0, max: 0.5, step: 0.05 } },
    seed: { control: { type: 'number', min: 0 } },
  },
} satisfies Meta<typeof Points>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One number that any changed bit of a data set changes (FNV-1a). */
function fingerprint({ inputs, targets }: Dataset): number {
  let hash = 0x811c9dc5;
  for (const values of [inputs, targets]) {
    for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

/** How many marks of a kind the picture has. */
const marks = (canvasElement: HTMLElement, kind: 'high' | 'low'): number =>
  canvasElement.querySelectorAll(`.dataset__plane [data-mark="${kind}"]`).length;

/** `circleDataset`: a disc inside a ring. */
export const Circle: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: /^Circle: 500 points of two classes/ })).toBeVisible();
    await expect([marks(canvasElement, 'high'), marks(canvasElement, 'low')]).toEqual([250, 250]);
  },
};

/** With noise: near the border, some points have the label of the other class. */
export const NoisyCircle: Story = {
  args: { noise: 0.25 },
  play: async ({ canvasElement }) => {
    await expect(marks(canvasElement, 'high') + marks(canvasElement, 'low')).toBe(500);
    await expect(marks(canvasElement, 'high')).not.toBe(250);
  },
};

/** `xorDataset`: yes where x and y have the same sign. No straight line parts the two. */
export const ExclusiveOr: Story = { args: { name: 'Exclusive or' } };

/** `twoGaussiansDataset`: two clouds that one straight line parts. */
export const TwoGaussians: Story = { args: { name: 'Two gaussians' } };

/** `spiralDataset`: two arms wound into each other, the hardest of them. */
export const Spiral: Story = {
  args: { name: 'Spiral', noise: 0.1 },
  play: async ({ canvasElement }) => {
    await expect(marks(canvasElement, 'high')).toBe(250);
    // The number that Node computes too: the same bits on every machine.
    await expect(fingerprint(spiralDataset({ rows: 100, noise: 0.2, seed: 7 }))).toBe(2770401923);
  },
};

/** `planeDataset`: a number to learn instead of a class; target (x + y)/10. */
export const Plane: Story = {
  args: { name: 'Plane' },
  play: async ({ canvasElement }) => {
    const name = /targets from −1\.\d to 1\.\d/;
    await expect(within(canvasElement).getByRole('img', { name })).toBeVisible();
  },
};

/** `gaussianDataset`: three hills and three hollows on flat ground. */
export const Gaussian: Story = { args: { name: 'Gaussian' } };

/** `splitDataset`: the held-out fifth in full colour, the rows to learn from faint behind it. No row is in both. */
export const Split: Story = {
  args: { name: 'Two gaussians', noise: 0.1 },
  render: ({ rows, noise, seed }) => {
    const { training, validation } = splitDataset(twoGaussiansDataset({ rows, noise, seed }), { stratify: true, seed });
    return <PointsPlot name="Held-out rows of two gaussians" dataset={validation} behind={training} reach={6} />;
  },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole('img', { name: /^Held-out rows of two gaussians: 100 points/ }),
    ).toBeVisible();
    await expect(canvasElement.querySelectorAll('.dataset__mark--faint [data-mark]').length).toBe(400);
  },
};
