import { inkOf, type Brush } from './brush.js';
import { densitySize } from './backend.js';
import { Density } from './density.js';
import { addFan, FanSums } from './fans.js';
import { StrokeBackend } from './strokeBackend.js';

/** Draws connections in plain JavaScript, as the kernels do: everywhere, and some four times slower. */
export class PlainBackend extends StrokeBackend {
  #density: Density | null = null;

  override fans(brush: Brush): void {
    if (!this.work) return;
    const { gap, way, strip } = this.work;
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

  override density(brush: Brush): void {
    if (!this.work) return;
    const { gap, way, strip } = this.work;
    const size = densitySize(strip.rows);
    if (this.#density?.size !== size) this.#density = new Density(size);
    this.#density.add(strip, way, gap, brush);
  }
}
