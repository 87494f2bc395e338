import type { Brush } from '../raster/brush.js';
import type { Gap } from '../raster/gaps.js';
import { heightsOf, stretchesOf } from '../raster/heights.js';
import { INKS, keepsOf, placeStrip, SHARES, STEPS, type InkStrip, type InkTable } from '../raster/ink.js';
import { densitySize, type Inking, type Rectangle } from '../raster/inking.js';
import type { Way } from '../raster/strokes.js';
import type { Surface } from '../raster/surface.js';
import { KernelMemory } from './kernelMemory.js';
import { KernelSurface } from './kernelSurface.js';
import { instantiateKernels, type RasterKernels } from './load.js';

/** A gap whose strip is being filled. */
interface Work {
  readonly gap: Gap;
  readonly way: Way;
  readonly strip: InkStrip;
  readonly values: number;
  readonly from: number;
  readonly to: number;
}

/** Draws connections in WebAssembly SIMD. What each kernel does is told in the file of its name under assembly/. */
export class KernelInking implements Inking {
  readonly #memory = new KernelMemory();
  readonly #kernels: RasterKernels;
  #surface: KernelSurface | null = null;
  #work: Work | null = null;

  constructor(module: WebAssembly.Module) {
    this.#kernels = instantiateKernels(module, this.#memory.memory);
  }

  surface(width: number, height: number): Surface {
    this.#surface = new KernelSurface(this.#memory, this.#kernels, width, height);
    this.#surface.words.fill(0);
    return this.#surface;
  }

  begin(gap: Gap, way: Way, rows: number): InkStrip {
    const memory = this.#memory;
    const columns = gap.end - gap.begin;
    // Columns begin at a vector, and have room for one that begins in their last pixel.
    const stride = (rows + 6) & ~3;
    const size = columns * stride;
    const ink = memory.reserve('ink', 8 * size);
    const shares = memory.put('shares', way.share);
    const values = memory.put('values', gap.values);
    const from = memory.put('from', gap.from);
    const to = memory.put('to', gap.to);
    this.#kernels.useStrip(ink, columns, rows, stride, shares);
    const strip: InkStrip = {
      columns,
      rows,
      stride,
      // Seen anew each time: memory that grows leaves its views empty.
      get positive() {
        return new Float32Array(memory.buffer, ink, size);
      },
      get negative() {
        return new Float32Array(memory.buffer, ink + 4 * size, size);
      },
    };
    this.#work = { gap, way, strip, values, from, to };
    return strip;
  }

  strokes(brush: Brush, { row, rows, column, columns }: Rectangle): void {
    if (!this.#work) return;
    const { gap, values, from, to } = this.#work;
    const width = gap.to.length;
    const { on, period } = brush.dash;
    this.#use(brush);
    this.#kernels.strokes(
      values + 4 * (row * width + column),
      width,
      from + 4 * row,
      rows,
      to + 4 * column,
      columns,
      brush.mostWidth,
      on,
      period,
    );
  }

  fans(brush: Brush): void {
    if (!this.#work) return;
    const { gap, values, from, to } = this.#work;
    const fromIsWide = gap.from.length >= gap.to.length;
    const wide = fromIsWide ? gap.from : gap.to;
    const narrow = Math.min(gap.from.length, gap.to.length);
    const first = wide[0] ?? 0;
    const pitch = ((wide[wide.length - 1] ?? 0) - first) / (wide.length - 1);
    const sums = this.#memory.reserve('sums', 4 * narrow * (4 * wide.length + 1));
    this.#use(brush);
    const [alongWide, alongNarrow] = fromIsWide ? [narrow, 1] : [1, wide.length];
    this.#kernels.fans(
      values,
      wide.length,
      alongWide,
      narrow,
      alongNarrow,
      first,
      pitch,
      fromIsWide ? to : from,
      fromIsWide ? 1 : 0,
      sums,
    );
  }

  density(brush: Brush): void {
    if (!this.#work) return;
    const { gap, way, strip, values } = this.#work;
    const memory = this.#memory;
    const kernels = this.#kernels;
    const size = densitySize(strip.rows);
    const { lowest, pitch, from, to } = heightsOf(gap, size);
    const rowHeights = memory.put('rowHeights', from);
    const columnHeights = memory.put('columnHeights', to);
    const stretches = memory.put('stretches', stretchesOf(way, size, pitch));
    const sums = memory.reserve('sums', 4 * (Math.max(to.length, size) + 4));
    const [matrix, one, other, picture] = ['matrix', 'one', 'other', 'picture'].map((name) =>
      memory.reserve(name, 4 * size * size),
    ) as [number, number, number, number];
    this.#use(brush);
    kernels.gather(values, from.length, to.length, rowHeights, columnHeights, sums, matrix, size);
    kernels.project(matrix, size, stretches, one, other, picture);
    kernels.spread(picture, size, sums, lowest, pitch);
  }

  countNotFinite(): number {
    return this.#work ? this.#kernels.countNotFinite(this.#work.values, this.#work.gap.values.length) : 0;
  }

  resolve(main: number, topToBottom: boolean, table: InkTable, stripes: number): void {
    if (!this.#work || !this.#surface) return;
    const { strip } = this.#work;
    const memory = this.#memory;
    const { first, last, rows, alongMain, alongCross } = placeStrip(strip, this.#surface, main, topToBottom);
    const words = this.#surface.words.byteOffset + 4 * main * alongMain;
    const opacities = memory.put('opacities', table.opacities);
    const colors = memory.put('colors', stripes > 0 ? table.melted : table.lines);
    const kernels = this.#kernels;
    if (stripes > 0) {
      const keeps = memory.put('keeps', keepsOf(strip.columns + strip.rows, stripes));
      kernels.resolveMelted(words, first, last, rows, alongMain, alongCross, opacities, INKS, STEPS, colors, keeps);
    } else {
      kernels.resolveLines(words, first, last, rows, alongMain, alongCross, opacities, INKS, STEPS, colors, SHARES);
    }
  }

  #use({ domain, mostInk, contrast, least }: Brush): void {
    this.#kernels.useBrush(domain, mostInk, contrast, least);
  }
}
