import { inkOf, LEAST_INK, widthOf, type Brush } from './brush.js';
import { Density } from './density.js';
import { addFan, FanSums } from './fans.js';
import type { Gap } from './gaps.js';
import { InkMemory, resolveInk, type InkStrip, type InkTable } from './ink.js';
import { densitySize, type RasterBackend, type Rectangle } from './backend.js';
import { addStroke, type Way } from './strokes.js';
import { createSurface, surfaceSize, type Surface } from './surface.js';

interface Work {
  readonly gap: Gap;
  readonly way: Way;
  readonly strip: InkStrip;
}

/** Draws connections in plain JavaScript: everywhere, and some four times slower than the kernels. */
export class PlainBackend implements RasterBackend {
  readonly #memory = new InkMemory();
  #density: Density | null = null;
  #surface: Surface | null = null;
  #work: Work | null = null;

  surface(width: number, height: number): Surface {
    const size = surfaceSize(width, height);
    const known = this.#surface;
    if (known?.width === size.width && known.height === size.height) {
      known.words.fill(0);
      return known;
    }
    return (this.#surface = createSurface(size));
  }

  begin(gap: Gap, way: Way, rows: number): InkStrip {
    const strip = this.#memory.strip(gap.end - gap.begin, rows);
    this.#work = { gap, way, strip };
    return strip;
  }

  strokes(brush: Brush, { row, rows, column, columns }: Rectangle): void {
    if (!this.#work) return;
    const { values, emphasis, from, to } = this.#work.gap;
    for (let start = row; start < row + rows; start++) {
      const factor = brush.isEmphasized ? (emphasis?.[start] ?? 1) : 1;
      for (let end = column; end < column + columns; end++)
        stroke(this.#work, brush, from[start]!, to[end]!, values[start * to.length + end]!, factor);
    }
  }

  fans(brush: Brush): void {
    if (!this.#work) return;
    const { gap, way, strip } = this.#work;
    const { values, emphasis, from, to } = gap;
    const fromIsWide = from.length >= to.length;
    const wide = fromIsWide ? from : to;
    const narrow = fromIsWide ? to : from;
    const pitch = (wide[wide.length - 1]! - wide[0]!) / (wide.length - 1);
    const fan = new FanSums(wide.length);
    const alongWide = fromIsWide ? to.length : 1;
    const alongNarrow = fromIsWide ? 1 : to.length;
    for (let corner = 0; corner < narrow.length; corner++) {
      fan.restart();
      for (let at = 0; at < wide.length; at++) {
        const value = values[at * alongWide + corner * alongNarrow]!;
        const magnitude = Math.abs(value) * (emphasis?.[fromIsWide ? at : corner] ?? 1);
        // Where nothing is finite nothing is added: one NaN must not blacken the rest of the fan.
        const ink = magnitude >= brush.least && magnitude < Infinity ? inkOf(brush, magnitude) : 0;
        fan.add(value < 0 ? -ink : ink);
      }
      addFan(strip, way, fan.sums, wide[0]!, pitch, narrow[corner]!, fromIsWide ? 1 : -1);
    }
  }

  density(brush: Brush): void {
    if (!this.#work) return;
    const { gap, way, strip } = this.#work;
    const size = densitySize(strip.rows);
    if (this.#density?.size !== size) this.#density = new Density(size);
    this.#density.add(strip, way, gap, brush);
  }

  countNotFinite(): number {
    let count = 0;
    for (const value of this.#work?.gap.values ?? []) if (!Number.isFinite(value)) count++;
    return count;
  }

  countBeyond(domain: number): number {
    let count = 0;
    for (const value of this.#work?.gap.values ?? []) {
      const magnitude = Math.abs(value);
      if (magnitude > domain && magnitude < Infinity) count++;
    }
    return count;
  }

  resolve(main: number, topToBottom: boolean, table: InkTable, stripes: number): void {
    if (this.#work && this.#surface) resolveInk(this.#work.strip, this.#surface, main, topToBottom, table, stripes);
  }
}

function stroke({ strip, way }: Work, brush: Brush, from: number, to: number, value: number, factor: number): void {
  const magnitude = Math.abs(value);
  const strength = Math.fround(magnitude * factor);
  const ink = inkOf(brush, strength);
  if (!(ink > LEAST_INK && strength >= brush.least) || magnitude === Infinity) return;
  const into = value < 0 ? strip.negative : strip.positive;
  addStroke(into, strip, way, from, to, ink, widthOf(brush, magnitude), value < 0 ? brush.dash : null);
}
