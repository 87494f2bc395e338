import { describe, expect, it } from 'vitest';
import { viewCapabilities } from '../../../packages/engine/src/views/capabilities.js';
import { computeFrame, computeFrameFrom } from '../../../packages/engine/src/views/computeFrame.js';
import { fulfilHere } from '../../../packages/engine/src/views/fulfil.js';
import type { LayerChoice } from '../../../packages/engine/src/views/layerChoice.js';
import type { Given, Needs } from '../../../packages/engine/src/views/needs.js';
import { needsOfView } from '../../../packages/engine/src/views/support.js';
import type { View } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

const context = makeContext(xorNetwork, {
  training: xorData,
  validation: xorData,
  probes: [Float32Array.of(1, 0)],
  latestBatch: () => Uint32Array.of(1, 2),
  scalars: () => [{ name: 'cost', role: 'training', steps: [1], values: [0.5] }],
});
const capabilities = viewCapabilities({ ...context, batches: true, scalars: true });

const views: View[] = [
  { kind: 'parameters' },
  { kind: 'parameters', layers: [2] },
  { kind: 'activations', input: { probe: 0 } },
  { kind: 'activations', input: { probe: 0 }, layers: [1] },
  { kind: 'inputWeights' },
  { kind: 'scalars' },
  { kind: 'drops' },
  { kind: 'responseMaps', layer: 1, resolution: 4 },
  { kind: 'gradients', of: 'batch' },
  { kind: 'gradients', of: { sample: 1 } },
  { kind: 'firingRates' },
  { kind: 'layerStatistics' },
  { kind: 'gradientNorms' },
  { kind: 'layerSpace', layer: 1 },
  { kind: 'inputGradients', input: { sample: 0 }, of: { layer: 2, neuron: 0 } },
  { kind: 'passes', input: { sample: 0 } },
  { kind: 'inputGradients', input: { sample: 0 }, of: { layer: 2, quantity: 'preActivation' } },
  { kind: 'sampleActivations', layer: 1 },
  { kind: 'topSamples', layer: 1 },
  { kind: 'neuronHealth', layer: 1 },
];

describe('a view of some layers', () => {
  it('gives their parameters and nothing else', () => {
    const all = computeFrame({ kind: 'parameters' }, context);
    const some = computeFrame({ kind: 'parameters', layers: [2] }, context);
    expect(some.layers[1]).toEqual({ weights: new Float32Array(0), biases: new Float32Array(0) });
    expect(some.layers[2]).toEqual(all.layers[2]);
    expect([...some.parameters]).toEqual([...all.layers[2]!.weights, ...all.layers[2]!.biases]);
    expect(needsOfView({ kind: 'parameters', layers: [2] }, capabilities)).toEqual({
      parameters: { layers: [2], owned: true },
    });
  });

  it('reads no other layer', () => {
    const read: unknown[] = [];
    const watched = {
      ...context,
      get parameters(): Float32Array {
        throw new Error('All parameters were read.');
      },
      copyParameters(layers: LayerChoice) {
        read.push(layers);
        return context.copyParameters(layers);
      },
    };
    computeFrame({ kind: 'parameters', layers: [2] }, watched);
    computeFrame({ kind: 'inputWeights' }, watched);
    expect(read).toEqual([[2], [1]]);
  });

  it('gives their activations and nothing else', () => {
    const all = computeFrame({ kind: 'activations', input: { probe: 0 } }, context);
    const some = computeFrame({ kind: 'activations', input: { probe: 0 }, layers: [1] }, context);
    expect(some.activations.map(({ length }) => length)).toEqual([0, 2, 0]);
    expect(some.activations[1]).toEqual(all.activations[1]);
    expect(some.preActivations[1]).toEqual(all.preActivations[1]);
  });

  it.each([[3], [-1], [0.5], 'all', {}])('of %j is refused', (layers) => {
    for (const view of [{ kind: 'parameters' }, { kind: 'activations', input: { probe: 0 } }]) {
      const wrong = { ...view, layers } as unknown as View;
      expect(() => needsOfView(wrong, capabilities)).toThrow(
        expect.objectContaining({ code: 'invalid-view' }) as Error,
      );
    }
  });
});

describe('needs', () => {
  it.each(views)('of %j, met asynchronously, give the same frame', async (view) => {
    const asked: Needs[] = [];
    /** Answers after a while, and shows a chunk a row, of the layers asked for alone. */
    const fulfil = async (needs: Needs): Promise<Given> => {
      asked.push(needs);
      await Promise.resolve();
      const given = fulfilHere(needs, context);
      const { activations } = given;
      if (!activations) return given;
      const width = xorNetwork.layers[0]!.neurons;
      const { inputs, rows } = activations.sample;
      const chunks = Array.from(rows, (_, row) => context.forward(inputs.subarray(row * width, (row + 1) * width), 1));
      return {
        ...given,
        activations: { ...activations, visit: (see) => chunks.forEach((chunk, row) => see(chunk, row)) },
      };
    };
    // What a view may use besides its needs: no parameters, no arithmetic.
    const { network, runId, step, cost, training, validation, probes } = context;
    const setting = { network, runId, step, cost, training, validation, probes };
    expect(await computeFrameFrom(view, setting, capabilities, fulfil)).toEqual(computeFrame(view, context));
    expect(asked).toHaveLength(1);
  });

  it('that a source cannot meet are refused', () => {
    const curves = viewCapabilities({
      ...{ network: null, cost: null, training: null, validation: null, probes: [], batches: false, scalars: true },
    });
    expect(needsOfView({ kind: 'scalars' }, curves)).toEqual({
      scalars: { range: [-Infinity, Infinity], points: 2048 },
    });
    for (const view of views.filter(({ kind }) => kind !== 'scalars' && kind !== 'drops')) {
      expect(() => needsOfView(view, curves)).toThrow(expect.objectContaining({ code: 'unsupported' }) as Error);
    }
  });
});
