import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { lintLetterCase, sameButForCase } from '../../.tools/letter-case.mjs';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

// The project's own configuration, less the rules that need types: the texts below are in no TypeScript project.
const eslint = new ESLint({
  cwd,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...typescript.configs.disableTypeChecked }],
});

async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  expect(result?.messages.filter((message) => message.fatal)).toEqual([]);
  return (result?.messages ?? []).map((message) => message.ruleId ?? '');
}

const importing = (source: string): string => `import * as it from '${source}';\nexport const that = it;\n`;

const engine = 'packages/engine/src';
const components = 'packages/components/src';

describe('a circle of imports is an error', () => {
  // network.ts imports scale.ts.
  const scale = `${components}/drawing/scenes/scale.ts`;

  it.each([
    ['values', "import * as it from './network.js';\nexport const that = it;\n"],
    ['types', "import type { NetworkScene } from './network.js';\nexport type That = NetworkScene;\n"],
    ['exports', "export * from './network.js';\n"],
  ])('of %s', async (_, text) => {
    expect(await rulesBroken(scale, text)).toContain('imports/no-cycle');
    expect(await rulesBroken(scale, text.replace('./network.js', './cells.js'))).toContain('imports/no-cycle');
    expect(await rulesBroken(scale, text.replace('./network.js', '../../shared/domain.js'))).not.toContain(
      'imports/no-cycle',
    );
  });
});

describe('imports against the direction are errors', () => {
  it.each([
    [`${engine}/core/network.ts`, '../kernels/matrix.js'],
    [`${engine}/core/network.ts`, '../source/trainingSource.js'],
    [`${engine}/kernels/load.ts`, '../run/run.js'],
    [`${engine}/run/run.ts`, '../views/view.js'],
    [`${engine}/views/view.ts`, '../timeline/timeline.js'],
    [`${engine}/timeline/timeline.ts`, '../session/session.js'],
    [`${engine}/source/trainingSource.ts`, '../hosting/protocol.js'],
    [`${engine}/hosting/runHost.ts`, '../session/session.js'],
    [`${engine}/session/session.ts`, '../sources/tensorflow.js'],
    [`${engine}/sources/tensorflow.ts`, '../react/useView.js'],
    [`${engine}/session/session.ts`, '../index.js'],
    [`${engine}/headless.ts`, './react/useView.js'],
    [`${components}/NetworkGraph/geometry.ts`, '../CostPlot/geometry.js'],
    [`${components}/CostPlot/CostPlot.tsx`, '../ActivationHeatmap/index.js'],
    [`${components}/shared/colour.ts`, '../drawing/client.js'],
    [`${components}/drawing/client.ts`, '../NetworkGraph/drawing.js'],
    [`${components}/Legend/Legend.tsx`, '../NetworkGraph/index.js'],
    [`${components}/shared/colour.ts`, '../../../engine/src/core/network.js'],
    [`${components}/shared/colour.ts`, '@neuroglow/engine/core'],
    [`${engine}/headless.ts`, './internal.js'],
    ['stories/demos/Digits.stories.tsx', '@neuroglow/engine/internal'],
    ['stories/demos/Digits.stories.tsx', '../../packages/engine/src/core/network.js'],
    ['stories/demos/Digits.stories.tsx', '../../packages/components/src/shared/colour.js'],
  ])('%s → %s', async (file, source) => {
    expect(await rulesBroken(file, importing(source))).toContain('boundaries/dependencies');
    expect(await rulesBroken(file, `export * from '${source}';\n`)).toContain('boundaries/dependencies');
    expect(await rulesBroken(file, importing(source).replace('import *', 'import type *'))).toContain(
      'boundaries/dependencies',
    );
  });

  it('and so are a room and a folder that have no place in the house yet', async () => {
    expect(await rulesBroken(`${engine}/cellar/wine.ts`, 'export {};\n')).toContain('boundaries/no-unknown-files');
    expect(await rulesBroken(`${components}/utils/all.ts`, 'export {};\n')).toContain('boundaries/no-unknown-files');
    expect(await rulesBroken(`${engine}/react/useView.ts`, importing('../cellar/wine.js'))).toContain(
      'boundaries/no-unknown-dependencies',
    );
  });
});

describe('imports along the direction pass', () => {
  it.each([
    [`${engine}/core/network.ts`, './error.js'],
    [`${engine}/kernels/load.ts`, '../core/network.js'],
    [`${engine}/run/run.ts`, '../kernels/load.js'],
    [`${engine}/views/view.ts`, '../core/network.js'],
    [`${engine}/timeline/timeline.ts`, '../run/run.js'],
    [`${engine}/hosting/worker.ts`, '../timeline/timeline.js'],
    [`${engine}/session/session.ts`, '../hosting/hostPool.js'],
    [`${engine}/react/useView.ts`, '../source/trainingSource.js'],
    [`${engine}/react/useView.ts`, 'react'],
    [`${engine}/index.ts`, './headless.js'],
    [`${engine}/index.ts`, './react/useView.js'],
    [`${engine}/headless.ts`, './source/trainingSource.js'],
    [`${engine}/internal.ts`, './react/useView.js'],
    [`${components}/index.ts`, './NetworkGraph/index.js'],
    [`${components}/NetworkGraph/NetworkGraph.tsx`, '@neuroglow/engine'],
    [`${components}/NetworkGraph/NetworkGraph.tsx`, '../drawing/client.js'],
    [`${components}/NetworkGraph/NetworkGraph.tsx`, '@neuroglow/engine/internal'],
    [`${components}/Legend/Legend.tsx`, '../shared/colour.js'],
    [`${components}/shared/colour.ts`, 'uplot'],
    ['stories/demos/Digits.stories.tsx', '@neuroglow/components'],
    ['stories/demos/Digits.stories.tsx', '../data/digits.js'],
  ])('%s → %s', async (file, source) => {
    expect(await rulesBroken(file, importing(source))).toEqual([]);
  });
});

describe('the mathematics keeps away from what differs between machines', () => {
  it.each([
    ['export const y = (x: number): number => Math.exp(x);\n', 'no-restricted-properties'],
    ['export const { tanh } = Math;\n', 'no-restricted-properties'],
    ['export const y = Math.random();\n', 'no-restricted-properties'],
    ['export const y = (x: number): number => x ** 3;\n', 'no-restricted-syntax'],
    ['export const now = (): number => performance.now();\n', 'no-restricted-globals'],
    ['export const page = document;\n', 'no-restricted-globals'],
  ])('%s', async (text, rule) => {
    for (const room of ['core', 'kernels', 'run']) {
      expect(await rulesBroken(`${engine}/${room}/sample.ts`, text)).toContain(rule);
    }
    expect(await rulesBroken(`${engine}/session/sample.ts`, text)).toEqual([]);
  });

  it('and may take square roots, round and compare', async () => {
    const text = 'export const y = (x: number): number => Math.sqrt(Math.fround(Math.max(0, Math.floor(x))));\n';
    expect(await rulesBroken(`${engine}/core/sample.ts`, text)).toEqual([]);
  });

  it('React is for react/ alone', async () => {
    expect(await rulesBroken(`${engine}/session/sample.ts`, importing('react'))).toContain('no-restricted-imports');
  });
});

it('a source file past 400 lines of code is an error', async () => {
  const lines = (n: number): string =>
    Array.from({ length: n }, (_, i) => `export const x${String(i)} = 0;\n`).join('');
  expect(await rulesBroken(`${engine}/session/sample.ts`, lines(401))).toEqual(['max-lines']);
  expect(await rulesBroken(`${engine}/session/sample.ts`, lines(400))).toEqual([]);
});

describe('paths that differ only in letter case', () => {
  it('are found, the endings of modules aside', () => {
    const paths = [
      'a/Curves.tsx',
      'a/curves.ts',
      'a/curves.test.ts',
      'b/Notes.js',
      'b/notes.d.ts',
      'B/x.css',
      'c/Readme.md',
    ];
    expect(sameButForCase(paths)).toEqual([
      ['a/Curves', 'a/curves'],
      ['B/', 'b/'],
      ['b/Notes', 'b/notes'],
    ]);
    expect(sameButForCase(['a/x.js', 'a/x.js.map', 'a/x.d.ts', 'b/X.js', 'c/README.md', 'c/readme.txt'])).toEqual([]);
  });

  it('are none in this repository', () => {
    expect(lintLetterCase()).toBe(0);
  });
});
