import type { Frame } from '@neuroglow/engine';
import type { NumberFormat } from '../number.js';
import { framesFor, type FrameMap } from './frames.js';
import type {
  ConnectionQuantity,
  NeuronQuantity,
  QuantityContext,
  QuantityMessages,
  QuantityNeed,
  QuantityWords,
} from './quantity.js';

/** A quantity in a picture: what it needs there. */
export interface BoundQuantity<Q extends NeuronQuantity | ConnectionQuantity> {
  readonly quantity: Q;
  readonly context: QuantityContext;
  /** null while they cannot be named. */
  readonly needs: readonly QuantityNeed[] | null;
}

export function bindQuantity<Q extends NeuronQuantity | ConnectionQuantity>(
  quantity: Q,
  context: QuantityContext,
): BoundQuantity<Q> {
  return { quantity, context, needs: quantity.needs(context) };
}

type LayerArrays = readonly (Float32Array | null)[];

interface Computed {
  readonly found: readonly Frame[];
  readonly values: LayerArrays;
  readonly carried: readonly Float32Array[] | null;
}

/** The latest result of each quantity: pictures, scales, tooltips and names ask for it, and the same arrays are not sent to a worker twice. */
const latest = new WeakMap<BoundQuantity<NeuronQuantity | ConnectionQuantity>, Computed>();

function compute(
  bound: BoundQuantity<NeuronQuantity | ConnectionQuantity>,
  frames: FrameMap,
  layers: number,
): Computed | null {
  const found = framesFor(frames, bound.needs);
  if (!found) return null;
  const before = latest.get(bound);
  if (before?.values.length === layers && before.found.every((frame, at) => frame === found[at])) return before;
  const { quantity } = bound;
  const carries = 'carried' in quantity;
  const computed: Computed = {
    found,
    values: Array.from({ length: layers }, (_, layer) => (layer > 0 ? quantity.values(found, layer) : null)),
    carried: carries
      ? Array.from({ length: layers }, (_, layer) => quantity.carried?.(found, layer) ?? new Float32Array(0))
      : null,
  };
  latest.set(bound, computed);
  return computed;
}

/** [l] a quantity's values for that many layers: null in a layer that has none, and at l = 0. null while a frame is missing. */
export function valuesOf(
  bound: BoundQuantity<NeuronQuantity | ConnectionQuantity>,
  frames: FrameMap,
  layers: number,
): LayerArrays | null {
  return compute(bound, frames, layers)?.values ?? null;
}

/** [l] what connections are multiplied by, per neuron that they come from; null where they stand for themselves. */
export function carriedOf(
  bound: BoundQuantity<ConnectionQuantity>,
  frames: FrameMap,
  layers: number,
): readonly Float32Array[] | null {
  return compute(bound, frames, layers)?.carried ?? null;
}

/** A quantity's words, with the defaults filled in. */
export function wordsOf(
  { quantity, context }: BoundQuantity<NeuronQuantity | ConnectionQuantity>,
  messages: QuantityMessages,
  labels: Readonly<Record<string, string>>,
  format: NumberFormat,
): { readonly [W in keyof QuantityWords]-?: Exclude<QuantityWords[W], undefined> } {
  const label = labels[quantity.name] ?? quantity.label;
  const {
    legend,
    tooltip = legend,
    spoken = tooltip,
  } = quantity.words?.({ context, label, messages, format }) ?? {
    legend: label,
  };
  return { legend, tooltip, spoken };
}
