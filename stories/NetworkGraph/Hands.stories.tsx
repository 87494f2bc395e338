import { NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef, useState } from 'react';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import { digits } from './networks.js';
import { waitFor } from './patience.js';

/** What hands can do with a graph beyond pointing and selecting. */
const meta: Meta<typeof NetworkGraph> = { title: 'Components/NetworkGraph/Zoom and export', component: NetworkGraph };
export default meta;

type Story = StoryObj<typeof meta>;

/** Zoom with the wheel, two fingers or + and −; drag to pan, or hold Shift and press an arrow key; 0 shows the whole. */
export const Zoomable: Story = {
  args: { values: digits, zoomable: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const neuron = await canvas.findByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 8 of 16/ });
    const stage = neuron.closest<HTMLElement>('.neuroglow-network-graph__stage')!;
    const across = (): number => neuron.getBoundingClientRect().width;
    const middle = (): { clientX: number; clientY: number } => {
      const { left, top, width, height } = neuron.getBoundingClientRect();
      return { clientX: left + width / 2, clientY: top + height / 2 };
    };
    const whole = across();

    await userEvent.click(canvas.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(across()).toBeGreaterThan(whole * 1.2));
    await userEvent.click(canvas.getByRole('button', { name: 'Whole network' }));
    await expect(across()).toBeCloseTo(whole);

    // The wheel zooms about what is pointed at, which stays where it is.
    const before = middle();
    await fireEvent.wheel(stage, { deltaY: -300, ...before });
    await waitFor(() => expect(across()).toBeGreaterThan(whole * 1.4));
    await expect(Math.abs(middle().clientX - before.clientX)).toBeLessThan(2);

    // What is dragged follows the hand, and is not selected by it.
    const start = middle();
    const end = { clientX: start.clientX - 40, clientY: start.clientY - 15 };
    await userEvent.pointer([
      { keys: '[MouseLeft>]', target: stage, coords: start },
      { target: stage, coords: { clientX: start.clientX - 20, clientY: start.clientY - 8 } },
      { target: stage, coords: end },
      { keys: '[/MouseLeft]', target: stage, coords: end },
    ]);
    await expect(middle().clientX).toBeCloseTo(end.clientX, 0);
    await expect(canvas.queryByRole('button', { pressed: true })).toBeNull();

    neuron.focus();
    const { clientX } = middle();
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await expect(middle().clientX).not.toBe(clientX);
    await userEvent.keyboard('+');
    const closer = across();
    await userEvent.keyboard('-');
    await expect(across()).toBeLessThan(closer);
    await userEvent.keyboard('0');
    await expect(across()).toBeCloseTo(whole);
  },
};

/** The ref's element writes the picture down: as vectors, or as pixels. Both carry names and legend. */
export const Export: Story = {
  args: { values: digits, 'aria-label': 'A network that reads digits' },
  render: function Exporting(args) {
    const graph = useRef<NetworkGraphElement>(null);
    const [file, setFile] = useState<{ readonly name: string; readonly url: string } | null>(null);
    const offer = (name: string, content: Blob): void => {
      if (file) URL.revokeObjectURL(file.url);
      setFile({ name, url: URL.createObjectURL(content) });
    };
    const svg = async (): Promise<void> => {
      if (graph.current) offer('network.svg', new Blob([await graph.current.toSVG()], { type: 'image/svg+xml' }));
    };
    const png = async (): Promise<void> => {
      if (graph.current) offer('network.png', await graph.current.toPNG({ scale: 3 }));
    };
    return (
      <>
        <NetworkGraph {...args} ref={graph} />
        <p>
          <button type="button" onClick={() => void svg()}>
            SVG
          </button>{' '}
          <button type="button" onClick={() => void png()}>
            PNG
          </button>{' '}
          {file && (
            <a href={file.url} download={file.name}>
              {file.name}
            </a>
          )}
        </p>
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('1,440 of 1,440 connections, by weight')).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'SVG' }));
    const vectors = await canvas.findByRole<HTMLAnchorElement>('link', { name: 'network.svg' });
    const text = await (await fetch(vectors.href)).text();
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    await expect(document.querySelector('parsererror')).toBeNull();
    await expect(document.querySelector('title')?.textContent).toBe('A network that reads digits');
    await expect(document.querySelector('desc')?.textContent).toMatch(/^64-16-16-10: 1,440 of 1,440 connections/);

    await userEvent.click(canvas.getByRole('button', { name: 'PNG' }));
    const pixels = await canvas.findByRole<HTMLAnchorElement>('link', { name: 'network.png' });
    const picture = await createImageBitmap(await (await fetch(pixels.href)).blob());
    await expect(picture.width).toBe(3 * Number(document.documentElement.getAttribute('width')));
  },
};
