import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorker } from './bundle-workers.mjs';
import { bin, cache, mustNode, root, say } from './processes.mjs';
import { minifyStyles } from './minify-styles.mjs';
import { styleModules, writeStyleSheet } from './write-stylesheet.mjs';

// In the order in which they need each other's declarations.
const packages = ['engine', 'components'];

/** Compiles the WebAssembly kernels into TypeScript modules; the script itself knows when nothing changed. */
export async function buildKernels() {
  for (const name of packages)
    await mustNode(join(root, 'packages', name, 'tools', 'build-kernels.mjs'), [], { chatter: true });
}

export async function buildPackages() {
  await buildKernels();
  for (const name of packages) {
    const folder = join(root, 'packages', name);
    say(`Building @neuroglow/${name} …`);
    // A module that was renamed or removed must not live on in what is published.
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    await mustNode(bin('typescript', 'tsc'), ['-p', join(folder, 'tsconfig.build.json')], { chatter: true });
    await bundleWorker(name, folder);
    if (name === 'components') {
      minifyStyles(join(folder, 'dist'), styleModules(join(folder, 'dist')));
      await writeStyleSheet(folder);
    }
    touch(stamp(name));
  }
}

/** Builds the packages unless what is built is newer than every source. */
export async function buildPackagesIfStale() {
  await buildKernels();
  if (packages.some(isStale)) await buildPackages();
}

export async function buildStorybook(folder = join(root, 'storybook-static')) {
  // The reporters of a terminal have no use for its progress bars.
  await mustNode(bin('storybook'), ['build', '--quiet', '--output-dir', folder], {
    chatter: true,
    // A Storybook that a test builds is a visitor's too.
    env: { CI: 'true', STORYBOOK_DISABLE_TELEMETRY: '1', VITEST: undefined },
  });
  await minifyManager(join(folder, 'sb-manager'));
}

/** Storybook copies the scripts of its own frame as they are: minified, a visitor waits for 280 kB less (gzip). */
async function minifyManager(folder) {
  // Imported late: this file is loaded before anything is installed.
  const { minifySync } = await import('vite');
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.js'))) {
    const file = join(folder, name);
    const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { module: true });
    if (errors.length > 0) throw new Error(`${file} cannot be minified: ${errors[0].message}`);
    writeFileSync(file, code);
  }
}

function isStale(name) {
  const folder = join(root, 'packages', name);
  if (!existsSync(join(folder, 'dist')) || !existsSync(stamp(name))) return true;
  const built = statSync(stamp(name)).mtimeMs;
  const inputs = [
    join(folder, 'src'),
    join(folder, 'package.json'),
    join(folder, 'tsconfig.build.json'),
    join(root, 'tsconfig.json'),
  ];
  return inputs.some((path) => newest(path) > built);
}

function newest(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, entry) => Math.max(latest, newest(join(path, entry))), own.mtimeMs);
}

function stamp(name) {
  return join(cache, `built-${name}`);
}

function touch(file) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, '');
  const now = new Date();
  utimesSync(file, now, now);
}
