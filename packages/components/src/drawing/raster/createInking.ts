import { KernelInking } from '../kernels/kernelInking.js';
import { rasterModule } from '../kernels/load.js';
import type { Inking } from './inking.js';
import { PlainInking } from './plainInking.js';

/** The fastest inking that there is here: kernels, or plain JavaScript where WebAssembly is missing or refused by policy. */
export function createInking(): Inking {
  const module = rasterModule();
  return module ? new KernelInking(module) : new PlainInking();
}
