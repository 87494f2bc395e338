import { NetworkGraph, type NetworkGraphElement, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, forward } from '@neuroglow/engine';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(cleanup);

function values() {
  const network = createNetwork({
    layers: [{ neurons: 16, shape: [4, 4] }, 6, { neurons: 3, labels: ['cat', 'dog', 'fish'] }],
    outputActivation: 'softmax',
    seed: 4,
  });
  network.layers[1]!.biases.set([1, -1, 0.5, -0.5, 0.2, 0]);
  const input = Float32Array.from({ length: 16 }, (_, at) => (at % 3) / 2);
  return { network, ...forward(network, input) };
}

async function drawn(props: NetworkGraphProps = {}) {
  const ref = createRef<NetworkGraphElement>();
  const { container } = render(
    <div style={{ width: 400, background: '#fff' }} data-neuroglow-theme="light">
      <NetworkGraph ref={ref} values={values()} maxNeurons={8} aria-label="A <small> network" {...props} />
    </div>,
  );
  await screen.findByText(/\d+ of \d+ connections/, {}, { timeout: 15_000 });
  await new Promise((resolve) => setTimeout(resolve, 250));
  return { graph: ref.current!, canvas: container.querySelector('canvas')! };
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  return image;
}

/** The top left of a picture upon white, smoothed so that half a pixel's shift of a line is no difference. */
function look(picture: CanvasImageSource, width: number, height: number, scale: number): Uint8ClampedArray {
  const blocks = 4;
  const surface = new OffscreenCanvas(Math.floor(width / blocks), Math.floor(height / blocks)).getContext('2d')!;
  surface.imageSmoothingQuality = 'high';
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, surface.canvas.width, surface.canvas.height);
  surface.drawImage(picture, 0, 0, width * scale, height * scale, 0, 0, surface.canvas.width, surface.canvas.height);
  return surface.getImageData(0, 0, surface.canvas.width, surface.canvas.height).data;
}

function meanDifference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length;
}

/** A red disc upon each hidden neuron. */
function RedDisc({ radius }: { readonly radius: number }) {
  const fill = (canvas: HTMLCanvasElement | null): void => {
    const pen = canvas?.getContext('2d');
    if (!pen) return;
    pen.fillStyle = '#f00';
    pen.fillRect(0, 0, 8, 8);
  };
  const style = { display: 'block', width: 2 * radius, height: 2 * radius, borderRadius: '50%' };
  return <canvas ref={fill} width={8} height={8} style={style} />;
}

describe('an exported graph', () => {
  it('holds the canvases that a caller draws upon neurons, round where they are round', async () => {
    const { graph } = await drawn({
      renderNeuron: ({ layer, radius }) => (layer === 1 ? <RedDisc radius={radius} /> : null),
    });
    const pen = new OffscreenCanvas(400, 600).getContext('2d')!;
    const svg = await graph.toSVG();
    pen.drawImage(await imageOf(svg), 0, 0);
    const own = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('image[clip-path]')];
    expect(own).toHaveLength(6);
    const [x, y, width] = ['x', 'y', 'width'].map((name) => Number(own[0]!.getAttribute(name)));
    const at = (left: number, top: number): number[] => [...pen.getImageData(left, top, 1, 1).data.slice(0, 3)];
    expect(at(x! + width! / 2, y! + width! / 2)).toEqual([255, 0, 0]);
    expect(at(x! + 1, y! + 1)).not.toEqual([255, 0, 0]);
  });

  it('opens as an image of its natural size, which looks as the canvas does', async () => {
    const { graph, canvas } = await drawn({ labels: false });
    const svg = await graph.toSVG();
    const image = await imageOf(svg);
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    expect(image.naturalWidth).toBe(Number(document.getAttribute('width')));
    expect(image.naturalHeight).toBe(Number(document.getAttribute('height')));
    expect(image.naturalWidth).toBe(400);
    const ratio = canvas.width / canvas.clientWidth;
    const page = look(canvas, canvas.clientWidth, canvas.clientHeight, ratio);
    const file = look(image, canvas.clientWidth, canvas.clientHeight, 1);
    expect(meanDifference(page, file)).toBeLessThan(4);
    // The same measure tells a picture from an empty page.
    expect(meanDifference(page, new Uint8ClampedArray(page.length).fill(255))).toBeGreaterThan(6);
  });

  it('has a title, a description, the page’s words, and nothing that only a browser understands', async () => {
    const { graph } = await drawn();
    const svg = await graph.toSVG();
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('title')?.textContent).toBe('A <small> network');
    expect(document.querySelector('desc')?.textContent).toMatch(/^16-6-3: \d+ of \d+ connections/);
    const words = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(expect.arrayContaining(['cat', 'dog', 'fish']));
    expect(words.some((text) => /activation/i.test(text))).toBe(true);
    expect(svg).not.toMatch(/var\(|foreignObject|<style|class=|light-dark|color-mix|oklch|currentColor/);
  });

  it('has its words in the lines that they have on the page', async () => {
    const { graph } = await drawn({ maxNeurons: 8 });
    const document = new DOMParser().parseFromString(await graph.toSVG(), 'image/svg+xml');
    const words = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(expect.arrayContaining(['4×4', '16 neurons']));
  });

  it('counts in its legend what is not finite', async () => {
    const broken = values();
    broken.activations[1]!.set([NaN, Infinity], 2);
    const { graph } = await drawn({ values: broken });
    const svg = await graph.toSVG();
    expect(svg).toContain('not finite: 2');
    // Two neurons, and the sign in the legend that says what hatching means.
    expect(svg.match(/fill="url\(#neuroglow-not-finite\)"/g)).toHaveLength(3);
  });

  it('shows a pass as far as it has come', async () => {
    const { graph } = await drawn({ pass: 'forward' });
    const inkOf = (svg: string): number =>
      [...svg.matchAll(/stroke-opacity="([\d.]+)"/g)].reduce((sum, [, opacity]) => sum + Number(opacity), 0);
    const whole = inkOf(await graph.toSVG());
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('forward: input');
    await expect.poll(async () => inkOf(await graph.toSVG())).toBeLessThan(whole * 0.4);
  });

  it('keeps every word within its page', async () => {
    const { graph } = await drawn();
    const holder = document.createElement('div');
    holder.innerHTML = await graph.toSVG();
    document.body.append(holder);
    const page = holder.querySelector('svg')!;
    const width = page.width.baseVal.value;
    const boxes = [...page.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBBox() }));
    holder.remove();
    for (const { words, box } of boxes) {
      expect(box.x, words).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, words).toBeLessThanOrEqual(width);
    }
  });

  it('has twice the pixels at scale 2', async () => {
    const { graph } = await drawn();
    const one = await createImageBitmap(await graph.toPNG({ scale: 1 }));
    const two = await createImageBitmap(await graph.toPNG({ scale: 2 }));
    expect([two.width, two.height]).toEqual([2 * one.width, 2 * one.height]);
    expect(one.width).toBe(400);
  });
});
