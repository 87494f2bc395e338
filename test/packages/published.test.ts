import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameButForCase } from '../../.tools/letter-case.mjs';
import { importsOf, isRelative, moduleGraph, packageOf, workersOf } from './imports.js';
import { pack, packageNames, root, temporaryFolder, type Packed } from './packed.js';

const temporary = temporaryFolder();
afterAll(temporary.remove);

describe.each(packageNames)('@neuroglow/%s, as it is published', (name) => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await pack(name, temporary.path);
  });
  const path = (file: string): string => join(packed.folder, file);
  const matching = (pattern: RegExp): string[] => packed.files.filter((file) => pattern.test(file));

  it('has nothing that publint minds', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('offers only files that it contains, and no way to its sources', () => {
    const targets = Object.values(packed.manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(targets.filter((target) => !existsSync(path(target)))).toEqual([]);
    expect(JSON.stringify(packed.manifest)).not.toMatch(/neuroglow\/source|workspace:|\.\/src\//);
  });

  it('says its version inside as outside, who wrote it and where to turn to', () => {
    const { version, author, homepage, repository, bugs, keywords } = packed.manifest;
    expect(author).toBe('Neuroglow contributors');
    expect(homepage).toBe('https://github.com/neuroglow/neuroglow#readme');
    expect(repository).toEqual({
      type: 'git',
      url: 'git+https://github.com/neuroglow/neuroglow.git',
      directory: `packages/${name}`,
    });
    expect(bugs).toEqual({ url: 'https://github.com/neuroglow/neuroglow/issues' });
    expect(keywords.length).toBeGreaterThan(4);
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
    if (name === 'engine') expect(readFileSync(path('dist/core/version.js'), 'utf8')).toContain(`'${version}'`);
  });

  it('has no two files that differ only in letter case, which many file systems take for one', () => {
    expect(sameButForCase(packed.files)).toEqual([]);
  });

  it('packed by npm, it brings its licence too', () => {
    const [report] = JSON.parse(npm('pack', '--dry-run', '--json').stdout) as [{ files: { path: string }[] }];
    expect(report.files.map((file) => file.path)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    expect(readFileSync(path('LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  it('refuses to be published by npm, and says how it is done', () => {
    const { status, stderr } = npm('publish', '--dry-run');
    expect(status).not.toBe(0);
    expect(stderr).toContain('pnpm publish');
  });

  const npm = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync('npm', args, { encoding: 'utf8', cwd: join(root, 'packages', name) });

  it('brings a licence and a read-me, and neither sources nor tests', () => {
    expect(packed.files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(packed.files.filter((file) => !file.startsWith('dist/'))).toHaveLength(3);
    expect(matching(/\.test\.|(?<!\.d)\.tsx?$/)).toEqual([]);
  });

  it('declares every package that its modules import', () => {
    const declared = { ...packed.manifest.dependencies, ...packed.manifest.peerDependencies };
    const undeclared = matching(/\.(js|d\.ts)$/).flatMap((file) =>
      importsOf(path(file))
        .filter((specifier) => !isRelative(specifier) && !(packageOf(specifier) in declared))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(undeclared).toEqual([]);
  });

  it('makes its users install nothing that it does not import', () => {
    const imported = new Set(matching(/\.js$/).flatMap((file) => importsOf(path(file)).map(packageOf)));
    const idle = Object.keys(packed.manifest.dependencies ?? {}).filter((name) => !imported.has(name));
    expect(idle).toEqual([]);
  });

  it('mentions in its declarations only packages that bring their own, or React, whose declarations users install', () => {
    const bringsTypes = (dependency: string): boolean => {
      const manifest = join(root, 'packages', name, 'node_modules', dependency, 'package.json');
      return /"(types|typings)":/.test(readFileSync(manifest, 'utf8'));
    };
    const mentioned = matching(/\.d\.ts$/).flatMap((file) => importsOf(path(file)).filter((one) => !isRelative(one)));
    const untyped = [...new Set(mentioned.map(packageOf))]
      .filter((dependency) => !['react', 'react-dom'].includes(dependency))
      .filter((dependency) => !bringsTypes(dependency));
    expect(untyped).toEqual([]);
  });

  it('reaches from its entries only modules that exist, each import with its extension', () => {
    for (const file of matching(/\.js$/)) expect(() => moduleGraph(path(file))).not.toThrow();
  });

  it("keeps 'use client' where the source says it", () => {
    const folder = join(root, 'packages', name, 'src');
    const client = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && /^['"]use client['"]/.test(readFileSync(join(folder, file), 'utf8')))
      .map((file) => `dist/${file.replace(/\.tsx?$/, '.js')}`);
    expect(client).not.toEqual([]);
    expect(client.filter((file) => !/^['"]use client['"]/.test(readFileSync(path(file), 'utf8')))).toEqual([]);
  });

  it('starts workers that exist and import nothing by a bare name, which a page with an import map would refuse', () => {
    const workers = matching(/\.js$/).flatMap((file) => workersOf(path(file)));
    expect(workers).toHaveLength(1);
    const bare = workers
      .flatMap(moduleGraph)
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => !isRelative(specifier));
    expect(bare).toEqual([]);
  });
});
