import { ActivationHeatmap, CostPlot, NetworkGraph } from '@neuroglow/components';
import type { Frame } from '@neuroglow/engine';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { scriptedSource, type ScriptedSource } from '../components/scriptedSource.js';
import { devtools } from './devtools.js';

/** Bytes in use on the page's heap, after everything that nobody holds was collected. */
async function heapUsed(): Promise<number> {
  for (let i = 0; i < 3; i++) await devtools('HeapProfiler.collectGarbage');
  const { usedSize } = (await devtools('Runtime.getHeapUsage')) as { readonly usedSize: number };
  return usedSize;
}

const costs = Float32Array.of(0.9, 0.5);
const at = { runId: 'run', step: 2 } as const;
const layers = [new Float32Array(2), Float32Array.of(0.2, 0.4, 0.6), Float32Array.of(0.3, 0.7)];
const frames: readonly Frame[] = [
  { kind: 'scalars', ...at, series: [{ name: 'cost', role: 'training', steps: Float64Array.of(1, 2), values: costs }] },
  { kind: 'activations', ...at, activations: layers, preActivations: layers, target: null },
  {
    kind: 'parameters',
    ...at,
    parameters: new Float32Array(17),
    layers: [0, 3, 2].map((neurons, layer) => ({
      weights: new Float32Array(layer > 0 ? 6 : 0).fill(0.5),
      biases: new Float32Array(neurons),
    })),
  },
];

async function show(source: ScriptedSource, count: number): Promise<void> {
  for (let shown = 0; shown < count; shown++) {
    for (const frame of frames) source.send(frame);
    // What is drawn and what is throttled gets its turn, as between the frames of a run.
    if (shown % 500 === 499) await new Promise(requestAnimationFrame);
  }
}

describe('pictures that watch a run', () => {
  it(
    'hold no more memory after 20,000 frames than after 4,000: below 16 bytes per frame',
    { timeout: 120_000 },
    async () => {
      const source = scriptedSource({ snapshot: { status: 'running', step: 2 } });
      render(
        <>
          <NetworkGraph source={source} style={{ width: 400 }} />
          <ActivationHeatmap source={source} style={{ width: 300 }} />
          <CostPlot source={source} style={{ width: 400 }} />
        </>,
      );
      await devtools('HeapProfiler.enable');
      await show(source, 4_000);
      const before = await heapUsed();
      await show(source, 16_000);
      expect(((await heapUsed()) - before) / 16_000).toBeLessThan(16);
    },
  );
});
