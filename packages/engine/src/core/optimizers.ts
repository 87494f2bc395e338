import { checkChoice, checkNumber, checkObject, checkOptions } from './check.js';
import type { Hyperparameters, Optimizer, Penalty } from './configuration.js';
import { NeuroglowError } from './error.js';
import type { FloatArray } from './network.js';
import { show } from './show.js';

type Sgd = Extract<Optimizer, { kind: 'sgd' }>;
type Momentum = Extract<Optimizer, { kind: 'momentum' }>;
type Adam = Extract<Optimizer, { kind: 'adam' }>;

const code = 'invalid-optimizer';
const isRate = (value: number): boolean => value >= 0;
const isShare = (value: number): boolean => value >= 0 && value < 1;

/** θ ← θ − η g. `learningRate` η ≥ 0. @throws `invalid-optimizer` */
export function sgd(options: { readonly learningRate: number }): Sgd {
  checkOptions(options, 'sgd', ['learningRate'], code);
  return checkOptimizer({ kind: 'sgd', learningRate: options.learningRate }) as Sgd;
}

/** v ← μ v + g; θ ← θ − η v. `momentum` μ in [0, 1), default 0.9. @throws `invalid-optimizer` */
export function momentum(options: { readonly learningRate: number; readonly momentum?: number }): Momentum {
  checkOptions(options, 'momentum', ['learningRate', 'momentum'], code);
  const { learningRate, momentum: share = 0.9 } = options;
  return checkOptimizer({ kind: 'momentum', learningRate, momentum: share }) as Momentum;
}

/**
 * Adam (Kingma & Ba 2015) with bias correction: m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; θ ← θ − η·m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵗ),
 * v̂ = v/(1−β₂ᵗ). Defaults: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8. @throws `invalid-optimizer`
 */
export function adam(
  options: {
    readonly learningRate?: number;
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
  } = {},
): Adam {
  checkOptions(options, 'adam', ['learningRate', 'beta1', 'beta2', 'epsilon'], code);
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  return checkOptimizer({ kind: 'adam', learningRate, beta1, beta2, epsilon }) as Adam;
}

/** Checks an optimizer that came as plain data and copies it. @throws `invalid-optimizer` */
export function checkOptimizer(optimizer: unknown): Optimizer {
  if (typeof optimizer !== 'object' || optimizer === null) throw notAnOptimizer(optimizer);
  checkObject(optimizer, 'optimizer', code);
  const { kind, learningRate } = optimizer;
  checkChoice(kind, 'optimizer.kind', ['sgd', 'momentum', 'adam'] as const, code);
  checkNumber(learningRate, 'optimizer.learningRate', 'a finite number ≥ 0', isRate, code);
  if (kind === 'sgd') return { kind, learningRate };
  if (kind === 'momentum') {
    const { momentum: share } = optimizer;
    checkNumber(share, 'optimizer.momentum', 'a number in [0, 1)', isShare, code);
    return { kind, learningRate, momentum: share };
  }
  const { beta1, beta2, epsilon } = optimizer;
  checkNumber(beta1, 'optimizer.beta1', 'a number in [0, 1)', isShare, code);
  checkNumber(beta2, 'optimizer.beta2', 'a number in [0, 1)', isShare, code);
  checkNumber(epsilon, 'optimizer.epsilon', 'a number > 0', (value) => value > 0, code);
  return { kind, learningRate, beta1, beta2, epsilon };
}

const calls: ReadonlyMap<unknown, string> = new Map([
  ['sgd', 'sgd({ learningRate: 0.1 })'],
  ['momentum', 'momentum({ learningRate: 0.1 })'],
  ['adam', 'adam()'],
]);

function notAnOptimizer(given: unknown): NeuroglowError {
  const name = typeof given === 'function' ? given.name : given;
  const call = calls.get(name) ?? [...calls.values()].join(', ');
  return new NeuroglowError(
    code,
    `optimizer: expected an optimizer made with sgd, momentum or adam, got ${show(given)}; pass ${call}.`,
  );
}

/** The hyperparameters at a run's start: the optimizer's rate and momentum (0 if it has none), and the penalties. */
export function hyperparametersOf(optimizer: Optimizer, penalty: Partial<Penalty> = {}): Hyperparameters {
  return checkHyperparameters({
    learningRate: optimizer.learningRate,
    momentum: optimizer.kind === 'momentum' ? optimizer.momentum : 0,
    l1: penalty.l1 ?? 0,
    l2: penalty.l2 ?? 0,
  });
}

/** Checks hyperparameters and copies them. @throws `invalid-option` */
export function checkHyperparameters(hyperparameters: unknown): Hyperparameters {
  checkObject(hyperparameters, 'hyperparameters');
  const { learningRate, momentum: share, l1, l2 } = hyperparameters;
  checkNumber(learningRate, 'learningRate', 'a finite number ≥ 0', isRate);
  checkNumber(share, 'momentum', 'a number in [0, 1)', isShare);
  checkNumber(l1, 'l1', 'a finite number ≥ 0', isRate);
  checkNumber(l2, 'l2', 'a finite number ≥ 0', isRate);
  return { learningRate, momentum: share, l1, l2 };
}

/** How many numbers of state an optimizer keeps per parameter: none, v, or m and v. */
export function statesPerParameter(optimizer: Optimizer): 0 | 1 | 2 {
  return optimizer.kind === 'sgd' ? 0 : optimizer.kind === 'momentum' ? 1 : 2;
}

/**
 * One update of all parameters from their gradients, in place; formulas as in `Optimizer`. `state` holds nothing, v, or m then v, each in
 * the parameters' layout; `powers` [β₁ᵗ, β₂ᵗ] is brought from t − 1 to t by adam.
 */
export function update<A extends FloatArray>(
  optimizer: Optimizer,
  { learningRate, momentum: share }: Hyperparameters,
  parameters: A,
  gradients: A,
  state: A,
  powers: Float64Array,
): void {
  const count = parameters.length;
  switch (optimizer.kind) {
    case 'sgd':
      for (let k = 0; k < count; k++) parameters[k] = parameters[k]! - learningRate * gradients[k]!;
      return;
    case 'momentum':
      for (let k = 0; k < count; k++) {
        const v = share * state[k]! + gradients[k]!;
        state[k] = v;
        parameters[k] = parameters[k]! - learningRate * v;
      }
      return;
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      powers[0] = powers[0]! * beta1;
      powers[1] = powers[1]! * beta2;
      const rate = learningRate / (1 - powers[0]);
      const correction = 1 / (1 - powers[1]);
      for (let k = 0; k < count; k++) {
        const g = gradients[k]!;
        const m = beta1 * state[k]! + (1 - beta1) * g;
        const v = beta2 * state[count + k]! + (1 - beta2) * g * g;
        state[k] = m;
        state[count + k] = v;
        parameters[k] = parameters[k]! - (rate * m) / (Math.sqrt(v * correction) + epsilon);
      }
    }
  }
}
