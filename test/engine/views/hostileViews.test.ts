import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import { NeuroglowError } from '../../../packages/engine/src/core/error.js';
import { viewCapabilities } from '../../../packages/engine/src/views/capabilities.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import type { ViewContext } from '../../../packages/engine/src/views/context.js';
import { frameTransferables } from '../../../packages/engine/src/views/frameTransferables.js';
import { viewKinds } from '../../../packages/engine/src/views/registry.js';
import { needsOfView, supportsView } from '../../../packages/engine/src/views/support.js';
import type { View, ViewKind } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

const full = makeContext(xorNetwork, {
  training: xorData,
  validation: xorData,
  probes: [Float32Array.of(0.5, 0.5)],
  latestBatch: () => Uint32Array.of(0, 3),
  scalars: () => [{ name: 'cost', role: 'training', steps: [1], values: [0.5] }],
});
const bare = makeContext(xorNetwork, { cost: null });

const capabilities = (context: ViewContext) =>
  viewCapabilities({ ...context, batches: context.latestBatch() !== null, scalars: context.scalars !== null });

function codeOf(view: unknown, context: ViewContext): string {
  try {
    needsOfView(view as View, capabilities(context));
  } catch (error) {
    if (error instanceof NeuroglowError) return error.code;
    throw error;
  }
  return 'valid';
}

const fieldsOf: Record<ViewKind, readonly string[]> = {
  parameters: ['layers'],
  activations: ['input', 'layers'],
  inputWeights: [],
  scalars: ['names', 'range', 'points'],
  drops: ['of', 'window', 'share', 'priorRatio', 'finished'],
  responseMaps: ['layer', 'inputs', 'range', 'resolution', 'fixed'],
  gradients: ['of'],
  firingRates: ['of', 'rows'],
  layerStatistics: ['of', 'rows'],
  confusionMatrix: ['of', 'rows'],
  gradientNorms: [],
  layerSpace: ['layer', 'axes', 'of', 'rows'],
  inputGradients: ['input', 'of'],
  passes: ['input'],
  sampleActivations: ['layer', 'of', 'rows', 'quantity'],
  topSamples: ['layer', 'neurons', 'count', 'of', 'rows'],
  neuronHealth: ['layer', 'of', 'rows'],
  featureMaps: ['input', 'layer', 'quantity'],
  filters: ['layer', 'channel'],
};

describe('views that are not possible', () => {
  it.each([
    [undefined, 'invalid-view'],
    [null, 'invalid-view'],
    ['parameters', 'invalid-view'],
    [{ kind: 'toString' }, 'invalid-view'],
    [{ kind: 'activations' }, 'invalid-view'],
    [{ kind: 'activations', input: {} }, 'invalid-view'],
    [{ kind: 'activations', input: { probe: 1 } }, 'invalid-view'],
    [{ kind: 'activations', input: { sample: 4 } }, 'invalid-view'],
    [{ kind: 'activations', input: { sample: 0, of: 'test' } }, 'invalid-view'],
    [{ kind: 'activations', input: { values: [1] } }, 'invalid-input'],
    [{ kind: 'activations', input: { values: [1, undefined] } }, 'invalid-input'],
    [{ kind: 'activations', input: { values: [1, NaN] } }, 'not-finite'],
    [{ kind: 'scalars', points: 7 }, 'invalid-view'],
    [{ kind: 'scalars', names: 'cost' }, 'invalid-view'],
    [{ kind: 'scalars', range: [2, 1] }, 'invalid-view'],
    [{ kind: 'scalars', range: [NaN, 1] }, 'invalid-view'],
    [{ kind: 'drops', of: 'test' }, 'invalid-view'],
    [{ kind: 'drops', window: 0 }, 'invalid-view'],
    [{ kind: 'drops', share: 2 }, 'invalid-view'],
    [{ kind: 'drops', priorRatio: -1 }, 'invalid-view'],
    [{ kind: 'drops', finished: 1 }, 'invalid-view'],
    [{ kind: 'responseMaps', layer: 3 }, 'invalid-view'],
    [{ kind: 'responseMaps', layer: 1, inputs: [0, 0] }, 'invalid-view'],
    [{ kind: 'responseMaps', layer: 1, inputs: [0, 2] }, 'invalid-view'],
    [{ kind: 'responseMaps', layer: 1, range: [[0, 1]] }, 'invalid-view'],
    [
      {
        kind: 'responseMaps',
        layer: 1,
        range: [
          [1, 0],
          [0, 1],
        ],
      },
      'invalid-view',
    ],
    [{ kind: 'responseMaps', layer: 1, resolution: 257 }, 'invalid-view'],
    [{ kind: 'responseMaps', layer: 1, quantity: 'bias' }, 'invalid-view'],
    [{ kind: 'gradients', of: { probe: 0 } }, 'unsupported'],
    [{ kind: 'gradients' }, 'invalid-view'],
    [{ kind: 'firingRates', of: 'test' }, 'invalid-view'],
    [{ kind: 'firingRates', rows: 0 }, 'invalid-view'],
    [{ kind: 'layerSpace', layer: 1, axes: [0] }, 'invalid-view'],
    [{ kind: 'layerSpace', layer: 2, axes: [0, 0] }, 'invalid-view'],
    [{ kind: 'inputGradients', input: { probe: 0 }, of: 'cost' }, 'unsupported'],
    [{ kind: 'inputGradients', input: { probe: 0 }, of: { layer: 0, neuron: 0 } }, 'invalid-view'],
    [{ kind: 'inputGradients', input: { probe: 0 }, of: 'everything' }, 'invalid-view'],
    [{ kind: 'passes', input: { values: [0, 0] } }, 'unsupported'],
  ])('%j → %s', (view, code) => {
    expect(codeOf(view, full)).toBe(code);
  });

  it('a source without data, probes, cost or history names what is missing', () => {
    const lacking = [
      { kind: 'activations', input: { sample: 0 } },
      { kind: 'activations', input: { probe: 0 } },
      { kind: 'scalars' },
      { kind: 'drops' },
      { kind: 'gradients', of: 'batch' },
      { kind: 'gradientNorms' },
      { kind: 'firingRates' },
      { kind: 'layerStatistics', of: 'validation' },
      { kind: 'confusionMatrix' },
      { kind: 'layerSpace', layer: 1 },
    ] as const;
    for (const view of lacking) {
      expect(codeOf(view, bare)).toBe('unsupported');
      expect(supportsView(view, capabilities(bare))).toEqual({
        reason: expect.stringMatching(/^(This|A) .*\.$/) as string,
      });
    }
    expect(supportsView({ kind: 'parameters' }, capabilities(bare))).toBe(true);
  });

  it('a plane needs two inputs, and a bounded frame', () => {
    const line = makeContext(createNetwork({ layers: [1, 1] }));
    expect(codeOf({ kind: 'responseMaps', layer: 1 }, line)).toBe('unsupported');
    const wide = makeContext(createNetwork({ layers: [2, 5000, 1] }));
    expect(codeOf({ kind: 'responseMaps', layer: 1, resolution: 64 }, wide)).toBe('too-large');
  });

  it('an unknown field is an error, not ignored', () => {
    for (const kind of viewKinds) {
      const view = { kind, rowz: 3, layer: 1, input: { sample: 0 }, of: 'training' } as unknown as View;
      expect(codeOf(view, full)).toBe('invalid-view');
    }
    expect(supportsView({ kind: 'layerStatistics', row: 5 } as View, capabilities(full))).toEqual({
      reason: 'view: expected no other fields than kind, of, rows, got "row"; correct its name or leave it out.',
    });
    expect(supportsView({ kind: 'layerStatistics', rows: undefined } as unknown as View, capabilities(full))).toBe(
      true,
    );
  });

  it('any other shape gives a frame or a coded error, on any source', () => {
    const junk = fc.oneof(
      fc.integer({ min: -2, max: 4 }),
      fc.constantFrom('training', 'validation', 'probes', 'principal', 'batch', 'cost', '', null, undefined, NaN),
      fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 3 }),
      fc.array(fc.array(fc.double(), { maxLength: 3 }), { maxLength: 3 }),
      fc.record({ sample: fc.integer({ min: -1, max: 4 }) }),
      fc.record({ probe: fc.integer({ min: -1, max: 1 }) }),
      fc.record({ values: fc.array(fc.double(), { maxLength: 3 }) }),
      fc.record({ layer: fc.integer({ min: 0, max: 3 }), neuron: fc.integer({ min: -1, max: 2 }) }),
      fc.anything(),
    );
    const view = fc
      .record({
        kind: fc.constantFrom(...viewKinds),
        fields: fc.dictionary(
          fc.constantFrom(
            'input',
            'layer',
            'of',
            'rows',
            'axes',
            'range',
            'inputs',
            'fixed',
            'resolution',
            'points',
            'names',
          ),
          junk,
        ),
      })
      // A field that a kind does not know is refused at once: most views here are to get further.
      .map(({ kind, fields }) => {
        const known = Object.entries(fields).filter(([field]) => fieldsOf[kind].includes(field));
        return { ...Object.fromEntries(known), kind } as unknown as View;
      });
    let frames = 0;
    fc.assert(
      fc.property(view, fc.constantFrom(full, bare), (one, context) => {
        try {
          const frame = computeFrame(one, context);
          expect(frame).toMatchObject({ kind: one.kind, runId: 'run', step: 7 });
          frames++;
        } catch (error) {
          expect(error).toBeInstanceOf(NeuroglowError);
        }
      }),
      { numRuns: 3000 },
    );
    expect(frames).toBeGreaterThan(100);
  });
});

describe('frameTransferables', () => {
  const views: View[] = [
    { kind: 'parameters' },
    { kind: 'activations', input: { probe: 0 } },
    { kind: 'inputWeights' },
    { kind: 'scalars' },
    { kind: 'responseMaps', layer: 1, resolution: 4 },
    { kind: 'gradients', of: 'batch' },
    { kind: 'firingRates' },
    { kind: 'layerStatistics' },
    { kind: 'gradientNorms' },
    { kind: 'layerSpace', layer: 1, axes: 'principal' },
    { kind: 'inputGradients', input: { sample: 0 }, of: 'cost' },
    { kind: 'passes', input: { sample: 0 } },
  ];

  it.each(views)('moves a frame of $kind whole, and takes nothing that the source still needs', (view) => {
    const frame = computeFrame(view, full);
    const expected = structuredClone(frame);
    const buffers = frameTransferables(frame);
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(structuredClone(frame, { transfer: buffers })).toEqual(expected);
    expect(buffers.every((buffer) => buffer.byteLength === 0)).toBe(true);
    expect(computeFrame(view, full)).toEqual(expected);
  });
});
