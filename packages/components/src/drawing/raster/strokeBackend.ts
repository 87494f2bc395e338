import { inkOf, LEAST_INK, widthOf, type Brush } from './brush.js';
import type { Gap } from './gaps.js';
import { InkMemory, resolveInk, type InkStrip, type InkTable } from './ink.js';
import type { RasterBackend, Rectangle } from './backend.js';
import { addStroke, type Way } from './strokes.js';
import { createSurface, surfaceSize, type Surface } from './surface.js';

export interface Work {
  readonly gap: Gap;
  readonly way: Way;
  readonly strip: InkStrip;
}

/**
 * Draws connections one by one in plain JavaScript, however many there are. It is small, so that a page can have it from the start, and enough
 * for the few connections that the page draws itself.
 */
export class StrokeBackend implements RasterBackend {
  readonly #memory = new InkMemory();
  #surface: Surface | null = null;
  protected work: Work | null = null;

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
    this.work = { gap, way, strip };
    return strip;
  }

  strokes(brush: Brush, { row, rows, column, columns }: Rectangle): void {
    if (!this.work) return;
    const { values, emphasis, from, to } = this.work.gap;
    for (let start = row; start < row + rows; start++) {
      const factor = brush.isEmphasized ? (emphasis?.[start] ?? 1) : 1;
      for (let end = column; end < column + columns; end++)
        stroke(this.work, brush, from[start]!, to[end]!, values[start * to.length + end]!, factor);
    }
  }

  fans(brush: Brush): void {
    this.#all(brush);
  }

  density(brush: Brush): void {
    this.#all(brush);
  }

  #all(brush: Brush): void {
    const { gap } = this.work ?? {};
    if (gap) this.strokes(brush, { row: 0, rows: gap.from.length, column: 0, columns: gap.to.length });
  }

  countNotFinite(): number {
    let count = 0;
    for (const value of this.work?.gap.values ?? []) if (!Number.isFinite(value)) count++;
    return count;
  }

  countBeyond(domain: number): number {
    let count = 0;
    for (const value of this.work?.gap.values ?? []) {
      const magnitude = Math.abs(value);
      if (magnitude > domain && magnitude < Infinity) count++;
    }
    return count;
  }

  resolve(main: number, topToBottom: boolean, table: InkTable, stripes: number): void {
    if (this.work && this.#surface) resolveInk(this.work.strip, this.#surface, main, topToBottom, table, stripes);
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
