import { LEAST_WIDTH, type Brush } from '../raster/brush.js';
import type { Gap } from '../raster/gaps.js';
import { INKS, keepsOf, placeStrip, SHARES, STEPS, type InkStrip, type InkTable } from '../raster/ink.js';
import { densitySize, type RasterBackend, type Rectangle } from '../raster/backend.js';
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
  readonly from: number;
  readonly to: number;
  /** Where the gap's values are in memory; null while no kernel has needed all of them at once. */
  values: number | null;
  /** A density picture that has not been laid in the strip: seldom does anything else have to go there. */
  picture: { readonly address: number; readonly size: number } | null;
  /** Where the gap's emphasis is in memory; 0 where there is none or no kernel has needed it. */
  emphasis: number;
  /** How many values are not finite, and how many beyond the domain, where they have been counted on the way. */
  notFinite: number | null;
  beyond: number | null;
}

/** Bytes of values that a density picture takes at a time, so that they stay in the cache from the copy to the sum. */
const BLOCK = 131_072;

/** Draws connections in WebAssembly SIMD. What each kernel does is told in the file of its name under assembly/. */
export class KernelBackend implements RasterBackend {
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
    const kernels = this.#kernels;
    const columns = gap.end - gap.begin;
    // Columns begin at a vector, and have room for one that begins in their last pixel.
    const stride = (rows + 6) & ~3;
    const size = columns * stride;
    const ink = memory.reserve('ink', 8 * size);
    const shares = memory.put('shares', way.share);
    const from = memory.put('from', gap.from);
    const to = memory.put('to', gap.to);
    kernels.useStrip(ink, columns, rows, stride, shares);
    const layPicture = (): void => {
      this.#layPicture();
    };
    const strip: InkStrip = {
      columns,
      rows,
      stride,
      // Seen anew each time: memory that grows leaves its views empty.
      get positive() {
        layPicture();
        kernels.clearPositive();
        return new Float32Array(memory.buffer, ink, size);
      },
      get negative() {
        kernels.clearNegative();
        return new Float32Array(memory.buffer, ink + 4 * size, size);
      },
    };
    this.#work = { gap, way, strip, from, to, values: null, picture: null, emphasis: 0, notFinite: null, beyond: null };
    return strip;
  }

  strokes(brush: Brush, { row, rows, column, columns }: Rectangle): void {
    if (!this.#work) return;
    this.#layPicture();
    const { gap, from, to } = this.#work;
    const width = gap.to.length;
    const { on, period } = brush.dash;
    this.#use(this.#work, brush);
    this.#kernels.strokes(
      this.#values(this.#work) + 4 * (row * width + column),
      width,
      from + 4 * row,
      rows,
      to + 4 * column,
      columns,
      LEAST_WIDTH,
      brush.mostWidth,
      on,
      period,
      row,
    );
  }

  fans(brush: Brush): void {
    if (!this.#work) return;
    const { gap, from, to } = this.#work;
    const fromIsWide = gap.from.length >= gap.to.length;
    const wide = fromIsWide ? gap.from : gap.to;
    const narrow = Math.min(gap.from.length, gap.to.length);
    const first = wide[0] ?? 0;
    const pitch = ((wide[wide.length - 1] ?? 0) - first) / (wide.length - 1);
    const sums = this.#memory.reserve('sums', 4 * narrow * (4 * wide.length + 1));
    this.#use(this.#work, brush);
    const [alongWide, alongNarrow] = fromIsWide ? [narrow, 1] : [1, wide.length];
    this.#kernels.fans(
      this.#values(this.#work),
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
    const work = this.#work;
    if (!work) return;
    const { gap, strip, from, to } = work;
    const memory = this.#memory;
    const kernels = this.#kernels;
    const rows = gap.from.length;
    const columns = gap.to.length;
    const size = densitySize(strip.rows);
    const heights = memory.reserve('heights', 4 * (rows + columns));
    const stretches = memory.reserve('stretches', 4 * size);
    const sums = memory.reserve('sums', 4 * (Math.max(columns, size) + 4));
    const [matrix, one, other, picture] = ['matrix', 'one', 'other', 'picture'].map((name) =>
      memory.reserve(name, 4 * size * size),
    ) as [number, number, number, number];
    this.#use(work, brush);
    kernels.place(from, rows, to, columns, size, heights);
    kernels.stretch(size, stretches);
    new Uint8Array(memory.buffer, matrix, 4 * size * size).fill(0);
    const most = Math.max(1, Math.floor(BLOCK / (4 * columns)));
    work.notFinite = 0;
    work.beyond = 0;
    for (let row = 0; row < rows; row += most) {
      const count = Math.min(most, rows - row);
      const block = memory.put('block', gap.values.subarray(row * columns, (row + count) * columns));
      kernels.gather(block, count, columns, heights + 4 * row, heights + 4 * rows, sums, matrix, size, row);
      work.notFinite += kernels.countNotFinite(block, count * columns);
      work.beyond += kernels.countBeyond(block, count * columns, brush.domain);
    }
    kernels.project(matrix, size, stretches, one, other, picture);
    work.picture = { address: picture, size };
  }

  countNotFinite(): number {
    if (!this.#work) return 0;
    return (this.#work.notFinite ??= this.#kernels.countNotFinite(
      this.#values(this.#work),
      this.#work.gap.values.length,
    ));
  }

  countBeyond(domain: number): number {
    if (!this.#work) return 0;
    return (this.#work.beyond ??= this.#kernels.countBeyond(
      this.#values(this.#work),
      this.#work.gap.values.length,
      domain,
    ));
  }

  resolve(main: number, topToBottom: boolean, table: InkTable, stripes: number): void {
    if (!this.#work || !this.#surface) return;
    const { strip, picture } = this.#work;
    const memory = this.#memory;
    const kernels = this.#kernels;
    const { first, last, rows, alongMain, alongCross } = placeStrip(strip, this.#surface, main, topToBottom);
    const isNet = stripes > 0;
    const keeps = isNet ? memory.put('keeps', keepsOf(strip.columns + strip.rows, stripes)) : 0;
    const [negative = 0, positive = 0] = table.net;
    if (isNet && picture) {
      const { address, size } = picture;
      const blended = memory.reserve('blended', 64 * (size + 2));
      const points = memory.reserve('points', 8 * strip.rows);
      const words = this.#surface.words.byteOffset + 4 * main * alongMain;
      kernels.resolveDensity(
        address,
        size,
        blended,
        points,
        words,
        first,
        last,
        rows,
        alongMain,
        alongCross,
        positive,
        negative,
        keeps,
      );
      return;
    }
    this.#layPicture();
    const opacities = isNet ? 0 : memory.put('opacities', table.opacities);
    const colors = isNet ? 0 : memory.put('colors', table.lines);
    const words = this.#surface.words.byteOffset + 4 * main * alongMain;
    if (isNet) kernels.resolveNetInk(words, first, last, rows, alongMain, alongCross, positive, negative, keeps);
    else kernels.resolveLines(words, first, last, rows, alongMain, alongCross, opacities, INKS, STEPS, colors, SHARES);
  }

  #use(work: Work, { domain, mostInk, contrast, least, isEmphasized }: Brush): void {
    const { emphasis } = work.gap;
    if (isEmphasized && emphasis && work.emphasis === 0) work.emphasis = this.#memory.put('emphasis', emphasis);
    this.#kernels.useBrush(domain, mostInk, contrast, least, isEmphasized ? work.emphasis : 0);
  }

  #values(work: Work): number {
    return (work.values ??= this.#memory.put('values', work.gap.values));
  }

  /** Lays a waiting density picture in the strip, so that it can be drawn over or read. */
  #layPicture(): void {
    const work = this.#work;
    if (!work?.picture) return;
    const { address, size } = work.picture;
    work.picture = null;
    this.#kernels.spread(address, size, this.#memory.reserve('blended', 64 * (size + 2)));
  }
}
