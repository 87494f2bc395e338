import { KernelInking } from '../kernels/kernelInking.js';
import { rasterModule } from '../kernels/load.js';
import type { Inking } from './inking.js';
import { PlainInking } from './plainInking.js';

/**
 * The fastest inking that works here: kernels, or plain JavaScript where WebAssembly is missing, refused by policy or gets no memory (a process has
 * addresses for a limited number of memories).
 */
export function createInking(): Inking {
  const module = rasterModule();
  if (!module) return new PlainInking();
  try {
    return new KernelInking(module);
  } catch {
    return new PlainInking();
  }
}
