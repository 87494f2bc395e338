import { createNetwork, createTraining, forward, networkOf } from '@neuroglow/engine';
import { expect, test } from 'vitest';
import { chainRuleOf, parametersOf } from '../../stories/demos/learning/chainRule.js';

const network = createNetwork({ layers: [2, 2, 1], initializer: { kind: 'uniform', low: -1, high: 1 }, seed: 12 });
const input = [0.3, -0.8];
const dataset = { inputs: Float32Array.from(input), targets: Float32Array.of(1), rows: 1 };

/** ∂C/∂θ by central differences in float64. */
function byDifferences(index: number): number {
  const cost = (by: number): number => {
    const parameters = Float64Array.from(network.parameters);
    parameters[index]! += by;
    const { activations } = forward(networkOf(network, parameters), Float64Array.from(input));
    return (activations.at(-1)![0]! - 1) ** 2;
  };
  return (cost(1e-5) - cost(-1e-5)) / 2e-5;
}

/** Where a parameter lies: weights of a layer row-major [inputs × neurons], then its biases. */
const places = [0, 2, 4, 1, 3, 5, 6, 7, 8];

test('the three factors multiply to the gradient of every weight and bias', async () => {
  const session = createTraining({ network, dataset, cost: 'meanSquaredError', worker: false });
  const [pass, parameters] = await session.readAll([{ kind: 'passes', input: { sample: 0 } }, { kind: 'parameters' }]);
  session.dispose();
  const all = parametersOf(network);
  expect(all).toHaveLength(9);
  for (const [k, parameter] of all.entries()) {
    const rule = chainRuleOf(parameter, pass, parameters)!;
    expect(rule.value).toBe(network.parameters[places[k]!]);
    expect(rule.costByActivation * rule.slope * rule.preActivationByParameter).toBeCloseTo(rule.gradient, 6);
    expect(rule.gradient).toBeCloseTo(byDifferences(places[k]!), 5);
    const sent = 'target' in rule.from ? 2 * (rule.from.activation - rule.from.target) : sum(rule.from);
    expect(sent).toBeCloseTo(rule.costByActivation, 6);
  }
  expect(chainRuleOf(all[0]!, pass, { ...parameters, step: 1 })).toBeNull();
});

function sum(terms: readonly { readonly weight: number; readonly delta: number }[]): number {
  return terms.reduce((total, { weight, delta }) => total + weight * delta, 0);
}
