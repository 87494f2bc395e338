import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where reports and stamps go: inside node_modules, so that the tree stays clean and a fresh install forgets them. */
export const cache = join(root, 'node_modules', '.cache', 'neuroglow');

/** What went wrong, already said to the person who reads the terminal: no stack trace is wanted. */
export class Stop extends Error {}

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // The terminal sends Ctrl-C to the whole group by itself; a plain `kill` of this script reaches only us, so pass it on.
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    if (running.size === 0) process.exit(130);
  });
}

// An npm that is killed passes nothing on, and what it ran would serve port 6006 for ever.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const orphaned = () => process.ppid !== parent && running.forEach((child) => child.kill('SIGTERM'));
  setInterval(orphaned, 1000).unref();
}

/**
 * Runs a program to its end and gives its exit code.
 * With `chatter`, everything it says goes to our stderr: stdout belongs to the task's own result. With `quiet`, only errors do.
 */
export function run(command, args, { chatter = false, quiet = false, env = {}, cwd = root, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', quiet ? 'ignore' : chatter ? 2 : 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd, stdio, shell, env: { ...process.env, ...env } });
    running.add(child);
    child.on('error', (error) => {
      running.delete(child);
      reject(new Stop(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(signal ? 130 : code);
    });
  });
}

/** Like `run`, but anything other than success ends the task. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Stop(`${[command, ...args].join(' ')} ended with code ${code}`);
}

/**
 * A package's executable as arguments for this very Node: no shell, no PATH, the same on Windows.
 * `bin('eslint')` → ['…/node_modules/eslint/bin/eslint.js']
 */
export function bin(packageName, executable = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[executable];
  return join(folder, path);
}

export const node = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);
export const mustNode = (script, args = [], options = {}) => must(process.execPath, [script, ...args], options);

export const say = (message) => process.stderr.write(`${message}\n`);
