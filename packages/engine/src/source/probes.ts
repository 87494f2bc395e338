import { rawInputs } from '../core/features.js';
import { checkFinite, isNumberList } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import { show } from '../core/show.js';

/** Checks and copies inputs pinned for watching. @throws `invalid-input` or `not-finite`. */
export function checkProbes(probes: unknown, network: NetworkDescription): readonly Float32Array[] {
  if (!Array.isArray(probes)) {
    throw new NeuroglowError(
      'invalid-input',
      `probes: expected an array of inputs, got ${show(probes)}; pass a list of arrays.`,
    );
  }
  const width = rawInputs(network);
  return Array.from<unknown, Float32Array>(probes, (given, index) => {
    if (!isNumberList(given) || given.length !== width) {
      throw new NeuroglowError(
        'invalid-input',
        `probes[${index}]: expected ${width} numbers, got ${show(given)}; give one number for each input of the network.`,
      );
    }
    const probe = Float32Array.from(given);
    checkFinite(probe, `probes[${index}] (as float32)`);
    return probe;
  });
}
