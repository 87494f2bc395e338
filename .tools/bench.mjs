import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackagesIfStale } from './build.mjs';
import { installApart } from './install.mjs';
import { node, root, Stop } from './processes.mjs';

const benches = join(root, 'test', 'bench');
const peers = join(benches, 'peers');
/** Benches that measure nobody else. */
const alone = new Set(['fashion', 'timeline']);

// These measure the Storybook itself, which they build: they need neither peers nor built packages.
const ofStorybook = new Set(['first-minute']);

/** `npm run bench -- NAME …`: stdout is the bench's alone, so that `--json` can be piped. */
export async function bench([name, ...args]) {
  const script = name && join(benches, name, 'index.mjs');
  if (!script || !existsSync(script))
    throw new Stop(`npm run bench -- NAME …, where NAME is one of: ${names().join(', ')}`);
  if (!ofStorybook.has(name)) {
    // They weigh hundreds of megabytes: only who runs such a bench gets them.
    if (!alone.has(name)) await installApart(peers);
    await buildPackagesIfStale();
  }
  return node(script, args);
}

function names() {
  if (!existsSync(benches)) return [];
  return readdirSync(benches).filter((entry) => existsSync(join(benches, entry, 'index.mjs')));
}
