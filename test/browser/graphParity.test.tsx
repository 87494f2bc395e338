import { NetworkGraph, type NetworkGraphElement, type NetworkGraphProps } from '@neuroglow/components';
import { checkDescription, createNetwork, forward } from '@neuroglow/engine';
import { cleanup, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(cleanup);

const width = 420;

function values(broken: 'nothing' | 'a neuron' | 'a connection' = 'nothing') {
  const network = createNetwork({ layers: [3, 4, { neurons: 3 }], outputActivation: 'softmax', seed: 4 });
  network.layers[1]!.biases.set([1, -1, 0.5, -0.5]);
  const result = { network, ...forward(network, Float32Array.of(0.2, 0.9, 0.5)) };
  if (broken === 'a neuron') result.activations[1]![2] = NaN;
  if (broken === 'a connection') network.layers[1]!.weights[5] = NaN;
  return result;
}

/** The picture's own pixels upon white, as the page draws them and as an exported file does. */
async function bothEnds(
  props: NetworkGraphProps,
): Promise<readonly [page: Uint8ClampedArray, file: Uint8ClampedArray]> {
  const ref = createRef<NetworkGraphElement>();
  const { container } = render(
    <div style={{ width, background: '#fff' }} data-neuroglow-theme="light">
      <NetworkGraph ref={ref} labels={false} {...props} />
    </div>,
  );
  await screen.findByText(/\d+ of \d+ connections/, {}, { timeout: 15_000 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const canvas = container.querySelector('canvas')!;
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([await ref.current!.toSVG()], { type: 'image/svg+xml' }));
  await image.decode();
  const draw = (picture: CanvasImageSource, ratio: number): Uint8ClampedArray => {
    const surface = new OffscreenCanvas(wide, high).getContext('2d')!;
    surface.fillStyle = '#fff';
    surface.fillRect(0, 0, wide, high);
    surface.drawImage(picture, 0, 0, wide * ratio, high * ratio, 0, 0, wide, high);
    return surface.getImageData(0, 0, wide, high).data;
  };
  const pair = [draw(canvas, canvas.width / wide), draw(image, 1)] as const;
  cleanup();
  return pair;
}

/** How much a mark changes a picture: the sum of what differs, with and without it. */
function weightOf(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / 255;
}

const flagged = (flag: number): readonly Uint8Array[] => [3, 4, 3].map((count) => new Uint8Array(count).fill(flag));
const blocks = checkDescription({
  layers: [
    { kind: 'input', shape: [8, 8, 3] },
    { kind: 'conv2d', name: 'conv', kernelSize: 3, filters: 3, padding: 'same' },
    { kind: 'add', name: 'sum', inputs: [1, 1] },
    { kind: 'concatenate', name: 'both', inputs: [0, 2] },
    { kind: 'flatten', name: 'flat' },
    { neurons: 3, activation: 'relu' },
    { neurons: 2, activation: 'softmax' },
  ],
});

const plain: NetworkGraphProps = { values: values(), connections: 'none' };
const selected: NetworkGraphProps = { defaultSelection: { neurons: [{ layer: 1, neuron: 1 }], samples: [] } };

/** Each mark: a picture without it, and with it. */
const marks: Readonly<Record<string, readonly [without: NetworkGraphProps, withIt: NetworkGraphProps]>> = {
  'a selected neuron': [plain, { ...plain, ...selected }],
  'an event': [plain, { ...plain, events: [{ layer: 2, neuron: 0 }] }],
  'a dead neuron': [plain, { ...plain, values: { ...values(), flags: flagged(1) } }],
  'a saturated neuron': [plain, { ...plain, values: { ...values(), flags: flagged(2) } }],
  'a neuron that is not finite': [plain, { ...plain, values: values('a neuron') }],
  'a connection that is not finite': [{ values: values() }, { values: values('a connection') }],
  'the connections': [plain, { values: values() }],
  'the strongest connections': [plain, { values: values(), connections: { kind: 'topK', count: 5 } }],
  'what flows': [plain, { values: values(), connectionColor: 'contribution' }],
  'another colouring of neurons': [plain, { ...plain, neuronColor: 'preActivation' }],
  'glyphs of input weights': [plain, { ...plain, neuronGlyph: 'inputWeights' }],
  'layers of other kinds, joined by bands': [plain, { values: { network: blocks }, connections: 'none' }],
  'colours of a function': [plain, { ...plain, neuronColor: () => 'rgb(200, 0, 120)' }],
};

/** Stripes and dots cover the same ground with gaps of their own: the share that the two ends may disagree about. */
const disagreements: Readonly<Record<string, number>> = {
  'a neuron that is not finite': 0.8,
  'a connection that is not finite': 1.4,
};

describe('the page and an exported file draw the same', () => {
  it.each(Object.entries(marks))('%s', async (name, [without, withIt]) => {
    const [page, file] = await bothEnds(without);
    const [markedPage, markedFile] = await bothEnds(withIt);
    const onPage = weightOf(page, markedPage);
    const inFile = weightOf(file, markedFile);
    expect(onPage).toBeGreaterThan(20);
    expect(inFile / onPage).toBeGreaterThan(0.65);
    expect(inFile / onPage).toBeLessThan(1.4);
    // In the same places: what the two ends disagree about is less than the mark itself.
    expect(weightOf(markedPage, markedFile) - weightOf(page, file)).toBeLessThan((disagreements[name] ?? 0.6) * onPage);
  });
});
