import {
  connectionQuantities,
  defineNeuronQuantity,
  neuronQuantities,
  type NeuronQuantity,
  type QuantityContext,
} from '@neuroglow/components';
import { createNetwork, createTraining, forward, networkOf, type Frame } from '@neuroglow/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { bindQuantity, carriedOf, valuesOf, wordsOf } from '../../packages/components/src/shared/quantities/bound.js';
import { framesFor, kindKey, needKey } from '../../packages/components/src/shared/quantities/frames.js';
import { numberFormat } from '../../packages/components/src/shared/number.js';
import { networkGraphMessages } from '../../packages/components/src/NetworkGraph/messages.js';

const disposals: (() => void)[] = [];
afterEach(() => {
  for (const dispose of disposals.splice(0)) dispose();
});

const context: QuantityContext = { input: { sample: 2 }, gradientOf: 'sample', since: 0 };

function session() {
  const training = createTraining({
    network: createNetwork({ layers: [2, 3, 1], seed: 5 }),
    dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
    seed: 5,
    worker: false,
  });
  disposals.push(() => training.dispose());
  return training;
}

describe('a quantity', () => {
  it('needs only views that a session gives, and has a value per neuron or connection', async () => {
    const source = session();
    await source.step(3);
    for (const quantity of [...Object.values(neuronQuantities), ...Object.values(connectionQuantities)]) {
      const bound = bindQuantity(quantity, { ...context, since: 3 });
      const frames = new Map<string, Frame>();
      for (const need of bound.needs ?? []) {
        expect(source.supports(need.view), quantity.name).toBe(true);
        frames.set(needKey(need), await source.read(need.view, { at: need.at ?? 'live' }));
      }
      const sizes = valuesOf(bound, frames, 3)?.map((layer) => layer?.length ?? null);
      const isNeuron = Object.values<unknown>(neuronQuantities).includes(quantity);
      expect(sizes, quantity.name).toEqual(isNeuron ? [null, 3, 1] : [null, 6, 3]);
    }
  });

  it('is the change of activation: a now minus a then', () => {
    const network = createNetwork({ layers: [2, 3, 1], seed: 5 });
    const moved = networkOf(
      network,
      network.parameters.map((value) => value + 0.5),
    );
    const input = Float32Array.of(1, 0);
    const frame = (step: number, of: typeof network | typeof moved): Frame => ({
      ...{ kind: 'activations', runId: 'a', step, target: null },
      ...forward(of, input),
    });
    const bound = bindQuantity(neuronQuantities.change, context);
    const [now, then] = bound.needs!;
    const frames = new Map([
      [needKey(now!), frame(9, moved)],
      [needKey(then!), frame(0, network)],
    ]);
    const expected = forward(moved, input).activations[1]![2]! - forward(network, input).activations[1]![2]!;
    expect(valuesOf(bound, frames, 3)![1]![2]).toBeCloseTo(expected, 6);
  });

  it('is unknown while one of its frames is missing, or is of another run', () => {
    const bound = bindQuantity(neuronQuantities.change, context);
    const [now, then] = bound.needs!;
    const frame = (runId: string): Frame => ({
      ...{ kind: 'activations', runId, step: 0, target: null },
      ...{ activations: [Float32Array.of(1)], preActivations: [Float32Array.of(1)] },
    });
    expect(framesFor(new Map([[needKey(now!), frame('a')]]), bound.needs)).toBeNull();
    expect(
      framesFor(
        new Map([
          [needKey(now!), frame('b')],
          [needKey(then!), frame('a')],
        ]),
        bound.needs,
      ),
    ).toBeNull();
  });

  it('is computed once for the same frames, so that equal arrays are not sent twice', () => {
    const bound = bindQuantity(connectionQuantities.contribution, context);
    const weights = [Float32Array.of(), Float32Array.of(1, 2)];
    const frames = new Map<string, Frame>([
      [
        kindKey(bound.needs![0]!),
        {
          ...{ kind: 'parameters', runId: 'a', step: 0, parameters: Float32Array.of() },
          layers: weights.map((layer) => ({ weights: layer, biases: Float32Array.of() })),
        },
      ],
      [
        kindKey(bound.needs![1]!),
        {
          ...{ kind: 'activations', runId: 'a', step: 0, target: null, preActivations: [] },
          activations: [Float32Array.of(3), Float32Array.of(4, 5)],
        },
      ],
    ]);
    const values = valuesOf(bound, frames, 2);
    expect(values).toEqual([null, Float32Array.of(1, 2)]);
    expect(valuesOf(bound, new Map(frames), 2)).toBe(values);
    expect(carriedOf(bound, frames, 2)?.[0]).toEqual(Float32Array.of(3));
  });

  it('is named by its label, by its words, and by the messages', () => {
    const format = numberFormat();
    const named = (quantity: NeuronQuantity, labels: Readonly<Record<string, string>> = {}) =>
      wordsOf(bindQuantity(quantity, { ...context, since: 4310 }), networkGraphMessages, labels, format);
    expect(named(neuronQuantities.change).legend).toBe('change of activation since step 4,310');
    expect(named(neuronQuantities.change).tooltip).toBe('change of activation');
    expect(named(neuronQuantities.activation).spoken).toBeNull();
    expect(named(neuronQuantities.firingRate, { firingRate: 'Feuerrate' }).legend).toBe('Feuerrate');
    const own = defineNeuronQuantity({
      ...{ name: 'square', label: 'square of the bias', domain: () => ({ kind: 'positive' }) },
      needs: () => [{ view: { kind: 'parameters' } }],
      values: ([{ layers }], layer) => layers[layer]!.biases.map((bias) => bias * bias),
    });
    expect(named(own)).toEqual({
      ...{ legend: 'square of the bias', tooltip: 'square of the bias', spoken: 'square of the bias' },
    });
  });
});
