import { NetworkGraph, type NetworkGraphProps } from '@neuroglow/components';
import { createNetwork, forward, type LayerOptions } from '@neuroglow/engine';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

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
