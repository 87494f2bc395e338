import { describe, expect, it } from 'vitest';
import { networkKind } from '../../packages/components/src/drawing/raster/network.js';
import { registerSceneKind } from '../../packages/components/src/drawing/raster/sceneKind.js';
import { SceneRasterizer } from '../../packages/components/src/drawing/raster/sceneRasterizer.js';
import { KernelBackend } from '../../packages/components/src/drawing/kernels/kernelBackend.js';
import { rasterModule } from '../../packages/components/src/drawing/kernels/load.js';
import { brushFor, LEAST_WIDTH } from '../../packages/components/src/drawing/raster/brush.js';
import type { Gap } from '../../packages/components/src/drawing/raster/gaps.js';
import type { RasterBackend } from '../../packages/components/src/drawing/raster/backend.js';
import { PlainBackend } from '../../packages/components/src/drawing/raster/plainBackend.js';
import { createWay } from '../../packages/components/src/drawing/raster/strokes.js';
import type { NetworkScene } from '../../packages/components/src/drawing/scenes/network.js';

registerSceneKind(networkKind);

const kernels = (): RasterBackend => new KernelBackend(rasterModule()!);
const plain = (): RasterBackend => new PlainBackend();

/** Numbers that look random, between −1 and 1, the same in every run. */
function noise(count: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const evenly = (count: number, room: number): Float32Array =>
  Float32Array.from({ length: count }, (_, at) => 10 + ((at + 0.5) * (room - 20)) / count);

/** A network of those layers in a picture of 400 × 300, all weights different. */
function sceneOf(layers: readonly number[], change: Partial<NetworkScene> = {}): NetworkScene {
  const topToBottom = change.orientation === 'top-bottom';
  const table = {
    low: -1,
    high: 1,
    colors: Uint32Array.of(0xff000000, 0xffffffff),
    glows: true,
    bad: [1, 2],
  } as const;
  return {
    kind: 'network',
    width: 400,
    height: 300,
    scale: 1,
    orientation: 'left-right',
    layers: layers.map((count, layer) => ({
      neurons: Uint32Array.from({ length: count }, (_, neuron) => neuron),
      cross: evenly(count, topToBottom ? 400 : 300),
      main: 10 + (layer * ((topToBottom ? 300 : 400) - 20)) / (layers.length - 1),
      radius: count > 100 ? 0.7 : 3,
      reach: 4,
    })),
    counts: layers,
    bands: [],
    connections: layers.map((count, layer) => noise(layer === 0 ? 0 : count * layers[layer - 1]!)),
    carried: null,
    emphasis: null,
    connectionStyle: {
      domains: layers.map(() => 1),
      positive: 0xffb4641e,
      negative: 0xff0a5ab4,
      bad: 0xff0000ff,
      curved: true,
      densityFrom: 6000,
    },
    filter: { kind: 'all' },
    neuronValues: layers.map(noise),
    neuronTables: [table],
    neuronWords: null,
    ringValues: null,
    ringTable: table,
    glyphs: null,
    glyphValues: null,
    barValues: [],
    flags: null,
    focus: [],
    selected: [],
    wave: null,
    wavesBackward: false,
    look: { empty: 1, outline: 2, edge: 6, accent: 3, ink: 4, track: 5, glow: 0 },
    ...change,
  };
}

/** As zooming leaves them: most neurons above and below the picture. */
function zoomed(layers: readonly number[]): NetworkScene['layers'] {
  return sceneOf(layers).layers.map((layer) => ({ ...layer, cross: layer.cross.map((at) => (at - 150) * 5 + 150) }));
}

/** Pixels of the columns between two layers that have any ink. */
function inkedRows(scene: NetworkScene, column: number, backend: RasterBackend): number[] {
  const { surface } = draw(scene, backend);
  return Array.from({ length: surface.height }, (_, row) => row).filter(
    (row) => surface.bytes[4 * (row * surface.width + column) + 3]! > 0,
  );
}

describe.each([
  ['WebAssembly', kernels],
  ['plain JavaScript', plain],
])('connections in %s', (_, backend) => {
  it('that lead to a neuron out of sight leave the picture instead of ending at its edge', () => {
    const [input, output] = sceneOf([1, 1]).layers;
    const layers = [
      { ...input!, cross: Float32Array.of(150) },
      { ...output!, cross: Float32Array.of(900) },
    ];
    const scene = sceneOf([1, 1], { layers, connections: [noise(0), Float32Array.of(1)] });
    // Before it has left, and where a line along the picture's lower edge would be.
    expect(inkedRows(scene, 60, backend())).not.toHaveLength(0);
    expect(inkedRows(scene, 350, backend())).toHaveLength(0);
  });

  it('are fainter, not thinner, where the neuron that they leave is silent', () => {
    const connections = [noise(0), Float32Array.of(1)];
    const loud = sceneOf([1, 1], { connections, emphasis: [Float32Array.of(1), Float32Array.of(1)] });
    const quiet = { ...loud, emphasis: [Float32Array.of(0.1), Float32Array.of(1)] };
    const silent = { ...loud, emphasis: [Float32Array.of(0), Float32Array.of(1)] };
    expect(inkedRows(quiet, 200, backend())).toEqual(inkedRows(loud, 200, backend()));
    expect(inkedRows(silent, 200, backend())).toHaveLength(0);
    const alphaOf = (scene: NetworkScene): number => {
      const { surface } = draw(scene, backend());
      return surface.bytes[4 * (150 * surface.width + 200) + 3]!;
    };
    expect(alphaOf(quiet)).toBeLessThan(alphaOf(loud));
  });

  it('beyond the domain are counted, those that are not finite are not', () => {
    const connections = [noise(0), Float32Array.of(0.5, 1, 1.01, -3, NaN, Infinity)];
    const scene = sceneOf([2, 3], { connections });
    expect(draw(scene, backend()).report.beyond).toBe(2);
    const dense = sceneOf([300, 60], { connections: [noise(0), noise(18_000).fill(-2, 7, 12)] });
    expect(draw(dense, backend()).report.beyond).toBe(5);
  });
});

function draw(scene: NetworkScene, backend: RasterBackend) {
  const work = new SceneRasterizer(backend).draw(scene);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

describe.each([
  ['strokes', [3, 20, 12]],
  ['fans', [400, 12, 3]],
  ['a density picture', [300, 60, 5]],
  ['threads from top to bottom', [400, 12, 3], { orientation: 'top-bottom' }],
  ['lit connections before dimmed ones', [300, 60, 5], { focus: [{ layer: 1, neuron: 7 }] }],
  ['a pass half way', [3, 20, 12], { wave: 1.5 }],
  ['the strong ones', [300, 60, 5], { filter: { kind: 'threshold', magnitude: 0.9 } }],
  ['emphasized strokes', [3, 20, 12], { emphasis: [noise(3), noise(20), noise(12)] }],
  ['emphasized fans', [400, 12, 3], { emphasis: [noise(400), noise(12), noise(3)] }],
  ['an emphasized density picture', [300, 60, 5], { emphasis: [noise(300), noise(60), noise(5)] }],
  [
    'the strongest for an input',
    [3, 20, 12],
    { emphasis: [noise(3), noise(20), noise(12)], filter: { kind: 'topK', count: 40 } },
  ],
  ['what reaches out of the picture', [3, 20, 12], { layers: zoomed([3, 20, 12]) }],
  [
    'what is not finite',
    [3, 20, 12],
    { connections: [noise(0), noise(60).fill(NaN, 5, 9), noise(240).fill(Infinity, 3, 4)] },
  ],
] as [string, number[], Partial<NetworkScene>?][])('%s', (_, layers, change = {}) => {
  it('look the same from WebAssembly and from plain JavaScript', () => {
    const scene = sceneOf(layers, change);
    const one = draw(scene, kernels());
    const other = draw(scene, plain());
    expect({ ...one.report, milliseconds: 0 }).toEqual({ ...other.report, milliseconds: 0 });
    let difference = 0;
    let different = 0;
    for (let at = 0; at < one.surface.bytes.length; at++) {
      // As it is seen: colours count as far as they are opaque.
      const opacity = (of: typeof one): number => (at % 4 === 3 ? 1 : of.surface.bytes[at | 3]! / 255);
      const away = Math.abs(one.surface.bytes[at]! * opacity(one) - other.surface.bytes[at]! * opacity(other));
      difference += away;
      if (away > 48) different++;
    }
    expect(other.surface.bytes.some((byte) => byte > 0)).toBe(true);
    expect(difference / one.surface.bytes.length).toBeLessThan(1);
    // Where a dash ends is a question of rounding.
    expect(different / one.surface.bytes.length).toBeLessThan(0.001);
  });
});

describe('a surface in the memory of the kernels', () => {
  it('is clear at the beginning, and is still itself after memory has grown', () => {
    const backend = kernels();
    const scene = sceneOf([300, 60, 5]);
    const first = draw(scene, backend).surface.words.slice();
    expect(draw(scene, backend).surface.words).toEqual(first);
    const larger = draw({ ...scene, width: 500, height: 600 }, backend);
    expect(larger.surface.words).toHaveLength(500 * 600);
    expect(larger.surface.bytes.some((byte) => byte > 0)).toBe(true);
    expect(draw(scene, backend).surface.words).toEqual(first);
  });
});

/** What all connections of a gap leave on a strip of 280 × 560, by the sign that prevails. */
function netInk(
  backend: RasterBackend,
  values: Float32Array,
  count: number,
  how: 'density' | 'strokes',
  curved: boolean,
): Float32Array {
  const positions = evenly(count, 560);
  const neurons = Uint32Array.from({ length: count }, (_, at) => at);
  const gap: Gap = {
    layer: 1,
    values,
    emphasis: null,
    from: positions,
    to: positions,
    fromNeurons: neurons,
    toNeurons: neurons,
    begin: 0,
    end: 280,
  };
  const ink = backend.begin(gap, createWay(280, curved), 560);
  // All lines equally thick and without gaps: the same ink.
  const brush = {
    ...brushFor(gap, 1, values.length, 1),
    mostInk: 1,
    mostWidth: LEAST_WIDTH,
    dash: { on: 1, period: 1 },
  };
  if (how === 'density') backend.density(brush);
  else backend.strokes(brush, { row: 0, rows: count, column: 0, columns: count });
  const { positive, negative, stride } = ink;
  const strip = new Float32Array(280 * 560);
  for (let column = 0; column < 280; column++)
    for (let row = 0; row < 560; row++)
      strip[column * 560 + row] = positive[column * stride + row]! - negative[column * stride + row]!;
  return strip;
}

/** Means of squares of so many pixels a side. */
function coarser(strip: Float32Array, side: number): Float32Array {
  const rows = 560 / side;
  const means = new Float32Array(strip.length / side ** 2);
  for (let at = 0; at < strip.length; at++)
    means[Math.floor(Math.floor(at / 560) / side) * rows + Math.floor((at % 560) / side)]! += strip[at]! / side ** 2;
  return means;
}

function correlation(one: Float32Array, other: Float32Array): number {
  const mean = (numbers: Float32Array): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    ab += (one[at]! - a) * (other[at]! - b);
    aa += (one[at]! - a) ** 2;
    bb += (other[at]! - b) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

describe.each([
  ['WebAssembly', kernels],
  ['plain JavaScript', plain],
] as const)('a density picture, from %s', (_, create) => {
  const count = 256;

  const similarity = (values: Float32Array, curved: boolean, side: number): number =>
    correlation(
      coarser(netInk(create(), values, count, 'density', curved), side),
      coarser(netInk(create(), values, count, 'strokes', curved), side),
    );
  const smooth = Float32Array.from(
    { length: count * count },
    (_, at) => Math.sin(Math.floor(at / count) / 40) * Math.cos((at % count) / 30),
  );

  it('is the picture of all lines where weights are smooth', () => {
    expect(similarity(smooth, false, 1)).toBeGreaterThan(0.9975);
    // A curve has a line's mean steepness in all of its columns.
    expect(similarity(smooth, true, 1)).toBeGreaterThan(0.97);
  });

  it('is the picture of all lines at a scale of 4 pixels where weights are noise', () => {
    expect(similarity(noise(count * count), false, 4)).toBeGreaterThan(0.9);
    expect(similarity(noise(count * count), true, 4)).toBeGreaterThan(0.9);
  });
});
