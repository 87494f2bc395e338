import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHost, pack, temporaryFolder, type Packed } from './packed.js';

const temporary = temporaryFolder();
let engine: Packed;
let components: Packed;

beforeAll(async () => {
  engine = await pack('engine', temporary.path);
  components = await pack('components', temporary.path);
});
afterAll(temporary.remove);

/** Runs a module in a host with plain Node, and gives what it prints. */
function runInNode(host: string, text: string): string {
  const file = join(host, 'main.mjs');
  writeFileSync(file, text);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: host });
}

const learnXor = `
const session = createTraining({
  network: createNetwork({ layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 }),
  dataset: { inputs: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]), targets: new Float32Array([0, 1, 1, 0]), rows: 4 },
  cost: 'meanSquaredError',
  optimizer: sgd({ learningRate: 0.5 }),
  batchSize: 4,
  seed: 7,
  worker: WORKER,
});
`;

describe('plain Node, without React', () => {
  it('trains with @neuroglow/engine/core', () => {
    const host = makeHost(temporary.path, 'node', [engine]);
    expect(existsSync(join(host, 'node_modules', 'react'))).toBe(false);
    const printed = runInNode(
      host,
      `import { createNetwork, createTraining, sgd } from '@neuroglow/engine/core';
      ${learnXor.replace('WORKER', 'false')}
      await session.controls.step(2000);
      const { step, cost } = session.getSnapshot();
      console.log(JSON.stringify({ step, cost }));
      session.dispose();`,
    );
    const { step, cost } = JSON.parse(printed) as { step: number; cost: number };
    expect(step).toBe(2000);
    expect(cost).toBeLessThan(0.05);
  });
});

describe('a server', () => {
  it('renders the components without a page to touch', () => {
    const host = makeHost(temporary.path, 'server', [engine, components], ['react', 'react-dom']);
    const html = runInNode(
      host,
      `import { createElement as h } from 'react';
      import { renderToString } from 'react-dom/server';
      import { createNetwork, createTraining, NeuroglowProvider, sgd } from '@neuroglow/engine';
      import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
      ${learnXor.replace('WORKER', "'auto'")}
      const pictures = [TrainingControls, NetworkGraph, ActivationHeatmap, CostPlot].map((C, key) => h(C, { key }));
      console.log(renderToString(h(NeuroglowProvider, { source: session }, ...pictures)));`,
    );
    expect(html).toContain('<button');
    // A strict style-src refuses style attributes, and no nonce helps.
    expect(html).not.toContain(' style="');
    expect(html.match(/<style>/g)).toHaveLength(4);
  });
});
