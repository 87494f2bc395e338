import { openOnnx } from '@neuroglow/engine/onnx';
import { convolutionalModel, numbers, writeOnnx } from '../engine/sources/onnxWriter.js';
import { checkDescription } from '@neuroglow/engine';
import { NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { networkKind } from '../../packages/components/src/drawing/raster/network.js';
import { StrokeBackend } from '../../packages/components/src/drawing/raster/strokeBackend.js';
import { mapTiles } from '../../packages/components/src/drawing/scenes/mapTiles.js';
import { bandAt } from '../../packages/components/src/drawing/scenes/network.js';
import { neighbouringNeuron } from '../../packages/components/src/NetworkGraph/interaction/neighbouringNeuron.js';
import { computeGeometry } from '../../packages/components/src/NetworkGraph/layout/computeGeometry.js';
import { placeLayers } from '../../packages/components/src/NetworkGraph/layout/placement.js';
import { connectionBands, isLined } from '../../packages/components/src/NetworkGraph/scene/connectionBands.js';

const { layers } = checkDescription({
  layers: [
    { kind: 'input', shape: [16, 16, 3] },
    { kind: 'conv2d', name: 'conv', kernelSize: 3, filters: 3, padding: 'same' },
    { kind: 'add', name: 'sum', inputs: [0, 1] },
    { kind: 'flatten', name: 'flat' },
    { neurons: 4, activation: 'relu' },
    { neurons: 2, activation: 'softmax' },
  ],
});

function geometryOf(orientation: 'left-right' | 'top-bottom' = 'left-right') {
  const places = placeLayers(layers, {
    ...{ maxNeurons: 16, collapse: 'image', expanded: new Set<number>() },
    ...{ pages: new Map<number, number>(), keep: [] },
  });
  return computeGeometry(layers, places, {
    ...{ width: 640, height: 400, orientation, labels: true, beside: new Set<number>(), glyphLayer: -1 },
    margin: { top: 8, right: 8, bottom: 8, left: 8 },
  });
}

describe.each(['left-right', 'top-bottom'] as const)('layers of other kinds, %s', (orientation) => {
  const geometry = geometryOf(orientation);

  it('are blocks within the picture and apart from each other', () => {
    const blocks = geometry.layers.flatMap(({ block }) => block ?? []);
    expect(blocks).toHaveLength(4);
    let edge = 0;
    for (const { x, y, width, height, sheets, offset } of blocks) {
      const behind = (sheets - 1) * offset;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y - behind).toBeGreaterThanOrEqual(0);
      expect(x + width + behind).toBeLessThanOrEqual(640);
      expect(y + height).toBeLessThanOrEqual(400);
      const near = orientation === 'left-right' ? x : y - behind;
      expect(near).toBeGreaterThan(edge);
      edge = near + behind + (orientation === 'left-right' ? width : height);
    }
  });

  it('are joined by a band for each input, and dense layers by their connections', () => {
    const bands = connectionBands(layers, geometry);
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(layers.map((_, layer) => isLined(layers, layer))).toEqual([false, false, false, false, false, true]);
    const skipping = bands[1]!;
    const [, high] = bandAt(skipping, 0.5);
    // Before the layer that it passes.
    expect(high).toBeLessThan(geometry.layers[1]!.low);
  });
});

it('arrow keys pass blocks', () => {
  const geometry = geometryOf();
  const first = { layer: 4, neuron: 0 };
  // There is no neuron before.
  expect(neighbouringNeuron(geometry, first, 'left')).toEqual(first);
  expect(neighbouringNeuron(geometry, first, 'right').layer).toBe(5);
});

describe('a graph of other kinds', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  });

  it('says kind, shape and inputs of each block, and writes bands and blocks into its file', async () => {
    const ref = createRef<NetworkGraphElement>();
    const wave = (length: number): Float32Array => Float32Array.from({ length }, (_, at) => Math.sin(at + 1));
    const empty = new Float32Array(0);
    const parameters = layers.map(({ kind, neurons }, layer) =>
      kind === 'dense'
        ? { weights: wave(neurons * layers[layer - 1]!.neurons), biases: wave(neurons) }
        : { weights: empty, biases: empty },
    );
    render(<NetworkGraph ref={ref} values={{ network: { layers }, parameters }} legend={false} />);
    expect(screen.getByRole('button', { name: 'sum: addition, 16 × 16 × 3, from input and conv' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'flat: flatten, 768, from sum' })).toBeVisible();
    const file = new DOMParser().parseFromString(await ref.current!.toSVG(), 'image/svg+xml');
    expect(file.querySelectorAll('path[fill-opacity]')).toHaveLength(5);
    // Three sheets of three blocks, and one of the list.
    expect(file.querySelectorAll('rect[stroke]')).toHaveLength(10);
    expect(file.querySelectorAll('path[stroke-opacity]').length).toBeGreaterThan(4);
    expect([...file.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain('16 × 16 × 3');
  });
});

it('a raster has the block’s colour in its middle, and the band’s between', () => {
  const [empty, outline] = [0xff0000aa, 0xffbb0000];
  const backend = new StrokeBackend();
  const surface = backend.surface(60, 20);
  const none = { neurons: new Uint32Array(0), cross: new Float32Array(0), radius: 0 };
  const block = { x: 10, y: 5, width: 10, height: 10, sheets: 1, offset: 4 };
  const end = { low: 5, high: 15 };
  const scene = {
    ...{ kind: 'network', width: 60, height: 20, scale: 1, orientation: 'left-right', counts: [4, 4] },
    layers: [
      { ...none, main: 15, reach: 5, block },
      { ...none, main: 45, reach: 5, block: { ...block, x: 40 } },
    ],
    bands: [{ from: 0, to: 1, begin: { main: 20, ...end }, end: { main: 40, ...end }, bulge: 0 }],
    ...{ connections: [], carried: null, emphasis: null, filter: { kind: 'all' }, focus: [], selected: [] },
    connectionStyle: { domains: [0, 0], positive: 0, negative: 0, bad: 0, curved: true, densityFrom: 6000 },
    ...{ neuronValues: [null, null], neuronTables: [], neuronWords: null, ringValues: null, glyphs: null },
    ...{ glyphValues: null, barValues: [null, null], flags: null, wave: null, wavesBackward: false },
    look: { empty, edge: outline, outline, accent: 0, ink: 0, track: 0, glow: 0 },
  } as unknown as Parameters<ReturnType<typeof networkKind.createDraw>>[0];
  const work = networkKind.createDraw(backend)(scene, surface);
  while (!work.next().done);
  const at = (x: number, y: number): number => surface.words[y * 60 + x]!;
  expect(at(15, 10)).toBe(empty);
  expect(at(10, 10)).toBe(outline);
  // A band covers the ground in part.
  expect(at(30, 10) & 0xffffff).toBe(outline & 0xffffff);
  expect(at(30, 10) >>> 24).toBeGreaterThan(25);
  expect(at(30, 10) >>> 24).toBeLessThan(80);
  expect(at(30, 2)).toBe(0);
});

describe('feature maps on a block', () => {
  const block = { x: 10, y: 10, width: 41, height: 41, sheets: 4, offset: 4 };

  it('are a square of the first channels, within the front sheet', () => {
    const tiles = mapTiles({ ...block, maps: { rows: 2, columns: 2, channels: 64 } });
    expect(tiles).toHaveLength(16);
    expect(tiles[5]).toEqual({ channel: 5, x: 21, y: 21, width: 9, height: 9 });
    for (const { x, y, width, height } of tiles) {
      expect(x).toBeGreaterThan(block.x);
      expect(x + width).toBeLessThan(block.x + block.width);
      expect(y + height).toBeLessThan(block.y + block.height);
    }
  });

  it('are written into a file, channel by channel, in the colours of their values', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    const network = checkDescription({
      layers: [
        { kind: 'input', shape: [4, 4] },
        { kind: 'conv2d', name: 'conv', kernelSize: 3, filters: 2, activation: 'sigmoid' },
        { kind: 'flatten', name: 'flat' },
      ],
    });
    const ref = createRef<NetworkGraphElement>();
    // Channel 0 is 0 everywhere, channel 1 is 1: neighbours in memory.
    const conv = Float32Array.of(0, 1, 0, 1, 0, 1, 0, 1);
    const activations = [new Float32Array(16), conv, conv];
    render(<NetworkGraph ref={ref} values={{ network, activations }} legend={false} />);
    const file = new DOMParser().parseFromString(await ref.current!.toSVG(), 'image/svg+xml');
    const fills = [...file.querySelectorAll('g[shape-rendering]')]
      .map((group) => [...group.querySelectorAll('rect')].map((rectangle) => rectangle.getAttribute('fill')))
      .filter(({ length }) => length === 4);
    expect(fills).toHaveLength(2);
    expect(fills.map((of) => new Set(of).size)).toEqual([1, 1]);
    expect(fills[0]![0]).not.toBe(fills[1]![0]);
  });
});

describe('a model of which only the structure is known', () => {
  it('is drawn, with the reason why nothing of it is coloured', async () => {
    const source = await openOnnx({ model: writeOnnx(convolutionalModel()), probes: [numbers(108)] });
    render(<NetworkGraph source={source} />);
    await screen.findByText(/pass `ort` to openOnnx/);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
