import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../.tools/find-chromium.mjs';
import { makeHost, pack, root, temporaryFolder, type Packed } from './packed.js';

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

describe('TypeScript', () => {
  it('reads the declarations, strictly, and accepts the example of the read-me', () => {
    const types = ['react', 'react-dom', '@types/react', '@types/react-dom'];
    const host = makeHost(temporary.path, 'types', [engine, components], types);
    writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(host, 'Xor.tsx'), readmeExample());
    const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };
    const compilerOptions = { ...strict, module: 'NodeNext', target: 'ES2022', jsx: 'react-jsx', types: [] };
    writeFileSync(join(host, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['Xor.tsx'] }));
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', host], { encoding: 'utf8', cwd: host });
    expect(stdout).toBe('');
  });
});

describe('a page built with Vite', () => {
  let browser: Browser;
  let server: PreviewServer;
  beforeAll(async () => {
    const host = makeHost(temporary.path, 'vite', [engine, components], ['react', 'react-dom']);
    mkdirSync(join(host, 'src'));
    const head = '<!doctype html><link rel="icon" href="data:,">';
    const body = '<div id="root"></div><script type="module" src="/src/main.jsx"></script>';
    writeFileSync(join(host, 'index.html'), head + body);
    writeFileSync(join(host, 'src', 'Xor.tsx'), readmeExample());
    writeFileSync(
      join(host, 'src', 'main.jsx'),
      `import { createRoot } from 'react-dom/client';
      import { Xor } from './Xor';
      createRoot(document.getElementById('root')).render(<Xor />);`,
    );
    await build({ root: host, configFile: false, logLevel: 'error' });
    server = await preview({ root: host, configFile: false, preview: { port: 0, host: '127.0.0.1' } });
    const executablePath = findChromium();
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-quic'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('runs the example of the read-me: Start trains it in a worker, and nothing fails', async () => {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(async () => stepShown(await page.locator('#root').innerText())).toBeGreaterThan(10);
    expect(troubles).toEqual([]);
  });
});

function stepShown(text: string): number {
  return Number(/\bstep\s+([\d,]+)/i.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** The example as a reader would paste it. */
function readmeExample(): string {
  const example = /```tsx\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1];
  if (!example) throw new Error('README.md has no tsx example');
  return example;
}
