import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackagesIfStale } from './build.mjs';
import { pnpm } from './install.mjs';
import { node, root, say, Stop } from './processes.mjs';

const benches = join(root, 'test', 'bench');
const peers = join(benches, 'peers');

// These measure the Storybook itself, which they build: they need neither peers nor built packages.
const ofStorybook = new Set(['first-minute']);

/** `npm run bench -- NAME …`: stdout is the bench's alone, so that `--json` can be piped. */
export async function bench([name, ...args]) {
  const script = name && join(benches, name, 'index.mjs');
  if (!script || !existsSync(script))
    throw new Stop(`npm run bench -- NAME …, where NAME is one of: ${names().join(', ')}`);
  if (!ofStorybook.has(name)) {
    await installPeers();
    await buildPackagesIfStale();
  }
  return node(script, args);
}

function names() {
  if (!existsSync(benches)) return [];
  return readdirSync(benches).filter((entry) => existsSync(join(benches, entry, 'index.mjs')));
}

/** The libraries we are measured against weigh hundreds of megabytes: only who runs a bench gets them. */
async function installPeers() {
  const manifest = join(peers, 'package.json');
  if (!existsSync(manifest)) return;
  const stamp = join(peers, 'node_modules', '.installed');
  const wanted = readFileSync(manifest, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the peers of the benchmarks …');
  const frozen = existsSync(join(peers, 'pnpm-lock.yaml')) ? ['--frozen-lockfile'] : ['--no-frozen-lockfile'];
  await pnpm(['install', '--ignore-workspace', ...frozen], { cwd: peers, env: { CI: 'true' } });
  writeFileSync(stamp, wanted);
}
