import { NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, forward, type LayerOptions } from '@neuroglow/engine';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(cleanup);

function values(layers: readonly (number | LayerOptions)[]) {
  const network = createNetwork({ layers: [...layers], outputActivation: 'softmax', seed: 2 });
  const input = Float32Array.from({ length: network.layers[0]!.neurons }, (_, at) => Math.abs(Math.sin(at)));
  return { network, ...forward(network, input) };
}

const digits = values([{ neurons: 64, shape: [8, 8] }, 16, 16, 10]);
const flags = digits.network.layers.map(({ neurons }, layer) =>
  new Uint8Array(neurons).fill(layer === 1 ? 2 : layer === 2 ? 1 : 0),
);

const pictures: Readonly<Record<string, NetworkGraphProps>> = {
  'an image input': { values: digits },
  pages: { values: digits, collapse: 'page' },
  'an ellipsis': { values: digits, collapse: 'ellipsis', maxNeurons: 8 },
  'top to bottom': { values: digits, layout: 'top-bottom', aspect: 1.2 },
  'dead and saturated layers': { values: { ...digits, flags } },
  'named answers': {
    values: values([
      { neurons: 784, shape: [28, 28] },
      16,
      16,
      {
        neurons: 10,
        labels: ['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
      },
    ]),
  },
  'long names': {
    values: values([
      3,
      5,
      { neurons: 4, labels: ['Iris setosa', 'Iris versicolor', 'Iris virginica', 'none of them'] },
    ]),
  },
};

interface Box {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Everything that is written or to be pressed on the picture, but for the neurons themselves. */
function boxesOn(stage: HTMLElement): Box[] {
  const parts = ['name', 'unit', 'hidden', 'pager', 'mark', 'note'].map((slot) => `.neuroglow-network-graph__${slot}`);
  return [...stage.querySelectorAll<HTMLElement>(parts.join(', '))]
    .filter(({ textContent }) => textContent.trim() !== '')
    .map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { words: element.textContent, left, right, top, bottom };
    });
}

const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;

describe.each([200, 320, 600, 1200, 2000])('at %i pixels', (width) => {
  it.each(Object.entries(pictures))('%s keeps its words within the picture and apart', async (_, props) => {
    const { container } = render(
      <div style={{ width }}>
        <NetworkGraph {...props} />
      </div>,
    );
    await screen.findByText(/[\d,]+ of [\d,]+ connections/, {}, { timeout: 15_000 });
    const stage = container.querySelector<HTMLElement>('.neuroglow-network-graph__stage')!;
    // Words come a frame after the picture.
    await expect.poll(() => stage.hasAttribute('data-fresh')).toBe(false);
    const edge = stage.getBoundingClientRect();
    expect(edge.width).toBe(width);
    expect(edge.height).toBeGreaterThan(width * 0.4);
    const boxes = boxesOn(stage);
    for (const box of boxes) {
      expect(box.left, box.words).toBeGreaterThanOrEqual(edge.left - 0.5);
      expect(box.right, box.words).toBeLessThanOrEqual(edge.right + 0.5);
      expect(box.top, box.words).toBeGreaterThanOrEqual(edge.top - 0.5);
      expect(box.bottom, box.words).toBeLessThanOrEqual(edge.bottom + 0.5);
    }
    const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one, other)).map(([one, other]) => [one.words, other.words])).toEqual(
      [],
    );
    // Neurons are never the ones to give way.
    const discs = [...stage.querySelectorAll<HTMLElement>('[data-layer="1"][data-neuron]')];
    expect(Math.min(...discs.map(({ offsetWidth }) => offsetWidth))).toBeGreaterThanOrEqual(width >= 2000 ? 24 : 6);
  });
});

describe('at 254 pixels, a panel of a phone', () => {
  async function shown(props: NetworkGraphProps) {
    const { container } = render(
      <div style={{ width: 254 }}>
        <NetworkGraph {...props} />
      </div>,
    );
    await screen.findByText(/[\d,]+ of [\d,]+ connections/, {}, { timeout: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 250));
    const stage = container.querySelector<HTMLElement>('.neuroglow-network-graph__stage')!;
    const parts = (slot: string) => [...stage.querySelectorAll<HTMLElement>(`.neuroglow-network-graph__${slot}`)];
    return { container, stage, parts };
  }

  it('every layer is named, and no name is cut', async () => {
    const { parts } = await shown(pictures['named answers']!);
    expect(parts('name').map(({ textContent }) => textContent)).toEqual(['input', 'hidden 1', 'hidden 2', 'output']);
    for (const name of [...parts('name'), ...parts('unit')]) {
      expect(name.scrollWidth, name.textContent).toBeLessThanOrEqual(name.clientWidth + 1);
    }
  });

  it('a class’s name and its bar do not touch: no ink lies under the letters', async () => {
    const { stage, parts } = await shown(pictures['named answers']!);
    const canvas = stage.querySelector('canvas')!;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
    copy.drawImage(canvas, 0, 0);
    const scale = canvas.width / canvas.clientWidth;
    const edge = stage.getBoundingClientRect();
    const ink = (left: number, top: number, width: number, height: number): number => {
      const box = [left - edge.left, top - edge.top, width, height].map((value) => Math.round(value * scale));
      const { data } = copy.getImageData(box[0]!, box[1]!, Math.max(1, box[2]!), Math.max(1, box[3]!));
      return data.reduce((sum, value, at) => sum + (at % 4 === 3 ? value : 0), 0);
    };
    expect(parts('unit')).toHaveLength(10);
    for (const unit of parts('unit')) {
      const { left, top, width, height } = unit.getBoundingClientRect();
      expect(ink(left + 1, top + 1, width - 1, height - 2), unit.textContent).toBe(0);
      // Its bar is below it, and at least as long as a bar has to be to be read.
      expect(ink(left, top + height, 18, 6), unit.textContent).toBeGreaterThan(18 * 255);
    }
  });

  it('the true number of neurons of a layer that hides some is written', async () => {
    for (const name of ['named answers', 'an image input', 'pages', 'an ellipsis']) {
      const { stage, container } = await shown(pictures[name]!);
      const count = name === 'named answers' ? '784' : name === 'an ellipsis' ? '16' : '64';
      expect(stage.innerText, name).toMatch(new RegExp(`\\b${count}\\b`));
      cleanup();
      container.remove();
    }
  });

  it('what is said of a neuron is not cut off by the picture', async () => {
    const { container } = await shown({ ...pictures['named answers'], aspect: 1.6 });
    act(() => screen.getByRole('button', { name: /^hidden 2: layer 3 of 4, neuron 8 of 16/ }).focus());
    const tooltip = container.querySelector<HTMLElement>('.neuroglow__tooltip')!;
    await vi.waitFor(() => expect(tooltip).toBeVisible());
    const { left, bottom, right, height } = tooltip.getBoundingClientRect();
    expect(height).toBeGreaterThan(40);
    expect(document.elementsFromPoint((left + right) / 2, bottom - 2).length).toBeGreaterThan(0);
    for (let node = tooltip.parentElement; node; node = node.parentElement) {
      if (getComputedStyle(node).overflowY === 'visible') continue;
      expect(bottom).toBeLessThanOrEqual(node.getBoundingClientRect().bottom);
    }
  });
});
