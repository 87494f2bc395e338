import { readBinary } from './generated/binary.js';

/** What the kernels' module exports; names and arguments are those of assembly/. Addresses are bytes in memory. */
export interface RasterKernels extends WebAssembly.Exports {
  useStrip(ink: number, columns: number, rows: number, stride: number, shares: number): void;
  useBrush(domain: number, mostInk: number, contrast: number, least: number, emphasis: number): void;
  strokes(
    values: number,
    width: number,
    from: number,
    fromCount: number,
    to: number,
    toCount: number,
    leastWidth: number,
    mostWidth: number,
    on: number,
    period: number,
    firstRow: number,
  ): void;
  fans(
    values: number,
    wide: number,
    alongWide: number,
    narrow: number,
    alongNarrow: number,
    first: number,
    pitch: number,
    meets: number,
    forward: number,
    sums: number,
  ): void;
  clearPositive(): void;
  clearNegative(): void;
  place(from: number, fromCount: number, to: number, toCount: number, size: number, heights: number): void;
  stretch(size: number, stretches: number): void;
  gather(
    values: number,
    rows: number,
    columns: number,
    rowHeights: number,
    columnHeights: number,
    sums: number,
    matrix: number,
    size: number,
    firstRow: number,
  ): void;
  project(density: number, size: number, stretches: number, from: number, to: number, picture: number): void;
  spread(picture: number, size: number, blended: number): void;
  resolveDensity(
    picture: number,
    size: number,
    blended: number,
    points: number,
    words: number,
    first: number,
    last: number,
    count: number,
    alongMain: number,
    alongCross: number,
    positiveColor: number,
    negativeColor: number,
    keeps: number,
  ): void;
  resolveLines(
    words: number,
    first: number,
    last: number,
    rows: number,
    alongMain: number,
    alongCross: number,
    opacities: number,
    inks: number,
    steps: number,
    colors: number,
    shares: number,
  ): void;
  resolveNetInk(
    words: number,
    first: number,
    last: number,
    rows: number,
    alongMain: number,
    alongCross: number,
    positiveColor: number,
    negativeColor: number,
    keeps: number,
  ): void;
  ring(
    words: number,
    width: number,
    height: number,
    x: number,
    y: number,
    inner: number,
    outer: number,
    word: number,
    strength: number,
  ): void;
  rectangle(
    words: number,
    width: number,
    height: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    word: number,
    strength: number,
  ): void;
  erase(words: number, width: number, height: number, x: number, y: number, radius: number): void;
  dots(
    words: number,
    width: number,
    height: number,
    main: number,
    cross: number,
    topToBottom: number,
    radius: number,
    strength: number,
    colors: number,
    count: number,
  ): void;
  countNotFinite(values: number, count: number): number;
  countBeyond(values: number, count: number, limit: number): number;
}

// A compiled module holds no state: all rasterizers of a thread share one. null: refused.
let compiled: WebAssembly.Module | null | undefined;

/** The kernels' module, compiled on the first call and kept; null where WebAssembly or its SIMD is missing or refused by policy. */
export function rasterModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(readBinary());
  } catch {
    compiled = null;
  }
  return compiled;
}

/** The kernels over a memory of their own. */
export function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): RasterKernels {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as RasterKernels;
}
