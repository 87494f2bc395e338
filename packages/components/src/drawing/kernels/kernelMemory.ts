import { MemoryRefusedError } from '../raster/backend.js';

const PAGE = 65_536;
/** Below it is what the compiler keeps there. */
const FIRST = 1024;

/** Memory for kernels, in named regions that keep their contents until they have to grow. */
export class KernelMemory {
  readonly memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1 });
  readonly #regions = new Map<string, { readonly address: number; readonly bytes: number }>();
  #end = FIRST;

  get buffer(): ArrayBuffer {
    return this.memory.buffer;
  }

  /** The address, a multiple of 16, of a region with room for so many bytes, and for a vector read beyond its end. */
  reserve(name: string, bytes: number): number {
    const known = this.#regions.get(name);
    if (known && known.bytes >= bytes) return known.address;
    // Half as much again for what grows step by step: an outgrown region is lost.
    const region = { address: this.#end, bytes: Math.ceil(known ? bytes * 1.5 : bytes) };
    this.#end = (region.address + region.bytes + 31) & ~15;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.#grow(Math.ceil(missing / PAGE));
    this.#regions.set(name, region);
    return region.address;
  }

  /** Copies numbers into a region; returns its address. */
  put(name: string, numbers: Float32Array | Int32Array | Uint32Array): number {
    const address = this.reserve(name, numbers.byteLength);
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    new Uint8Array(this.memory.buffer, address, bytes.length).set(bytes);
    return address;
  }

  #grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch (cause) {
      throw new MemoryRefusedError(`expected room for ${pages} more pages of memory, got none.`, { cause });
    }
  }
}
