import { checkChoice, checkNumber, checkOptions } from './check.js';
import { parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import { createGenerator, type RandomGenerator } from './generator.js';
import type { Initializer, NetworkDescription } from './network.js';

const kinds: readonly Initializer['kind'][] = ['uniform', 'glorot', 'he', 'zeros'];

/** @throws `invalid-option` for an unknown kind, or a uniform one without −∞ < low ≤ high < ∞. */
export function checkInitializer(initializer: unknown): asserts initializer is Initializer {
  checkOptions(initializer, 'initializer', ['kind', 'low', 'high']);
  checkChoice(initializer['kind'], 'initializer.kind', kinds);
  if (initializer['kind'] === 'uniform') {
    const { low, high } = initializer;
    checkNumber(low, 'initializer.low', 'a finite number', () => true);
    checkNumber(high, 'initializer.high', `a number ≥ low (${low})`, (value) => value >= low);
    if (Math.abs(low) > 1e30 || Math.abs(high) > 1e30) {
      throw new NeuroglowError(
        'invalid-option',
        `initializer: expected bounds within ±1e30, got ${low} and ${high}; give smaller ones.`,
      );
    }
  }
}

/** One weight of a layer with that many inputs and neurons. */
function drawWeight(initializer: Initializer, inputs: number, neurons: number, generator: RandomGenerator): number {
  switch (initializer.kind) {
    case 'uniform':
      return generator.between(initializer.low, initializer.high);
    case 'glorot': {
      const limit = Math.sqrt(6 / (inputs + neurons));
      return generator.between(-limit, limit);
    }
    case 'he':
      return generator.normal() * Math.sqrt(2 / inputs);
    case 'zeros':
      return 0;
  }
}

/**
 * Fresh parameters, drawn in layout order (W₁, b₁, W₂, b₂, …) and rounded to float32:
 * glorot uniform ±√(6/(inputs + neurons)) (Glorot & Bengio 2010) · he normal(0, 2/inputs) (He et al. 2015) · uniform [low, high) ·
 * zeros. Biases are 0, but for `uniform`, which draws them too.
 */
export function drawParameters(description: NetworkDescription, initializer: Initializer, seed: number): Float32Array {
  const { layers, parameterCount } = parameterLayout(description);
  const parameters = new Float32Array(parameterCount);
  const generator = createGenerator(seed);
  for (let l = 1; l < layers.length; l++) {
    const { weights, biases } = layers[l]!;
    const inputs = description.layers[l - 1]!.neurons;
    for (let k = 0; k < weights.length; k++) {
      parameters[weights.offset + k] = drawWeight(initializer, inputs, biases.length, generator);
    }
    if (initializer.kind === 'uniform') {
      for (let k = 0; k < biases.length; k++) {
        parameters[biases.offset + k] = drawWeight(initializer, inputs, biases.length, generator);
      }
    }
  }
  return parameters;
}
