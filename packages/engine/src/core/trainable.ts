import { NeuroglowError } from './error.js';
import type { GivenLayer } from './layerKinds/layerKind.js';
import type { NetworkDescription } from './network.js';
import { show } from './show.js';

/** The first layer that the engine cannot compute: neither an input nor dense over the layer before; −1 if there is none. */
export function firstUntrainable({ layers }: NetworkDescription): number {
  return layers.findIndex((layer: object, l) => {
    // Descriptions made by hand may leave both out.
    const { kind = l === 0 ? 'input' : 'dense', inputs = [l - 1] } = layer as GivenLayer;
    if (l === 0) return kind !== 'input';
    return kind !== 'dense' || !Array.isArray(inputs) || inputs.length !== 1 || inputs[0] !== l - 1;
  });
}

/** @throws `unsupported` for a network that the engine cannot compute; `name` starts the sentence: "network.layers". */
export function requireDense(description: NetworkDescription, name = 'network.layers'): void {
  const l = firstUntrainable(description);
  if (l < 0) return;
  const { kind = 'dense', inputs } = description.layers[l] as object as GivenLayer;
  const over = Array.isArray(inputs) ? inputs.map(show).join(', ') : show(inputs);
  const got = l > 0 && kind === 'dense' ? `a dense layer over [${over}]` : `the kind ${show(kind)}`;
  const expected = l === 0 ? 'an input layer' : 'a dense layer that takes in the layer before';
  throw new NeuroglowError(
    'unsupported',
    `${name}[${l}]: expected ${expected}, got ${got}; Neuroglow trains dense networks and only shows other kinds.`,
  );
}
