import { afterEach, describe, expect, it, vi } from 'vitest';
import { cellsKind } from '../../packages/components/src/drawing/raster/cells.js';
import { createRasterizer } from '../../packages/components/src/drawing/raster/createRasterizer.js';
import { registerSceneKind } from '../../packages/components/src/drawing/raster/sceneKind.js';
import type { CreateRenderer } from '../../packages/components/src/drawing/client/renderer.js';
import { Compositor, RETENTION } from '../../packages/components/src/drawing/client/compositor.js';
import type { RenderAnswer, RenderRequest } from '../../packages/components/src/drawing/worker/protocol.js';
import { svgFlag } from '../../packages/components/src/drawing/svg/marks.js';
import { addFan, FanSums } from '../../packages/components/src/drawing/raster/fans.js';
import { kthLargest } from '../../packages/components/src/drawing/raster/gaps.js';
import { InkMemory } from '../../packages/components/src/drawing/raster/ink.js';
import { RadonPicture } from '../../packages/components/src/drawing/raster/radon.js';
import { addStroke, createWay } from '../../packages/components/src/drawing/raster/strokes.js';
import { createWorkerRenderer } from '../../packages/components/src/drawing/client/workerRenderer.js';
import type { CellsScene } from '../../packages/components/src/drawing/scenes/cells.js';
import { colorWord } from '../../packages/components/src/shared/colorTable.js';

const strip = () => new InkMemory().strip(100, 80);
const columnSum = (ink: Float32Array, column: number, rows = 80): number =>
  ink.subarray(column * rows, (column + 1) * rows).reduce((sum, value) => sum + value, 0);

registerSceneKind(cellsKind);

describe('a stroke', () => {
  it('leaves as much ink in a column as its width along the slope', () => {
    const here = strip();
    addStroke(here.positive, here, createWay(100, false), 10, 60, 1, 2, null);
    // 50 across in 100 columns: √(1 + ½²) times as thick down a column as across the line.
    for (const column of [5, 50, 95]) expect(columnSum(here.positive, column)).toBeCloseTo(2 * Math.sqrt(1.25), 0);
  });

  it('begins and ends at its neurons, level, where it is curved', () => {
    const here = strip();
    addStroke(here.positive, here, createWay(100, true), 10.5, 60.5, 1, 1, null);
    expect(here.positive[0 * 80 + 10]).toBeGreaterThan(0.9);
    expect(here.positive[99 * 80 + 60]).toBeGreaterThan(0.9);
    expect(here.positive[3 * 80 + 10]).toBeGreaterThan(0.5);
  });

  it('has gaps where it is dashed, steep or flat', () => {
    for (const to of [12, 75]) {
      const here = strip();
      addStroke(here.negative, here, createWay(100, false), 10, to, 1, 1, { on: 5, period: 10 });
      const total = here.negative.reduce((sum, value) => sum + value, 0);
      const length = Math.hypot(100, to - 10);
      expect(total / length).toBeGreaterThan(0.4);
      expect(total / length).toBeLessThan(0.65);
    }
  });
});

describe('a fan', () => {
  it('is what its connections are one by one', () => {
    const way = createWay(100, true);
    const weights = Float32Array.from({ length: 140 }, (_, at) => 0.5 + 0.5 * Math.sin(at * 0.2));
    const one = strip();
    const all = strip();
    const fan = new FanSums(140);
    weights.forEach((weight, at) => {
      fan.add(weight);
      addStroke(one.positive, one, way, 5 + at * 0.5, 40, weight, 1, null);
    });
    addFan(all, way, fan.sums, 5, 0.5, 40, 1);
    // Same ink a column while lines are flat, and the same distribution along it.
    expect(columnSum(all.positive, 2)).toBeCloseTo(columnSum(one.positive, 2), -1);
    let difference = 0;
    let total = 0;
    for (let row = 0; row < 80; row++) {
      difference += Math.abs(all.positive[2 * 80 + row]! - one.positive[2 * 80 + row]!);
      total += one.positive[2 * 80 + row]!;
    }
    expect(difference / total).toBeLessThan(0.12);
  });
});

describe('the discrete Radon transform', () => {
  it('draws each line once a column, within log₂ N / 6 of its place', () => {
    const size = 64;
    const radon = new RadonPicture(size);
    for (const [left, right] of [
      [3, 50],
      [60, 7],
      [20, 20],
    ] as const) {
      const density = new Float32Array(size * size);
      density[left * size + right] = 1;
      const picture = new Float32Array(size * size);
      radon.add(density, picture);
      for (let column = 0; column < size; column++) {
        const lit = [...picture.subarray(column * size, (column + 1) * size).entries()].filter(([, ink]) => ink > 0);
        expect(lit).toHaveLength(1);
        const exact = left + ((right - left) * column) / (size - 1);
        expect(Math.abs(lit[0]![0] - exact)).toBeLessThanOrEqual(Math.log2(size) / 6 + 0.5);
      }
    }
  });

  it('keeps all ink of a full matrix', () => {
    const size = 32;
    const picture = new Float32Array(size * size);
    new RadonPicture(size).add(new Float32Array(size * size).fill(1), picture);
    expect(picture.reduce((sum, ink) => sum + ink, 0)).toBeCloseTo(size ** 3, 0);
  });
});

describe('the k-th largest', () => {
  it('agrees with sorting', () => {
    const numbers = Float32Array.from({ length: 501 }, (_, at) => Math.sin(at * 91.7));
    const sorted = [...numbers].sort((a, b) => b - a);
    for (const k of [1, 2, 250, 501]) expect(kthLargest(numbers.slice(), k)).toBe(sorted[k - 1]);
  });
});

const cells = (values: Float32Array): CellsScene => ({
  kind: 'cells',
  width: 4,
  height: 2,
  scale: 1,
  blocks: [{ x: 0, y: 0, width: 4, height: 2, rows: 1, columns: 2, offset: 0 }],
  values,
  tables: [
    { low: 0, high: 1, colors: Uint32Array.of(colorWord('rgb(1, 2, 3)'), colorWord('rgb(7, 8, 9)')), bad: [5, 6] },
  ],
});

describe('cells', () => {
  it('take the colours of their values; what is not finite is hatched and counted', () => {
    const work = createRasterizer().draw(cells(Float32Array.of(0, NaN)));
    const { value, done } = work.next();
    if (!done) throw new Error('Cells are drawn in one go.');
    expect([...value.surface.words.subarray(0, 2)]).toEqual([colorWord('rgb(1, 2, 3)'), colorWord('rgb(1, 2, 3)')]);
    expect([5, 6]).toContain(value.surface.words[2]);
    expect(value.report.notFinite).toBe(1);
  });
});

describe('marks over cells', () => {
  const red = 0xff0000ff;
  const black = 0xff000000;
  const white = 0xffffffff;
  const scene: CellsScene = {
    ...{ kind: 'cells', width: 40, height: 20, scale: 1, smooth: true },
    blocks: [{ x: 0, y: 0, width: 40, height: 20, rows: 1, columns: 2, offset: 0 }],
    values: Float32Array.of(0, 1),
    tables: [{ low: 0, high: 1, colors: new Uint32Array(3).fill(0xff808080), bad: [5, 6] }],
  };
  function wordsOf(marked: Partial<CellsScene>): (x: number, y: number) => number {
    const { value, done } = createRasterizer()
      .draw({ ...scene, ...marked })
      .next();
    if (!done) throw new Error('Cells are drawn in one go.');
    const { words, width } = value.surface;
    const copy = words.slice();
    return (x, y) => copy[y * width + x]!;
  }

  it('an isoline runs where values cross its level, and nowhere else', () => {
    const at = wordsOf({ isoline: { level: 0.5, word: red, edge: white } });
    // Cell centres are at 10 and 30: ½ is in the middle.
    expect(at(20, 10) & 0xff00).toBeLessThan(0x6000);
    expect(at(20, 10) & 0xff).toBeGreaterThan(0xc0);
    expect(at(14, 10)).toBe(0xff808080);
    expect(at(26, 10)).toBe(0xff808080);
  });

  it('an isoline may be that of other values', () => {
    const at = wordsOf({ isoline: { level: 0, word: red, edge: white }, isolineValues: Float32Array.of(-1, 3) });
    expect(at(15, 10) & 0xff).toBeGreaterThan(0xc0);
    expect(at(20, 10)).toBe(0xff808080);
  });

  it('points lie over each frame, and not beyond it', () => {
    const points = {
      at: Float32Array.of(0.5, 0.5, 1.2, 0.5, NaN, 0),
      words: Uint32Array.of(red, red, red),
      picked: Uint8Array.of(0, 0, 0),
      ...{ edge: white, radius: 3 },
    };
    const frames = [
      { x: 0, y: 0, width: 20, height: 20 },
      { x: 20, y: 0, width: 20, height: 20 },
    ];
    const at = wordsOf({ points, frames, frameWord: black });
    expect([at(10, 10), at(30, 10)]).toEqual([red, red]);
    expect([at(24, 10), at(36, 10)]).toEqual([0xff808080, 0xff808080]);
    expect(at(0, 0)).toBe(black);
  });

  it('a dot has the colour of its value; one that is not finite is a ring', () => {
    const table = { low: 0, high: 1, colors: Uint32Array.of(black, red), bad: [5, 6] as const };
    const dots = { at: Float32Array.of(10, 10, 30, 10), radius: 4, table, glow: false, outline: black, bad: white };
    const at = wordsOf({ dots, dotValues: Float32Array.of(1, NaN) });
    expect(at(10, 10)).toBe(red);
    expect(at(30, 10)).toBe(0xff808080);
    expect(at(33, 10)).not.toBe(0xff808080);
  });
});

describe('the compositor', () => {
  function scripted() {
    const requests: RenderRequest[] = [];
    const renderers: { answer: (answer: RenderAnswer) => void; die: () => void; disposed: boolean }[] = [];
    const create: CreateRenderer = (answer, die) => {
      const renderer = { answer, die, disposed: false };
      renderers.push(renderer);
      return { post: (request) => requests.push(request), dispose: () => (renderer.disposed = true) };
    };
    return { requests, renderers, create };
  }
  const canvas = () => ({ width: 0, height: 0, getContext: () => null }) as unknown as HTMLCanvasElement;
  const bitmap = { width: 4, height: 2, close: () => undefined } as ImageBitmap;
  const report = { notFinite: 0, beyond: 0, drawn: 0, of: 0, density: [], milliseconds: 1 };

  it('has one scene in flight; of those that wait the newest is drawn, and sends only what changed', () => {
    const { requests, renderers, create } = scripted();
    const picture = new Compositor(create, create, () => 0).attach(canvas(), cellsKind);
    const first = cells(Float32Array.of(0, 0));
    picture.paint(first);
    picture.paint({ ...first, values: Float32Array.of(1, 1) });
    picture.paint({ ...first, values: Float32Array.of(2, 2) });
    expect(requests).toHaveLength(1);
    renderers[0]!.answer({ type: 'drawn', canvasLayer: 1, bitmap, report, returned: [] });
    expect(requests).toHaveLength(2);
    const { change } = requests[1] as Extract<RenderRequest, { type: 'draw' }>;
    expect(Object.keys(change)).toEqual(['values']);
    expect(change['values']).toEqual(Float32Array.of(2, 2));
  });

  it('replaces a worker that died, and gives the next everything', () => {
    const { requests, renderers, create } = scripted();
    const picture = new Compositor(create, create, () => 0).attach(canvas(), cellsKind);
    picture.paint(cells(Float32Array.of(0, 0)));
    renderers[0]!.die();
    expect(renderers[0]!.disposed).toBe(true);
    expect(renderers).toHaveLength(2);
    expect(Object.keys((requests[1] as Extract<RenderRequest, { type: 'draw' }>).change)).toContain('blocks');
  });

  it('keeps the worker for some seconds after the last picture, so that mounting again and again starts one', () => {
    vi.useFakeTimers();
    const { requests, renderers, create } = scripted();
    const compositor = new Compositor(create, create, () => 0);
    for (let mount = 0; mount < 100; mount++) {
      const picture = compositor.attach(canvas(), cellsKind);
      picture.paint(cells(Float32Array.of(0, 0)));
      picture.dispose();
      vi.advanceTimersByTime(RETENTION / 2);
    }
    expect(renderers).toHaveLength(1);
    expect(requests.filter(({ type }) => type === 'forget')).toHaveLength(100);
    expect(renderers[0]!.disposed).toBe(false);
    vi.advanceTimersByTime(RETENTION);
    expect(renderers[0]!.disposed).toBe(true);
    compositor.attach(canvas(), cellsKind).dispose();
    expect(renderers).toHaveLength(2);
    vi.useRealTimers();
  });
});

describe('where memory for kernels is refused', () => {
  function drawn(): Uint32Array {
    const work = createRasterizer().draw(cells(Float32Array.of(0, 1)));
    const { value, done } = work.next();
    if (!done) throw new Error('Cells are drawn in one go.');
    return value.surface.words.slice();
  }

  it('pictures are drawn by plain code, the same', () => {
    const before = drawn();
    const refuse = vi.fn(function refuse(): never {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    });
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: WebAssembly.Module, Memory: refuse });
    expect(drawn()).toEqual(before);
    expect(refuse).toHaveBeenCalledOnce();
  });

  it('pictures are drawn by plain code when memory can grow no more', () => {
    const before = drawn();
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    });
    const renderer = createRasterizer();
    const large = { ...cells(Float32Array.of(0, 1)), width: 400, height: 300 };
    const { value, done } = renderer.draw(large).next();
    if (!done) throw new Error('Cells are drawn in one go.');
    expect(grow).toHaveBeenCalledOnce();
    expect(value.surface.width).toBe(400);
    expect(value.surface.words[0]).toBe(before[0]);
  });
});

describe('a worker that starts', () => {
  const request = (change: Readonly<Record<string, unknown>>): RenderRequest => ({
    type: 'draw',
    canvasLayer: 1,
    change,
  });
  const report = { notFinite: 0, beyond: 0, drawn: 0, of: 0, density: [], milliseconds: 1 };

  function starting() {
    const posted: RenderRequest[] = [];
    const listeners: { type: string; listener: (event: unknown) => void }[] = [];
    class ScriptedWorker {
      addEventListener(type: string, listener: (event: unknown) => void): void {
        listeners.push({ type, listener });
      }
      postMessage(message: RenderRequest): void {
        posted.push(message);
      }
      terminate(): void {
        posted.length = 0;
      }
    }
    vi.stubGlobal('Worker', ScriptedWorker);
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = (): null => null;
      },
    );
    vi.stubGlobal('ImageData', Object);
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 4, height: 2, close: () => undefined }));
    const answers: RenderAnswer[] = [];
    const renderer = createWorkerRenderer(
      (answer) => answers.push(answer),
      () => undefined,
    );
    const fire = (type: string, event: object): void => {
      for (const one of listeners) if (one.type === type) one.listener(event);
    };
    return {
      posted,
      answers,
      renderer,
      say: (data: RenderAnswer) => fire('message', { data }),
      fail: () => fire('error', { preventDefault: () => undefined }),
    };
  }
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('starts after the first picture, which this thread draws, and is told all of it with the second', async () => {
    const { posted, answers, renderer, say } = starting();
    renderer.post(request({ ...cells(Float32Array.of(0, 1)) }));
    await vi.waitFor(() => {
      expect(answers.map(({ type }) => type)).toEqual(['drawn']);
    });
    const values = Float32Array.of(1, 0);
    renderer.post(request({ values }));
    await vi.waitFor(() => {
      expect(posted.map(({ type }) => type)).toEqual(['hello']);
    });
    say({ type: 'ready' });
    const told = posted[1] as Extract<RenderRequest, { type: 'draw' }>;
    // A frame belongs to everybody who watches it: a copy goes.
    expect(told.change['values']).toEqual(values);
    expect(told.change['values']).not.toBe(values);
    expect(Object.keys(told.change)).toContain('blocks');
    renderer.post(request({ values: Float32Array.of(2, 2) }));
    expect(Object.keys((posted[2] as typeof told).change)).toEqual(['values']);
    say({ type: 'drawn', canvasLayer: 1, bitmap: {} as ImageBitmap, report, returned: [] });
    expect(answers).toHaveLength(2);
    renderer.dispose();
  });

  it('is done without where it is refused', async () => {
    const { posted, answers, renderer, fail } = starting();
    renderer.post(request({ ...cells(Float32Array.of(0, 1)) }));
    renderer.post(request({ values: Float32Array.of(1, 0) }));
    await vi.waitFor(() => {
      expect(posted).toHaveLength(1);
    });
    fail();
    await vi.waitFor(() => {
      expect(answers.map(({ type }) => type)).toEqual(['drawn', 'drawn']);
    });
    renderer.dispose();
  });
});

it('a dead neuron is struck through in an SVG, a saturated one wears a full stop, others nothing', () => {
  const dark = 0xff000000;
  expect(svgFlag(1, 10, 20, 10, dark).join('')).toContain('d="M5 15L15 25M5 25L15 15"');
  expect(svgFlag(2, 10, 20, 10, dark).join('')).toContain('r="3"');
  expect(svgFlag(0, 10, 20, 10, dark)).toEqual([]);
});

it('a mark is light upon a dark neuron and dark upon a bright one', () => {
  const fillOn = (ground: number): number => {
    const [, red] = /fill="rgb\((\d+),/.exec(svgFlag(2, 0, 0, 10, ground).join(''))!;
    return Number(red);
  };
  expect(fillOn(0xff000000)).toBeGreaterThan(200);
  expect(fillOn(0xff66d6ff)).toBeLessThan(60);
});
