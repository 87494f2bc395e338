import type { LayerDescription } from '@neuroglow/engine';
import {
  createRunningDomain,
  signedRule,
  type Domain,
  type DomainRule,
  type RunningDomain,
} from '../../shared/domain.js';
import { carriedOf, valuesOf } from '../../shared/quantities/bound.js';
import { barsOf } from '../beside/beside.js';
import type { PaintedNeurons } from './colorFunction.js';
import type { GraphNumbers } from './numbers.js';
import { neuronRule, neuronValues, type ShownQuantities } from './shownQuantities.js';

/** The domains that colours have now. Replaced only when one of them changes, which is seldom. */
export interface GraphDomains {
  /** [l] of neurons. */
  readonly neurons: readonly Domain[];
  /** [l] of connections: the magnitude at full strength; 0 at l = 0. */
  readonly connections: readonly number[];
  /** [l] of the bars beside neurons. */
  readonly bars: readonly Domain[];
  readonly biases: Domain;
  readonly glyphs: Domain;
}

const fixedUnit: DomainRule = { kind: 'fixed', domain: [0, 1] };

/** Connections per layer that a domain looks at; more are sampled, others in every frame. */
const MOST_SAMPLED = 2048;

/**
 * The colour scales of a graph. Rules that are not fixed grow in round steps with what is seen and never shrink within a run. Quantities say
 * how each layer's domain comes about, and whether all layers share one; connections have one per layer.
 */
export class GraphScales {
  readonly #shown: ShownQuantities;
  readonly #neurons: readonly RunningDomain[];
  readonly #connections: readonly RunningDomain[];
  readonly #bars: readonly RunningDomain[];
  readonly #biases = createRunningDomain(signedRule);
  readonly #glyphs: RunningDomain;
  #turn = 0;
  #domains: GraphDomains;

  constructor(
    layers: readonly LayerDescription[],
    shown: ShownQuantities,
    glyphRule: Parameters<typeof createRunningDomain>[0],
  ) {
    this.#shown = shown;
    let shared: RunningDomain | null = null;
    this.#neurons = layers.map((description, layer) => {
      const rule = neuronRule(shown, layer, description);
      if (layer === 0 || !shown.neurons?.quantity.isShared) return createRunningDomain(rule);
      return (shared ??= createRunningDomain(rule));
    });
    this.#connections = layers.map((description, layer) =>
      createRunningDomain(shown.connections.quantity.domain(description, layers[Math.max(0, layer - 1)]?.neurons ?? 1)),
    );
    this.#bars = layers.map((description, layer) =>
      createRunningDomain(barsOf(shown.beside, layer)?.quantity.domain(description) ?? fixedUnit),
    );
    this.#glyphs = createRunningDomain(glyphRule);
    this.#domains = this.#read();
  }

  get domains(): GraphDomains {
    return this.#domains;
  }

  /** Takes numbers in; returns whether a domain changed. `painted` is what a colour function gave. */
  extend(numbers: GraphNumbers, painted: PaintedNeurons | null): boolean {
    const { runId } = numbers;
    const layers = this.#neurons.length;
    let changed = false;
    const values = painted?.values ?? neuronValues(this.#shown, numbers, layers);
    this.#neurons.forEach((domain, layer) => {
      const own = values[layer];
      if (own) changed = domain.extend(own, runId) || changed;
    });
    for (const biases of numbers.biases ?? []) changed = this.#biases.extend(biases, runId) || changed;
    if (numbers.glyphs) changed = this.#glyphs.extend(numbers.glyphs.values, runId) || changed;
    this.#bars.forEach((domain, layer) => {
      const bars = barsOf(this.#shown.beside, layer);
      const own = bars && valuesOf(bars, numbers.frames, layers)?.[layer];
      if (own) changed = domain.extend(own, runId) || changed;
    });
    const { connections } = this.#shown;
    const weights = valuesOf(connections, numbers.frames, layers);
    const carried = carriedOf(connections, numbers.frames, layers);
    this.#turn++;
    this.#connections.forEach((domain, layer) => {
      const own = weights?.[layer];
      if (own) changed = domain.extend(sample(own, carried?.[layer - 1] ?? null, this.#turn), runId) || changed;
    });
    if (changed) this.#domains = this.#read();
    return changed;
  }

  #read(): GraphDomains {
    return {
      neurons: this.#neurons.map(({ domain }) => domain),
      connections: this.#connections.map(({ domain }, layer) => (layer === 0 ? 0 : domain[1])),
      bars: this.#bars.map(({ domain }) => domain),
      biases: this.#biases.domain,
      glyphs: this.#glyphs.domain,
    };
  }
}

/** The connections that a domain looks at, each times what it carries. */
function sample(values: Float32Array, carried: Float32Array | null, turn: number): Float32Array {
  const stride = Math.max(1, Math.ceil(values.length / MOST_SAMPLED));
  if (stride === 1 && carried === null) return values;
  const first = turn % stride;
  const neurons = carried && carried.length > 0 ? values.length / carried.length : 1;
  return Float32Array.from({ length: Math.ceil((values.length - first) / stride) }, (_, index) => {
    const at = first + index * stride;
    return carried ? values[at]! * (carried[Math.floor(at / neurons)] ?? 0) : values[at]!;
  });
}
