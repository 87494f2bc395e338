import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cache, must, root, say } from './processes.mjs';

// Everything that decides what an install puts into node_modules. A new workspace package belongs here too.
const inputs = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'packages/engine/package.json',
  'packages/components/package.json',
  'test/hooks/react-18/package.json',
];

const stampFile = join(cache, 'installed');

/** Runs the pnpm that package.json pins, whatever is or is not on PATH. */
export function pnpm(args, options = {}) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pinned = packageManager.split('+')[0];
  const windows = process.platform === 'win32';
  // npm is told not to ask, not to advertise, not to audit: it only fetches pnpm.
  const env = { npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false' };
  return must(windows ? 'npx.cmd' : 'npx', ['--yes', pinned, ...args], {
    chatter: true,
    shell: windows,
    env,
    ...options,
  });
}

/** Installs what the lockfile says; does nothing when node_modules is already in step with it. */
export async function install() {
  const stamp = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing dependencies …');
  await pnpm(['install', '--frozen-lockfile'], { env: { CI: 'true' } });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampFile, stamp);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Installs a folder with a manifest and a lockfile of its own, which only who runs certain tests or benchmarks needs. */
export async function installApart(folder) {
  const stamp = join(folder, 'node_modules', '.installed');
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package.json', 'pnpm-lock.yaml']) hash.update(readFileSync(join(folder, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(`Installing ${relative(root, folder)} …`);
  await pnpm(['install', '--ignore-workspace', '--frozen-lockfile'], { cwd: folder, env: { CI: 'true' } });
  writeFileSync(stamp, wanted);
}
