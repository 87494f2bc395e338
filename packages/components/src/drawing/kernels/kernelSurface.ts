import { shownDisc, surfaceSize, type Surface } from '../raster/surface.js';
import type { KernelMemory } from './kernelMemory.js';
import type { RasterKernels } from './load.js';

/** A surface in the kernels' memory, which may move while it is drawn on. */
export class KernelSurface implements Surface {
  readonly width: number;
  readonly height: number;
  readonly #memory: KernelMemory;
  readonly #kernels: RasterKernels;
  readonly #address: number;
  #words: Uint32Array<ArrayBuffer>;

  constructor(memory: KernelMemory, kernels: RasterKernels, width: number, height: number) {
    ({ width: this.width, height: this.height } = surfaceSize(width, height));
    this.#memory = memory;
    this.#kernels = kernels;
    this.#address = memory.reserve('surface', 4 * this.width * this.height);
    this.#words = this.#see();
  }

  get words(): Uint32Array<ArrayBuffer> {
    // Memory that has grown leaves its views empty.
    if (this.#words.length === 0) this.#words = this.#see();
    return this.#words;
  }

  get bytes(): Uint8ClampedArray<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.words;
    return new Uint8ClampedArray(buffer, byteOffset, byteLength);
  }

  ring(x: number, y: number, inner: number, outer: number, word: number, strength: number): void {
    this.#kernels.ring(this.#address, this.width, this.height, x, y, inner, outer, word, strength);
  }

  erase(x: number, y: number, radius: number): void {
    this.#kernels.erase(this.#address, this.width, this.height, x, y, radius);
  }

  rectangle(x: number, y: number, width: number, height: number, word: number, strength: number): void {
    this.#kernels.rectangle(this.#address, this.width, this.height, x, y, x + width, y + height, word, strength);
  }

  dots(main: number, cross: Float32Array, topToBottom: boolean, radius: number, words: Uint32Array): void {
    const { width, height } = this;
    const { radius: outer, strength } = shownDisc(radius);
    const at = this.#memory.put('dots', cross);
    const colors = this.#memory.put('dotColors', words);
    const turned = topToBottom ? 1 : 0;
    this.#kernels.dots(this.#address, width, height, main, at, turned, outer, strength, colors, cross.length);
  }

  #see(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, this.#address, this.width * this.height);
  }
}
