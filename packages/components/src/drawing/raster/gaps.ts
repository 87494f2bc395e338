import type { ConnectionFilter, NetworkScene } from '../scenes/network.js';

/** What there is to draw between two layers: [from.length × to.length] values, and where they begin and end. Device pixels. */
export interface Gap {
  /** The layer that the connections lead to. */
  readonly layer: number;
  readonly values: Float32Array;
  /** [from.length] Factor of the opacity of the connections that leave each position; null: 1 throughout. */
  readonly emphasis: Float32Array | null;
  /** Cross positions. */
  readonly from: Float32Array;
  readonly to: Float32Array;
  /** Neuron indices behind the positions. */
  readonly fromNeurons: Uint32Array;
  readonly toNeurons: Uint32Array;
  /** First and last pixel along the layers. */
  readonly begin: number;
  readonly end: number;
}

/** The connections of a scene between neurons that have a place, gap by gap. */
export function gapsOf(scene: NetworkScene): Gap[] {
  const { layers, scale } = scene;
  const gaps: Gap[] = [];
  for (let layer = 1; layer < layers.length; layer++) {
    const before = layers[layer - 1];
    const here = layers[layer];
    const weights = scene.connections[layer];
    const neurons = scene.counts[layer];
    if (!before || !here || !weights || neurons === undefined) continue;
    const begin = Math.round((before.main + before.reach) * scale);
    const end = Math.round((here.main - here.reach) * scale);
    if (end <= begin || weights.length === 0) continue;
    gaps.push({
      layer,
      values: valuesOf(weights, neurons, before.neurons, here.neurons, scene.carried?.[layer - 1] ?? null),
      emphasis: emphasisOf(scene.emphasis?.[layer - 1] ?? null, before.neurons),
      from: before.cross.map((cross) => cross * scale),
      to: here.cross.map((cross) => cross * scale),
      fromNeurons: before.neurons,
      toNeurons: here.neurons,
      begin,
      end,
    });
  }
  return gaps;
}

function valuesOf(
  weights: Float32Array,
  neurons: number,
  from: Uint32Array,
  to: Uint32Array,
  carried: Float32Array | null,
): Float32Array {
  const whole = from.length * to.length === weights.length;
  if (whole && carried === null) return weights;
  const values = new Float32Array(from.length * to.length);
  let at = 0;
  for (let place = 0; place < from.length; place++) {
    const input = from[place]!;
    const factor = carried?.[input] ?? 1;
    const row = input * neurons;
    for (let other = 0; other < to.length; other++) values[at++] = weights[row + to[other]!]! * factor;
  }
  return values;
}

/** |a| of the neurons that connections leave. A value that is not finite emphasizes nothing and hides nothing: 1. */
function emphasisOf(activations: Float32Array | null, neurons: Uint32Array): Float32Array | null {
  if (activations === null) return null;
  return Float32Array.from(neurons, (neuron) => {
    const magnitude = Math.abs(activations[neuron] ?? 1);
    return magnitude < Infinity ? magnitude : 1;
  });
}

/** How strongly a connection shows: its magnitude times the emphasis of the neuron it leaves, in float32 as the kernels have it. */
export function strengthAt({ values, emphasis, to }: Pick<Gap, 'values' | 'emphasis' | 'to'>, at: number): number {
  const magnitude = Math.abs(values[at]!);
  return emphasis === null ? magnitude : Math.fround(magnitude * emphasis[Math.floor(at / to.length)]!);
}

/** How many connections the network has that are drawn one by one, placed or not. */
export function connectionsOf({ counts, bands }: Pick<NetworkScene, 'counts' | 'bands'>): number {
  const banded = new Set(bands.map(({ to }) => to));
  return counts.reduce(
    (sum, count, layer) => sum + (layer > 0 && !banded.has(layer) ? count * (counts[layer - 1] ?? 0) : 0),
    0,
  );
}

/** The strength from which on a filter lets connections pass. */
export function leastMagnitude(filter: ConnectionFilter, gaps: readonly Gap[]): number {
  if (filter.kind === 'threshold') return filter.magnitude;
  if (filter.kind === 'none' || filter.kind === 'focused') return Infinity;
  if (filter.kind === 'all') return 0;
  const total = gaps.reduce((sum, gap) => sum + gap.values.length, 0);
  if (filter.count >= total) return 0;
  if (filter.count < 1) return Infinity;
  const strengths = new Float32Array(total);
  let at = 0;
  for (const gap of gaps) {
    for (let place = 0; place < gap.values.length; place++) {
      const strength = strengthAt(gap, place);
      strengths[at++] = strength < Infinity ? strength : 0;
    }
  }
  return kthLargest(strengths, filter.count);
}

/** The k-th largest number (k from 1), by Hoare's selection; rearranges the array. */
export function kthLargest(numbers: Float32Array, k: number): number {
  let low = 0;
  let high = numbers.length - 1;
  const target = k - 1;
  while (low < high) {
    const pivot = numbers[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (numbers[left]! > pivot) left++;
      while (numbers[right]! < pivot) right--;
      if (left > right) break;
      const swap = numbers[left]!;
      numbers[left++] = numbers[right]!;
      numbers[right--] = swap;
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return numbers[target]!;
}
