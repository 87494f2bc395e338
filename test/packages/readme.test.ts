import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHost, pack, root, temporaryFolder, type Packed } from './packed.js';
import { launch, serve, troublesOf, workerNames } from './served.js';

const temporary = temporaryFolder();
let packed: Packed[];
beforeAll(async () => {
  packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
});
afterAll(temporary.remove);

interface Sample {
  readonly from: string;
  readonly language: string;
  readonly text: string;
}

function samplesOf(from: string): Sample[] {
  const text = readFileSync(join(root, from), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```/gm)].map((match) => ({
    from,
    language: match[1]!,
    text: match[2]!,
  }));
}

const samples = ['README.md', 'packages/engine/README.md', 'packages/components/README.md'].flatMap(samplesOf);
const components = samples.filter(({ language }) => language === 'tsx');
const scripts = samples.filter(({ language }) => language === 'js' || language === 'ts');

/** As `npm create vite` writes it for React and TypeScript. */
const template = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  types: ['vite/client'],
  skipLibCheck: true,
  moduleResolution: 'bundler',
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  moduleDetection: 'force',
  noEmit: true,
  jsx: 'react-jsx',
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedSideEffectImports: true,
};

function compile(host: string, compilerOptions: object): string {
  writeFileSync(join(host, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, '-p', host], { encoding: 'utf8', cwd: host }).stdout;
}

it('every sample of code has a language that is tested here, or is for a shell', () => {
  expect(components.length).toBeGreaterThan(0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(samples.filter(({ language }) => !['tsx', 'ts', 'js', 'sh'].includes(language))).toEqual([]);
});

describe.each(components)('the component in $from', ({ text }) => {
  const name = /export (?:default )?function (\w+)/.exec(text)?.[1] ?? '';
  let host: string;
  let browser: Browser;
  beforeAll(async () => {
    const installed = ['react', 'react-dom', '@types/react', '@types/react-dom', 'vite'];
    host = makeHost(temporary.path, `readme-${name}`, packed, installed);
    mkdirSync(join(host, 'src'));
    writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(host, 'src', 'Sample.tsx'), text);
    writeFileSync(
      join(host, 'src', 'main.tsx'),
      `import { StrictMode } from 'react';
      import { createRoot } from 'react-dom/client';
      import { ${name} } from './Sample.tsx';
      createRoot(document.getElementById('root')!).render(<StrictMode><${name} /></StrictMode>);`,
    );
    const script = '<div id="root"></div><script type="module" src="/src/main.tsx"></script>';
    writeFileSync(join(host, 'index.html'), `<!doctype html><link rel="icon" href="data:,">${script}`);
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('compiles as it stands in a new project of Vite', () => {
    expect(compile(host, template)).toBe('');
  });

  it('compiles with every declaration checked, and with exact optional properties', () => {
    const strict = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    // Vite's own declarations are not ours to check.
    expect(compile(host, { ...template, ...strict, skipLibCheck: false, types: [] })).toBe('');
  });

  it('shows the network, and Start trains it in a worker at a pace that one can follow', async () => {
    const server = await serve('vite8 build', host);
    const page = await browser.newPage();
    const troubles = troublesOf(page);
    await page.goto(server.url);
    const canvas = page.locator('.neuroglow-network-graph canvas').first();
    await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width)).toBeGreaterThan(301);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => workerNames(page)).toContain('neuroglow training');
    await page.waitForTimeout(500);
    await page.getByRole('button', { name: 'Pause' }).click();
    const step = Number(/\bstep\s+([\d,]+)/i.exec(await page.locator('#root').innerText())?.[1]?.replaceAll(',', ''));
    expect(step).toBeGreaterThan(5);
    expect(step).toBeLessThan(50_000);
    expect(troubles).toEqual([]);
    server.stop();
  });
});

it.each(scripts)('the script in $from runs in Node', ({ from, text }) => {
  const host = makeHost(temporary.path, from.replaceAll(/\W/g, '-'), [packed[0]!]);
  writeFileSync(join(host, 'sample.mjs'), text);
  const printed = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "const sample = await import('./sample.mjs'); console.log(Object.keys(sample).length)",
    ],
    { cwd: host, encoding: 'utf8' },
  );
  expect(Number(printed)).toBeGreaterThan(0);
});
