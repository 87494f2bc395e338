import { networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import type { Network, NetworkDescription } from '../core/network.js';
import { show } from '../core/show.js';
import { checkDescription } from '../core/validateNetwork.js';
import { malformed, tooLarge } from './content.js';

/** Parses JSON of a file; anything but JSON is `malformed`. */
export function parseJson(text: string, kind: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw malformed(kind, `its JSON is broken (${cause instanceof Error ? cause.message : 'unreadable'})`, { cause });
  }
}

/** A description read from a file, checked; errors are reported as the file's. */
export function storedDescription(given: unknown, kind: string): NetworkDescription {
  try {
    return checkDescription(given);
  } catch (error) {
    if (!(error instanceof NeuroglowError)) throw error;
    if (error.code === 'too-large') throw tooLarge(kind, 'a network of at most 2²⁶ parameters', 'a larger one');
    throw malformed(kind, `its network is described wrongly (${error.message})`, { cause: error });
  }
}

/** A network from a file's content. It has no initializer, so it cannot be redrawn. */
export function storedNetwork(description: NetworkDescription, parameters: Float32Array, kind: string): Network {
  const odd = parameters.findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return networkOf(description, parameters);
  throw malformed(kind, `parameter ${odd} is ${show(parameters[odd])} in float32, and not finite`);
}
