// The commands of package.json. One line of Node, no global tools: a fresh machine needs nothing but npm.
import { buildKernels, buildPackages, buildStorybook } from './build.mjs';
import { bench } from './bench.mjs';
import { install } from './install.mjs';
import { bin, node, say, Stop } from './processes.mjs';
import { study } from './study.mjs';
import { single, testAll } from './test.mjs';

const tasks = {
  start: async (args) => {
    await buildKernels();
    // No browser window, no telemetry, no look for a newer Storybook: it serves, and says where.
    const quiet = ['--port', '6006', '--no-open', '--no-version-updates', '--disable-telemetry'];
    return node(bin('storybook'), ['dev', ...quiet, ...args], { env: { STORYBOOK_DISABLE_TELEMETRY: '1' } });
  },
  test: testAll,
  build: async () => {
    await buildPackages();
    await buildStorybook();
  },
  'build:packages': buildPackages,
  bench,
  study,
  kernels: buildKernels,
  ...single,
};

const [name, ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(tasks, name ?? ''))
    throw new Stop(`node .tools/run.mjs TASK, where TASK is one of: ${Object.keys(tasks).join(', ')}`);
  await install();
  process.exitCode = (await tasks[name](args)) ?? 0;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(`\n${error.message}`);
  process.exitCode = 1;
}
