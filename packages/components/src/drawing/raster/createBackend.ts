import { KernelBackend } from '../kernels/kernelBackend.js';
import { rasterModule } from '../kernels/load.js';
import type { RasterBackend } from './backend.js';
import { PlainBackend } from './plainBackend.js';

/**
 * The fastest backend that works here: kernels, or plain JavaScript where WebAssembly is missing, refused by policy or gets no memory (a process has
 * addresses for a limited number of memories).
 */
export function createBackend(): RasterBackend {
  const module = rasterModule();
  if (!module) return new PlainBackend();
  try {
    return new KernelBackend(module);
  } catch {
    return new PlainBackend();
  }
}
