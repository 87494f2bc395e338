import type { LayerDescription } from '@neuroglow/engine';
import { createRunningDomain, roundUp, signedRule, type Domain, type RunningDomain } from '../../shared/domain.js';
import type { GraphNumbers } from './numbers.js';
import { connectionValues, layerValues, ruleOf, type ConnectionColor, type NeuronColor } from './quantities.js';

/** The domains that colours have now. Replaced only when one of them changes, which is seldom. */
export interface GraphDomains {
  /** [l] of neurons. */
  readonly neurons: readonly Domain[];
  /** [l] of connections: the magnitude at full strength; 0 at l = 0. */
  readonly connections: readonly number[];
  readonly biases: Domain;
  readonly glyphs: Domain;
}

/** Values of a frame that are looked at for a domain; more are sampled, others in every frame. */
const MOST_SAMPLED = 2048;

/**
 * The colour scales of a graph, fixed over time as far as they can be: they grow in round steps with what is seen and never shrink within a
 * run. Activations have a domain a layer, as their functions have; signed quantities share one over the network. Connections have one a
 * layer, two and a half times their root mean square: weights of a wide layer are small by nature, and would not be seen beside the others.
 */
export class GraphScales {
  readonly #color: NeuronColor;
  readonly #connectionColor: ConnectionColor;
  readonly #neurons: readonly RunningDomain[];
  readonly #biases = createRunningDomain(signedRule);
  readonly #glyphs: RunningDomain;
  readonly #connections: Float64Array;
  #runId = '';
  #turn = 0;
  #domains: GraphDomains;

  constructor(
    layers: readonly LayerDescription[],
    color: NeuronColor,
    connectionColor: ConnectionColor,
    glyphRule: Parameters<typeof createRunningDomain>[0],
  ) {
    this.#color = color;
    this.#connectionColor = connectionColor;
    const shared = createRunningDomain(signedRule);
    this.#neurons = layers.map((description, layer) => {
      const rule = ruleOf(color, layer, description);
      return rule.kind === 'symmetric' && color !== 'activation' ? shared : createRunningDomain(rule);
    });
    this.#glyphs = createRunningDomain(glyphRule);
    this.#connections = new Float64Array(layers.length);
    this.#domains = this.#read();
  }

  get domains(): GraphDomains {
    return this.#domains;
  }

  /** Takes numbers in; returns whether a domain changed. `own` are the numbers that a colour function gave. */
  extend(numbers: GraphNumbers, own: readonly (Float32Array | null)[] | null): boolean {
    const { runId } = numbers;
    let changed = false;
    for (let layer = 0; layer < this.#neurons.length; layer++) {
      const values =
        own?.[layer] ?? (typeof this.#color === 'function' ? null : layerValues(numbers, this.#color, layer));
      if (values) changed = (this.#neurons[layer]?.extend(values, runId) ?? false) || changed;
    }
    for (const biases of numbers.biases ?? []) changed = this.#biases.extend(biases, runId) || changed;
    if (numbers.glyphs) changed = this.#glyphs.extend(numbers.glyphs.values, runId) || changed;
    changed = this.#extendConnections(numbers) || changed;
    if (changed) this.#domains = this.#read();
    return changed;
  }

  #extendConnections(numbers: GraphNumbers): boolean {
    if (numbers.runId !== this.#runId) this.#connections.fill(0);
    this.#runId = numbers.runId;
    const { values, carried } = connectionValues(numbers, this.#connectionColor);
    this.#turn++;
    let changed = false;
    values?.forEach((layerValues, layer) => {
      const spread = 2.5 * rootMeanSquare(layerValues, carried?.[layer - 1] ?? null, this.#turn);
      if (!(spread > (this.#connections[layer] ?? Infinity))) return;
      this.#connections[layer] = roundUp(spread);
      changed = true;
    });
    return changed;
  }

  #read(): GraphDomains {
    return {
      neurons: this.#neurons.map(({ domain }) => domain),
      connections: Array.from(this.#connections, (domain, layer) => (layer === 0 ? 0 : domain > 0 ? domain : 1)),
      biases: this.#biases.domain,
      glyphs: this.#glyphs.domain,
    };
  }
}

/** √(mean of squares) of the finite ones, each times what it carries; of a sample where there are many. */
function rootMeanSquare(values: Float32Array, carried: Float32Array | null, turn: number): number {
  const stride = Math.max(1, Math.ceil(values.length / MOST_SAMPLED));
  const neurons = carried && carried.length > 0 ? values.length / carried.length : 1;
  let sum = 0;
  let count = 0;
  for (let at = turn % stride; at < values.length; at += stride) {
    const value = carried ? values[at]! * (carried[Math.floor(at / neurons)] ?? 0) : values[at]!;
    const square = value * value;
    if (!(square < Infinity)) continue;
    sum += square;
    count++;
  }
  return count > 0 ? Math.sqrt(sum / count) : 0;
}
