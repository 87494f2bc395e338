import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpm } from '../../.tools/install.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const packageNames = ['engine', 'components'] as const;
export type PackageName = (typeof packageNames)[number];

export interface Manifest {
  readonly version: string;
  readonly author: string;
  readonly homepage: string;
  readonly repository: unknown;
  readonly bugs: unknown;
  readonly keywords: readonly string[];
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
}

/** What would be published, unpacked as an install would. */
export interface Packed {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths of all its files, relative to the folder. */
  readonly files: readonly string[];
}

/** Packs a package as a publication would, into a temporary folder. */
export async function pack(name: PackageName, into: string): Promise<Packed> {
  const target = join(into, name);
  mkdirSync(target);
  await pnpm(['pack', '--pack-destination', target], { quiet: true, cwd: join(root, 'packages', name) });
  const [file] = readdirSync(target);
  const tarball = join(target, file!);
  execFileSync('tar', ['-xzf', tarball, '-C', target]);
  const folder = join(target, 'package');
  return {
    folder,
    manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  };
}

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'neuroglow-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * A project that has installed the packed packages: they are copied in, and what they depend on is linked from the
 * workspace, so that it needs no network. `extra` are packages of its own, such as react, as the folder `installed` has them.
 */
export function makeHost(
  into: string,
  name: string,
  packed: readonly Packed[],
  extra: readonly string[] = [],
  installed: string = root,
): string {
  const host = join(into, name);
  const modules = join(host, 'node_modules');
  mkdirSync(join(modules, '@neuroglow'), { recursive: true });
  const link = (from: string, dependency: string): void => {
    const to = join(modules, dependency);
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(realpathSync(join(from, 'node_modules', dependency)), to, 'dir');
  };
  for (const { folder, manifest } of packed) {
    const own = basename(join(folder, '..'));
    execFileSync('cp', ['-R', folder, join(modules, '@neuroglow', own)]);
    const dependencies = Object.keys(manifest.dependencies ?? {}).filter((one) => !one.startsWith('@neuroglow/'));
    for (const dependency of dependencies) link(join(root, 'packages', own), dependency);
  }
  for (const dependency of extra) link(installed, dependency);
  return host;
}
