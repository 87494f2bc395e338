import { NetworkGraph, type NetworkGraphElement, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, forward } from '@neuroglow/engine';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(cleanup);

/** Two inputs, two outputs, one connection of each sign. */
function twoByTwo(second = 1) {
  const network = createNetwork({ layers: [2, 2], outputActivation: 'sigmoid', seed: 1 });
  const output = network.layers[1]!;
  output.weights.set([4, 0, 0, -4]);
  output.biases.set([1, -1]);
  // By default both inputs are on: a connection shows as far as something flows through it.
  const { activations, preActivations } = forward(network, Float32Array.of(1, second));
  return { network, activations, preActivations };
}

function show(props: NetworkGraphProps) {
  const ref = createRef<NetworkGraphElement>();
  const { container } = render(
    <div style={{ width: 600, background: '#fff' }} data-neuroglow-theme="light">
      <NetworkGraph ref={ref} aspect={1.5} legend={false} {...props} />
    </div>,
  );
  const canvas = container.querySelector('canvas')!;
  return { canvas, container, ref };
}

/** The pixels that the canvas shows now, in some of its columns. */
function pixels(canvas: HTMLCanvasElement, from = 0, to = canvas.width): ImageData {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(from, 0, to - from, canvas.height);
}

/** How many pixels are more of a hue than of its opposite. */
function count(data: ImageData, isIt: (red: number, green: number, blue: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < data.data.length; at += 4) {
    if (data.data[at + 3]! > 60 && isIt(data.data[at]!, data.data[at + 1]!, data.data[at + 2]!)) found++;
  }
  return found;
}
const isBlue = (red: number, _: number, blue: number): boolean => blue > red + 60;
const isOrange = (red: number, _: number, blue: number): boolean => red > blue + 60;

describe('the picture of a network in a browser', () => {
  it('comes before the page has its turn: in the task that mounts it', async () => {
    const { canvas } = show({ values: twoByTwo() });
    // Neither a timer nor a frame comes in between.
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    expect(canvas.width).toBe(600 * devicePixelRatio);
    expect(count(pixels(canvas), isBlue)).toBeGreaterThan(300);
  });

  it('is seen before the words that lie on it, which come of themselves; what can be touched is there at once', async () => {
    const { container } = show({ values: twoByTwo() });
    const name = container.querySelector<HTMLElement>('.neuroglow-network-graph__name')!;
    expect(name.clientWidth).toBe(0);
    expect(screen.getByRole('button', { name: /^output: layer 2 of 2, neuron 1 of 2/ }).offsetWidth).toBeGreaterThan(6);
    await expect.poll(() => name.clientWidth).toBeGreaterThan(10);
  });

  it('draws positive connections blue and solid, negative ones orange and dashed', async () => {
    const { canvas } = show({ values: twoByTwo() });
    await expect.poll(() => count(pixels(canvas), isBlue)).toBeGreaterThan(300);
    const data = pixels(canvas);
    expect(count(data, isOrange)).toBeGreaterThan(200);
    // The positive line runs through every column between the layers; the negative one has gaps.
    const columnsWith = (isIt: typeof isBlue): number => {
      let columns = 0;
      for (let x = 150; x < 350; x++) {
        const column = new ImageData(1, data.height);
        for (let y = 0; y < data.height; y++) {
          const at = (y * data.width + x) * 4;
          column.data.set(data.data.subarray(at, at + 4), y * 4);
        }
        if (count(column, isIt) > 0) columns++;
      }
      return columns;
    };
    expect(columnsWith(isBlue)).toBe(200);
    expect(columnsWith(isOrange)).toBeLessThan(170);
    expect(columnsWith(isOrange)).toBeGreaterThan(80);
  });

  it('repaints with another theme while nothing moves', async () => {
    const { canvas, container } = show({ values: twoByTwo(0) });
    await expect.poll(() => count(pixels(canvas), isBlue)).toBeGreaterThan(300);
    const isAmber = (red: number, green: number, blue: number): boolean => red > 200 && green > 150 && blue < 150;
    expect(count(pixels(canvas), isAmber)).toBe(0);
    act(() => container.firstElementChild!.setAttribute('data-neuroglow-theme', 'dark'));
    await expect.poll(() => count(pixels(canvas), isAmber)).toBeGreaterThan(50);
  });

  it('dims what is not connected to the neuron that is focused', async () => {
    const { canvas } = show({ values: twoByTwo() });
    // Between the layers: a neuron's own ring does not dim.
    const orange = (): number => count(pixels(canvas, 150, 350), isOrange);
    await expect.poll(orange).toBeGreaterThan(100);
    const before = orange();
    act(() => screen.getByRole('button', { name: /^output: layer 2 of 2, neuron 1 of 2/ }).focus());
    await expect.poll(orange).toBeLessThan(before / 2);
  });

  it('selects a neuron by pointer, and a pixel of an image too', async () => {
    const network = createNetwork({
      layers: [{ neurons: 64, shape: [8, 8] }, 4],
      outputActivation: 'sigmoid',
      seed: 1,
    });
    const selected: unknown[] = [];
    const { container } = show({ values: { network }, onSelectionChange: ({ neurons }) => selected.push(...neurons) });
    const stage = container.querySelector('.neuroglow-network-graph__stage')!;
    await userEvent.click(screen.getByRole('button', { name: /^output: layer 2 of 2, neuron 2 of 4/ }));
    expect(selected).toContainEqual({ layer: 0 + 1, neuron: 1 });
    const tile = screen.getByRole('button', { name: /^input: layer 1 of 2, neuron 1 of 64/ }).getBoundingClientRect();
    const click = (x: number, y: number): boolean =>
      stage.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX: x, clientY: y }));
    act(() => void click(tile.left + tile.width * 1.5, tile.top + tile.height * 0.5));
    expect(selected).toContainEqual({ layer: 0, neuron: 1 });
  });

  it('exports pixels at a scale, with the same colours', async () => {
    const { canvas, ref } = show({ values: twoByTwo() });
    await expect.poll(() => count(pixels(canvas), isBlue)).toBeGreaterThan(300);
    const bitmap = await createImageBitmap(await ref.current!.toPNG({ scale: 2 }));
    expect(bitmap.width).toBe(1200);
    const copy = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    copy.drawImage(bitmap, 0, 0);
    const data = copy.getImageData(0, 0, bitmap.width, bitmap.height);
    expect(count(data, isBlue)).toBeGreaterThan(800);
    expect(count(data, isOrange)).toBeGreaterThan(500);
  });

  it('draws three quarters of a million connections, and says how', async () => {
    const network = createNetwork({
      layers: [784, 512, 512, 10],
      activation: 'relu',
      outputActivation: 'softmax',
      seed: 1,
    });
    const { container } = show({ values: { network }, defaultExpanded: [0, 1, 2], legend: true });
    await expect
      .poll(() => container.textContent)
      .toMatch(/668,672 of 668,672 connections, by weight · into hidden 1 and hidden 2 as a density picture/);
  });
});
