import { NeuroglowError } from '../core/error.js';
import { readBinary } from './generated/binary.js';

/** What the kernels' module exports; the names and arguments are those of assembly/index.ts. Addresses are bytes in memory. */
export interface KernelExports extends WebAssembly.Exports {
  train(plan: number, count: number, costs: number): number;
  evaluate(plan: number, data: number): number;
  forward(plan: number, rows: number): void;
  /** a ← f(z) of one layer. Traps on an activation without a number. */
  activate(plan: number, layer: number, rows: number): void;
  /** δ ← δ·f′ of one layer, and ∂C/∂b. */
  differentiate(plan: number, layer: number, rows: number): void;
  transposeAll(plan: number): void;
  allFinite(from: number, bytes: number): number;
  copyRows(from: number, fromStride: number, to: number, toStride: number, bytes: number, rows: number): void;
  expAll(x: number, y: number, bytes: number): void;
  sigmoidAll(x: number, y: number, bytes: number): void;
  tanhAll(x: number, y: number, bytes: number): void;
  sineAll(x: number, y: number, bytes: number): void;
  cosineAll(x: number, y: number, bytes: number): void;
  logAll(x: number, y: number, bytes: number): void;
  logOnePlusAll(x: number, y: number, bytes: number): void;
}

// A compiled module holds no state: all trainers of a thread share one.
let compiled: WebAssembly.Module | undefined;
let refused: unknown;

function remember(error: unknown): NeuroglowError {
  refused = error;
  return new NeuroglowError(
    'unsupported',
    `kernels: expected WebAssembly with SIMD, got "${error instanceof Error ? error.message : String(error)}"; allow 'wasm-unsafe-eval' in the page's script-src, use a newer browser, or train with core arithmetic.`,
    { cause: error },
  );
}

/**
 * The kernels' module, compiled on the first call and kept. Takes a few milliseconds on the calling thread.
 * @throws `unsupported` where WebAssembly or its SIMD is missing or refused by policy.
 */
export function kernelModule(): WebAssembly.Module {
  if (compiled) return compiled;
  if (refused !== undefined) throw remember(refused);
  try {
    return (compiled = new WebAssembly.Module(readBinary()));
  } catch (error) {
    throw remember(error);
  }
}

/**
 * Compiles the kernels off the calling thread, so that the first trainer does not have to wait. Optional.
 * @throws (as a rejection) `unsupported` where WebAssembly or its SIMD is missing or refused by policy.
 */
export async function loadKernels(): Promise<WebAssembly.Module> {
  if (compiled) return compiled;
  try {
    return (compiled = await WebAssembly.compile(readBinary()));
  } catch (error) {
    throw remember(error);
  }
}

/** Whether a kernel trainer can be made here: WebAssembly with SIMD, and no policy against it. */
export function kernelsAvailable(): boolean {
  try {
    kernelModule();
    return true;
  } catch {
    return false;
  }
}

/** The kernels over a memory of their own. */
export function instantiateKernels(memory: WebAssembly.Memory): KernelExports {
  return new WebAssembly.Instance(kernelModule(), { env: { memory } }).exports as KernelExports;
}
