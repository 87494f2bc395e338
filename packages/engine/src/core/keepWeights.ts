import { descriptionOf, networkOf } from './createNetwork.js';
import { parameterLayout } from './describe.js';
import type { Network, NetworkDescription } from './network.js';

/**
 * The network `next` with as many parameters of `before` as fit. A layer takes over the weights and biases of its counterpart, for neurons
 * that both have, if the layer before it has a counterpart too. All other parameters are `next`'s own.
 *
 * With equally many layers, layers in the same place are counterparts. Otherwise equal layers are paired from the input on, then from the
 * output on, so that an added or removed layer costs only the connections around it.
 */
export function keepWeights(before: Network, next: Network): Network {
  const parameters = next.parameters.slice();
  const oldLayout = parameterLayout(before).layers;
  const newLayout = parameterLayout(next).layers;
  const counterparts = counterpartsOf(before, next);
  for (let l = 1; l < next.layers.length; l++) {
    const m = counterparts[l] ?? null;
    if (m === null || counterparts[l - 1] !== m - 1) continue;
    const inputs = Math.min(before.layers[m - 1]!.neurons, next.layers[l - 1]!.neurons);
    const oldNeurons = before.layers[m]!.neurons;
    const newNeurons = next.layers[l]!.neurons;
    const kept = Math.min(oldNeurons, newNeurons);
    const keep = (from: number, to: number): void => {
      parameters.set(before.parameters.subarray(from, from + kept), to);
    };
    for (let i = 0; i < inputs; i++) {
      keep(oldLayout[m]!.weights.offset + i * oldNeurons, newLayout[l]!.weights.offset + i * newNeurons);
    }
    keep(oldLayout[m]!.biases.offset, newLayout[l]!.biases.offset);
  }
  return networkOf(descriptionOf(next), parameters, next.initializer, next.seed);
}

/** For each layer of `next`, the index of its counterpart in `before`; null for a new layer. */
function counterpartsOf(before: NetworkDescription, next: NetworkDescription): (number | null)[] {
  const olds = before.layers.map(({ neurons }) => neurons);
  const news = next.layers.map(({ neurons }) => neurons);
  if (olds.length === news.length) return news.map((_, l) => l);
  const counterparts: (number | null)[] = news.map(() => null);
  const shorter = Math.min(olds.length, news.length);
  let same = 0;
  while (same < shorter - 1 && olds[same] === news[same]) {
    counterparts[same] = same;
    same++;
  }
  for (let back = 1; back <= shorter - same && olds.at(-back) === news.at(-back); back++) {
    counterparts[news.length - back] = olds.length - back;
  }
  return counterparts;
}
