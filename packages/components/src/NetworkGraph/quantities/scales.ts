import type { LayerDescription } from '@neuroglow/engine';
import { samePlainData } from '@neuroglow/engine/internal';
import { commonRule, weightRule, type Domain, type DomainRule } from '../../shared/domain.js';
import {
  createTracker,
  isPair,
  type DomainChoice,
  type DomainTracker,
  type ScaleRule,
} from '../../shared/domainChoice.js';
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

/** Connections per layer that a domain looks at; more are sampled, others in every frame. */
const MOST_SAMPLED = 2048;

/** What a graph's scales are made for. */
export interface ScaleOptions {
  readonly layers: readonly LayerDescription[];
  readonly shown: ShownQuantities;
  /** The rule of pictures in neurons. */
  readonly glyphRule: ScaleRule;
  readonly choice: DomainChoice;
}

const unit: DomainRule = { kind: 'fixed', domain: [0, 1] };

/**
 * The colour scales of a graph. Quantities say how each layer's domain comes about, and whether all layers share one; connections have one
 * per layer. Call `release` when they are no longer drawn.
 */
export class GraphScales {
  readonly #shown: ShownQuantities;
  readonly #input: DomainTracker;
  /** [l] of the layers after the input; the same one for all where they share it. */
  readonly #neurons: readonly DomainTracker[];
  readonly #connections: readonly DomainTracker[];
  readonly #bars: readonly DomainTracker[];
  readonly #biases: DomainTracker;
  readonly #glyphs: DomainTracker;
  readonly #isShared: boolean;
  #turn = 0;
  #domains: GraphDomains;

  constructor({ layers, shown, glyphRule, choice }: ScaleOptions) {
    this.#shown = shown;
    // A pair names values of one quantity: the neurons'. Weights, biases and bars keep domains of their own.
    const others = isPair(choice) ? 'run' : choice;
    const after = layers.map((_, layer) => layer).slice(1);
    const inputsOf = (layer: number): number => layers[layer - 1]?.neurons ?? 1;
    const { quantity } = shown.connections;

    this.#input = createTracker({ ...neuronRule(shown, 0, layers), quantity: 'input' }, choice);
    this.#isShared = shown.neurons?.quantity.isShared ?? false;
    const name = shown.neurons?.quantity.name ?? 'own';
    const rules = after.map((layer): ScaleRule => ({ ...neuronRule(shown, layer, layers), quantity: name }));
    const shared = this.#isShared ? createTracker({ ...commonRule(rules), quantity: name }, choice) : null;
    this.#neurons = rules.map((rule) => shared ?? createTracker(rule, choice));

    this.#connections = after.map((layer) =>
      createTracker(
        { ...quantity.domain(layers[layer]!, inputsOf(layer)), quantity: `connection ${quantity.name}` },
        others,
      ),
    );
    this.#bars = layers.map((description, layer) => {
      const bars = barsOf(shown.beside, layer)?.quantity;
      return createTracker(
        { ...(bars?.domain(description, inputsOf(layer)) ?? unit), quantity: bars?.name ?? 'none' },
        others,
      );
    });
    const biasRules = after.map((layer) => weightRule(inputsOf(layer), layers[layer]!.neurons));
    this.#biases = createTracker({ ...commonRule(biasRules), quantity: 'bias' }, others);
    this.#glyphs = createTracker(glyphRule, others);
    this.#domains = this.#read();
  }

  get domains(): GraphDomains {
    return this.#domains;
  }

  /** Takes numbers in; returns whether a domain changed. `painted` is what a colour function gave. */
  extend(numbers: GraphNumbers, painted: PaintedNeurons | null): boolean {
    const { runId, frames } = numbers;
    const layers = this.#bars.length;
    const extend = (tracker: DomainTracker | undefined, own: ArrayLike<number> | null | undefined): void => {
      if (tracker && own) tracker.extend(own, runId);
    };
    const [input, ...values] = painted?.values ?? neuronValues(this.#shown, numbers, layers);
    extend(this.#input, input);
    if (this.#isShared) extend(this.#neurons[0], joined(values));
    else values.forEach((own, at) => extend(this.#neurons[at], own));
    extend(this.#biases, joined(numbers.biases?.slice(1) ?? []));
    extend(this.#glyphs, numbers.glyphs?.values);
    this.#bars.forEach((tracker, layer) => {
      const bars = barsOf(this.#shown.beside, layer);
      if (bars) extend(tracker, valuesOf(bars, frames, layers)?.[layer]);
    });
    const { connections } = this.#shown;
    const weights = valuesOf(connections, frames, layers);
    const carried = carriedOf(connections, frames, layers);
    this.#turn++;
    this.#connections.forEach((tracker, at) => {
      const own = weights?.[at + 1];
      if (own) extend(tracker, sample(own, carried?.[at] ?? null, this.#turn));
    });
    return this.refresh();
  }

  /** Reads the domains again, which another picture of the group may have changed; returns whether one has. */
  refresh(): boolean {
    const now = this.#read();
    if (samePlainData(now, this.#domains)) return false;
    this.#domains = now;
    return true;
  }

  release(): void {
    const all = [this.#input, ...this.#neurons, ...this.#connections, ...this.#bars, this.#biases, this.#glyphs];
    for (const tracker of all) tracker.release();
  }

  #read(): GraphDomains {
    return {
      neurons: [this.#input, ...this.#neurons].map(({ domain }) => domain),
      connections: [0, ...this.#connections.map(({ domain }) => domain[1])],
      bars: this.#bars.map(({ domain }) => domain),
      biases: this.#biases.domain,
      glyphs: this.#glyphs.domain,
    };
  }
}

/** The values of several layers; null while none is known. */
function joined(layers: readonly (Float32Array | null)[]): Float32Array | null {
  const known = layers.filter((layer) => layer !== null);
  if (known.length <= 1) return known[0] ?? null;
  const all = new Float32Array(known.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const layer of known) {
    all.set(layer, at);
    at += layer.length;
  }
  return all;
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
