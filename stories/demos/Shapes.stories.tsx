import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { reading } from './reading.js';
import { ShapesDemo } from './ShapesDemo.js';
import source from './ShapesDemo.tsx?raw';
import { demoStory } from './storybook/demoParameters.js';
import { pictureFiles } from './storybook/pictureFiles.js';

const meta = {
  title: 'Demos/Shapes',
  component: ShapesDemo,
  tags: ['!autodocs'],
  ...demoStory([{ name: 'ShapesDemo.tsx', text: source }, ...pictureFiles]),
} satisfies Meta<typeof ShapesDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 784-14-7-5-2 learns to tell circles from rectangles. Draw one with mouse, pen or finger and watch the neurons answer. */
export const Shapes: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, { timeout: 15_000 }));
    await waitFor(() => expect(reading(canvasElement, 'held-out accuracy')).toBeGreaterThan(0.85), { timeout: 50_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await draw(canvas.getByRole('application', { name: /^Draw/ }), circle);
    await canvas.findByText('circle', { selector: 'strong' });
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }));
    await draw(canvas.getByRole('application', { name: /^Draw/ }), rectangle);
    await canvas.findByText('rectangle', { selector: 'strong' });
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }));
    await userEvent.keyboard('r');
    await waitFor(() => expect(reading(canvasElement, 'step')).toBe(0));
    await waitFor(() => expect(location.hash).toBe(''));
  },
};

type Points = readonly (readonly [x: number, y: number])[];

const circle: Points = Array.from({ length: 33 }, (_, k) => [
  0.5 + 0.3 * Math.cos((k * Math.PI) / 16),
  0.5 + 0.3 * Math.sin((k * Math.PI) / 16),
]);
const rectangle: Points = [
  [0.15, 0.3],
  [0.85, 0.3],
  [0.85, 0.62],
  [0.15, 0.62],
  [0.15, 0.3],
];

/** Draws one stroke on the pad, as a finger would. */
async function draw(pad: HTMLElement, points: Points): Promise<void> {
  const box = pad.getBoundingClientRect();
  const at = ([x, y]: Points[number]): object => ({
    pointerId: 1,
    isPrimary: true,
    pointerType: 'touch',
    button: 0,
    buttons: 1,
    clientX: box.left + x * box.width,
    clientY: box.top + y * box.height,
  });
  // A pointer that a script made up cannot be captured.
  let isHeld = false;
  pad.setPointerCapture = () => {
    isHeld = true;
  };
  pad.hasPointerCapture = () => isHeld;
  await fireEvent.pointerDown(pad, at(points[0]!));
  for (const point of points.slice(1)) await fireEvent.pointerMove(pad, at(point));
  await fireEvent.pointerUp(pad, at(points.at(-1)!));
}
