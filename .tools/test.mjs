import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildKernels, buildPackagesIfStale } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { lintLetterCase } from './letter-case.mjs';
import { installApart } from './install.mjs';
import { bin, cache, node, root, say, Stop } from './processes.mjs';
import { reports, tally } from './tally.mjs';

const prettier = (args) =>
  node(bin('prettier'), ['--cache', '--cache-location', join(cache, 'prettier'), ...args, '.']);

/** The whole tree as an editor sees it, then each package by its own, stricter rules: what its build would say. */
async function types() {
  const check = (name, args) => {
    const state = ['--incremental', '--tsBuildInfoFile', join(cache, `${name}.tsbuildinfo`)];
    return node(bin('typescript', 'tsc'), [...args, ...state, '--noEmit', '--pretty']);
  };
  const source = ['--customConditions', '@neuroglow/source'];
  const codes = [
    await check('tree', ['-p', 'tsconfig.json']),
    await check('engine', ['-p', 'packages/engine/tsconfig.build.json', ...source]),
    await check('components', ['-p', 'packages/components/tsconfig.build.json', ...source]),
  ];
  return Math.max(...codes);
}

// Without a cache: what a typed rule finds in one file hangs on the types of others.
const lint = async (args = []) => {
  const collisions = lintLetterCase();
  return Math.max(collisions, await node(bin('eslint'), ['--max-warnings=0', ...args, '.']));
};

/** Runs some of the projects of vitest.config.ts and leaves a report that `tally` can add up. */
function vitest(name, projects, args = []) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${name}.json`)}`];
  return node(bin('vitest'), ['run', '--passWithNoTests', ...chosen, ...reporters, ...args], {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
}

const unit = (args) => vitest('unit', ['unit', 'dom', 'react18'], args);
const browser = (args) => vitest('browser', ['browser'], args);
const stories = (args) => vitest('stories', ['stories', 'stories-dark', 'storybook'], args);
const packages = async (args) => {
  await installApart(join(root, 'test', 'packages', 'hosts'));
  await buildPackagesIfStale();
  return vitest('packages', ['packages'], args);
};

/** What `npm test` runs, in the order in which a failure is cheapest to learn. */
const stages = { format: () => prettier(['--check']), types, lint, unit, browser, stories, packages };

/** Every stage, also after one failed: who waits for minutes wants to know all of it. */
export async function testAll() {
  await ensureChromium();
  await buildKernels();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const rows = [];
  for (const [name, stage] of Object.entries(stages)) {
    say(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const started = performance.now();
    const good = await succeeds(stage);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    rows.push({ name, good, text: `${good ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.padStart(6)} s` });
  }
  const { passed, failed, skipped } = tally();
  say(`\n${rows.map((row) => row.text).join('\n')}`);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  const bad = rows.filter((row) => !row.good).map((row) => row.name);
  if (bad.length > 0) throw new Stop(`Not good yet: ${bad.join(', ')}. \`npm run\` lists a command for each.`);
}

async function succeeds(stage) {
  try {
    return (await stage([])) === 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return false;
  }
}

/** The stages one by one, for the developer who works on one of them; arguments go to the tool. */
export const single = {
  format: async () => prettier(['--write', '--log-level=warn']),
  lint: async (args) => (await buildKernels(), lint(args)),
  typecheck: async () => (await buildKernels(), types()),
  'test:unit': async (args) => (await buildKernels(), unit(args)),
  'test:browser': async (args) => (await ensureChromium(), await buildKernels(), browser(args)),
  'test:stories': async (args) => (await ensureChromium(), await buildKernels(), stories(args)),
  'test:packages': async (args) => (await ensureChromium(), packages(args)),
};
