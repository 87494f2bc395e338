import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { colorTokens } from '../../packages/components/src/shared/palette.js';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { themeProperties } from '../../stories/docs/get-started/themeProperties.js';

const root = join(import.meta.dirname, '../..');
const pages = readdirSync(join(root, 'stories'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mdx'))
  .map((path) => ({ name: basename(path, '.mdx'), text: readFileSync(join(root, 'stories', path), 'utf8') }));

interface Sample {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

const samples: readonly Sample[] = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    page: name,
    language,
    code,
  })),
);
const of = (...languages: string[]): Sample[] => samples.filter(({ language }) => languages.includes(language));
const scripts = of('html').flatMap(({ page, code }) =>
  [...code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, script = '']) => ({
    page,
    language: 'ts',
    code: script,
  })),
);

/** Where a sample pretends to lie: its first comment may name its file, so that others can import it. */
function placeOf({ page, language, code }: Sample, index: number): string {
  const named = /^\/\/ (\S+\.tsx?)\n/.exec(code)?.[1];
  const file = named ?? `sample-${String(index)}.${language === 'tsx' ? 'tsx' : 'ts'}`;
  return posix.join(root, 'stories', '.samples', page, file);
}

/** Type errors of all samples, as a reader's strict project would report them; nothing is written to disk. */
function typeErrors(checked: readonly Sample[]): string[] {
  const files = new Map(checked.map((sample, index) => [placeOf(sample, index), sample.code]));
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // Names of files may lack their extension, as bundlers allow.
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const directories = new Set([...files.keys()].map((path) => posix.dirname(path)));
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.directoryExists = (path) => directories.has(path) || ts.sys.directoryExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: true, noEmit: true }, host);
  return [...files.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText, start }) => {
      const line = start === undefined ? '' : (files.get(path) ?? '').slice(0, start).split('\n').length;
      return `${posix.relative(root, path)}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}

describe('samples of the documentation', () => {
  it('are all of a language that is checked', () => {
    const unknown = samples.filter(({ language }) => !['ts', 'tsx', 'html', 'sh', ''].includes(language));
    expect(unknown).toEqual([]);
    expect(of('ts', 'tsx').length).toBeGreaterThan(10);
  });

  it('compile as they stand, under strict rules', { timeout: 120_000 }, () => {
    expect(typeErrors([...of('ts', 'tsx'), ...scripts])).toEqual([]);
  });

  it('would not compile with a mistake in them', { timeout: 120_000 }, () => {
    const code = "import { createNetwork } from '@neuroglow/engine';\ncreateNetwork({ layer: [2, 1] });\n";
    expect(typeErrors([{ page: 'Wrong', language: 'ts', code }])).toHaveLength(1);
  });

  it('name in their import map whatever they import', () => {
    for (const { page, code } of of('html')) {
      const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(code)?.[1] ?? '{}';
      const { imports } = JSON.parse(map) as { imports: Record<string, string> };
      const imported = scripts.filter((script) => script.page === page).flatMap((script) => importsOf(script.code));
      const ours = ['engine', 'components'].flatMap((name) => {
        const file = join(root, 'packages', name, 'package.json');
        const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
        return Object.keys(dependencies ?? {}).filter((dependency) => !dependency.startsWith('@neuroglow/'));
      });
      for (const name of [...imported, ...ours])
        expect(
          Object.keys(imports).some((key) => name === key || key.startsWith(`${name}/`)),
          name,
        ).toBe(true);
    }
  });

  it('install packages that exist', () => {
    for (const { code } of of('sh')) {
      for (const [, names = ''] of code.matchAll(/^npm install (.*)$/gm))
        expect(
          names
            .split(' ')
            .every((name) => ['@neuroglow/components', '@neuroglow/engine', 'react', 'react-dom'].includes(name)),
        ).toBe(true);
    }
  });
});

describe('the page about theming', () => {
  it('lists every custom property of the components', () => {
    const styles = readFileSync(join(root, 'packages/components/src/shared/baseStyles.ts'), 'utf8');
    const written = [...styles.matchAll(/var\((--neuroglow-[a-z-]+[a-z])/g)].map(([, name = '']) => name);
    const expected = new Set([...written, ...colorTokens.map((token) => `--neuroglow-${token}`)]);
    expect(themeProperties.map(({ name }) => name).toSorted()).toEqual([...expected].toSorted());
  });
});

function importsOf(code: string): string[] {
  return [...code.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
}
