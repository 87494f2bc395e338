import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import imageCss from './image.css?raw';
import choice from './ImageChoice.tsx?raw';
import pixels from './imagePixels.ts?raw';
import slices from './imageSlices.ts?raw';
import { ImageToNetworkDemo } from './ImageToNetworkDemo.js';
import source from './ImageToNetworkDemo.tsx?raw';
import painted from './PaintedSlice.tsx?raw';
import { reading } from './reading.js';
import { demoStory } from './storybook/demoParameters.js';

const meta = {
  title: 'Demos/Image to network',
  component: ImageToNetworkDemo,
  tags: ['!autodocs'],
  ...demoStory([
    { name: 'ImageToNetworkDemo.tsx', text: source },
    { name: 'PaintedSlice.tsx', text: painted },
    { name: 'ImageChoice.tsx', text: choice },
    { name: 'imageSlices.ts', text: slices },
    { name: 'imagePixels.ts', text: pixels },
    { name: 'image.css', text: imageCss },
  ]),
} satisfies Meta<typeof ImageToNetworkDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 3-28-28-9-1 learns two pictures as functions of x and y, and slides between them. */
export const ImageToNetwork: Story = {
  name: 'Image to network',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(20), { timeout: 30_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const slider = canvas.getByRole('slider', { name: /^t =/ });
    await fireEvent.change(slider, { target: { value: '20' } });
    await waitFor(() => expect(location.hash).toBe('#t=20'));
    await userEvent.click(canvas.getByRole('button', { name: 'Save 512 × 512' }));
    await canvas.findByText('Saved with 512 × 512 pixels', {}, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Record the slide' }));
    await canvas.findByText(/Saved \d+ kB of video/, {}, { timeout: 40_000 });
    await fireEvent.change(slider, { target: { value: '50' } });
    await waitFor(() => expect(location.hash).toBe(''));
    await userEvent.keyboard('r');
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0));
  },
};
