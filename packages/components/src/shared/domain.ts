import { activationFunctions, type Activation } from '@neuroglow/engine';

/** The range of values that a colour scale maps. */
export type Domain = readonly [low: number, high: number];

/**
 * How a domain comes about. `fixed` is known beforehand; `positive` is [0, running maximum] and `symmetric` [−running maximum, running
 * maximum] of what was seen; `any` is `symmetric` once something is negative, else `positive`; `input` is [0, 1] until something lies outside
 * of it.
 */
export type DomainRule =
  | { readonly kind: 'fixed'; readonly domain: Domain }
  | { readonly kind: 'positive' }
  | { readonly kind: 'symmetric' }
  | { readonly kind: 'spread' }
  | { readonly kind: 'any' }
  | { readonly kind: 'input' };

/** A slope that stands for any usual leakyRelu. */
const someSlope = 0.01;

/** The rule for a layer's activations, from its function's range; null is the input layer. */
export function activationRule(activation: Activation | null): DomainRule {
  if (activation === null) return { kind: 'input' };
  const [low, high] = activationFunctions[activation].range(someSlope);
  if (Number.isFinite(high - low)) return { kind: 'fixed', domain: [low, high] };
  return { kind: low >= 0 ? 'positive' : 'symmetric' };
}

/** The rule for pre-activations, gradients and changes: sign matters, size is not known beforehand. */
export const signedRule: DomainRule = { kind: 'symmetric' };

/**
 * The rule for the weights of a layer of `neurons` that has `inputs`: ±10·√(6 / (inputs + neurons)), ten times the bound within which Glorot and
 * Bengio (2010) draw them. It depends on the layer's shape alone, so an untrained network looks faint and a trained one strong.
 */
export function weightRule(inputs: number, neurons: number): DomainRule {
  const bound = 10 * Math.sqrt(6 / Math.max(1, inputs + neurons));
  return { kind: 'fixed', domain: [-bound, bound] };
}

/**
 * One rule for scales that share a domain: the widest of fixed rules, so that it depends on the network's shape alone; otherwise the first
 * rule, fed with the values of all.
 */
export function commonRule(rules: readonly DomainRule[]): DomainRule {
  const fixed = rules.flatMap((rule) => (rule.kind === 'fixed' ? [rule.domain] : []));
  if (fixed.length === 0 || fixed.length < rules.length) return rules[0] ?? matrixRule;
  return { kind: 'fixed', domain: widest(fixed) };
}

/** The range that holds all domains; symmetric where one of them reaches below 0, so that 0 keeps its colour. */
export function widest(domains: readonly Domain[]): Domain {
  const low = Math.min(...domains.map((domain) => domain[0]));
  const high = Math.max(...domains.map((domain) => domain[1]));
  return low < 0 ? [-Math.max(-low, high), Math.max(-low, high)] : [low, high];
}

/** The rule for quantities per connection whose size is not known beforehand: 2½ times the root mean square of a layer. */
export const spreadRule: DomainRule = { kind: 'spread' };

/** The rule for numbers of which nothing is known. */
export const matrixRule: DomainRule = { kind: 'any' };

/** The rule for counts. */
export const countRule: DomainRule = { kind: 'positive' };

/** The rule for shares. */
export const shareRule: DomainRule = { kind: 'fixed', domain: [0, 1] };

/** A domain that grows with what it sees, in round steps, and never shrinks within a run: a colour keeps its number. */
export interface RunningDomain {
  readonly domain: Domain;
  /** Takes values in; NaN and ±∞ never do. Another run than before starts anew. Returns whether the domain changed. */
  extend(values: ArrayLike<number>, runId?: string): boolean;
  reset(): void;
}

export function createRunningDomain(rule: DomainRule): RunningDomain {
  let low = 0;
  let high = 0;
  let run: string | undefined;
  let domain = domainOf(rule, low, high);
  const reset = (): void => {
    low = high = 0;
    domain = domainOf(rule, low, high);
  };
  return {
    get domain() {
      return domain;
    },
    reset,
    extend(values, runId) {
      if (rule.kind === 'fixed') return false;
      const [formerLow, formerHigh] = domain;
      if (runId !== run) reset();
      run = runId;
      const [least, largest] = extentOf(rule, values);
      low = Math.min(low, least);
      high = Math.max(high, largest);
      const [newLow, newHigh] = domainOf(rule, low, high);
      if (newLow !== domain[0] || newHigh !== domain[1]) domain = [newLow, newHigh];
      return newLow !== formerLow || newHigh !== formerHigh;
    },
  };
}

/** What a rule looks at in values: their least and their largest finite one and 0, or how far they spread. */
export function extentOf(rule: DomainRule, values: ArrayLike<number>): readonly [low: number, high: number] {
  return rule.kind === 'spread' ? [0, 2.5 * rootMeanSquare(values)] : extremes(values);
}

/** The least and the largest finite value, and 0. */
function extremes(values: ArrayLike<number>): readonly [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    // A NaN is neither.
    if (value < low) {
      if (value > -Infinity) low = value;
    } else if (value > high && value < Infinity) high = value;
  }
  return [low, high];
}

/** √(mean of the squares) of the finite ones; 0 of none. */
function rootMeanSquare(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const square = (values[index] ?? 0) ** 2;
    if (!Number.isFinite(square)) continue;
    sum += square;
    count++;
  }
  return count > 0 ? Math.sqrt(sum / count) : 0;
}

/** The domain for what has been seen. */
export function domainOf(rule: DomainRule, low: number, high: number): Domain {
  const largest = Math.max(-low, high);
  switch (rule.kind) {
    case 'fixed':
      return rule.domain;
    case 'positive':
      return [0, roundUp(high)];
    case 'symmetric':
    case 'spread':
      return [-roundUp(largest), roundUp(largest)];
    case 'any':
      return low < 0 ? [-roundUp(largest), roundUp(largest)] : [0, roundUp(high)];
    case 'input':
      return low < 0 ? [-roundUp(largest), roundUp(largest)] : [0, roundUp(Math.max(1, high))];
  }
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8, 10, … × 10ᵏ: a domain's numbers are read, and a scale that crept would change every colour a little in every frame. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const exponent = Math.floor(Math.log10(value));
  for (const step of [1, 1.5, 2, 3, 4, 5, 6, 8, 10]) {
    // Decimal literals, so that 0.2 is 0.2 and not 0.2 plus a rounding error.
    const candidate = Number(`${step}e${exponent}`);
    if (candidate >= value * (1 - 1e-6)) return candidate;
  }
  return Number(`2e${exponent + 1}`);
}

/** How many values are NaN or ±∞: said in the legend, never coloured. */
export function countNotFinite(values: ArrayLike<number>): number {
  let count = 0;
  for (let index = 0; index < values.length; index++) if (!Number.isFinite(values[index])) count++;
  return count;
}
