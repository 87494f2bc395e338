import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../../.tools/find-chromium.mjs';
import { makeHost, root, type Packed } from './packed.js';

const hosts = join(root, 'test', 'packages', 'hosts');

export interface PageOptions {
  /** The folder that has React installed. Default: the workspace. */
  readonly react?: string;
  /** Put before the page's script. */
  readonly imports?: string;
}

/** A project of one page, hosts/main.js, that has installed the packed packages. */
export function makePage(into: string, name: string, packed: readonly Packed[], options: PageOptions = {}): string {
  const project = makeHost(into, name.replaceAll(' ', '-'), packed, ['react', 'react-dom'], options.react);
  mkdirSync(join(project, 'src'));
  const script = readFileSync(join(hosts, 'main.js'), 'utf8');
  writeFileSync(join(project, 'src', 'main.js'), (options.imports ?? '') + script);
  const head = '<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">';
  const body = '<div id="root"></div><script type="module" src="/src/main.js"></script>';
  writeFileSync(join(project, 'index.html'), head + body);
  return project;
}

/** Serves a project in one of the ways of hosts/serve.mjs, in a process of its own. */
export async function serve(way: string, project: string): Promise<{ readonly url: string; stop(): void }> {
  const process_ = spawn(process.execPath, [join(hosts, 'serve.mjs'), way, project], {
    cwd: project,
    env: { ...process.env, NODE_ENV: way.endsWith('dev') ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString();
      const address = /^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(output)?.[0];
      if (address) resolve(address);
    };
    process_.stdout.on('data', read);
    process_.stderr.on('data', read);
    process_.on('exit', (code) => reject(new Error(`${way} ended with code ${String(code)}:\n${output}`)));
  });
  return { url, stop: () => void process_.kill() };
}

/** Links packages that the hosts bring, such as next, into a project. */
export function linkFromHosts(project: string, names: readonly string[]): void {
  for (const name of names) {
    const target = join(project, 'node_modules', name);
    if (!existsSync(target)) symlinkSync(join(hosts, 'node_modules', name), target, 'dir');
  }
}

export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-quic'],
  });
}

/** Everything that a page complains of: uncaught errors and what the browser writes to its console as an error. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  return troubles;
}

/** The names of the page's workers that still live. */
export async function workerNames(page: Page): Promise<string[]> {
  const names = await Promise.all(
    page.workers().map((worker) => worker.evaluate(() => (globalThis as { name?: string }).name ?? '').catch(() => '')),
  );
  return names.sort();
}
