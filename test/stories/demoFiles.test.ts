import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { flatFile } from '../../stories/demos/storybook/flatFile.js';

const root = join(import.meta.dirname, '../..');
const demos = join(root, 'stories/demos');
const read = (path: string): string => readFileSync(path, 'utf8');

interface File {
  readonly name: string;
  readonly text: string;
}

/** The files that a story file, or a list that it uses, shows as they are written. */
function shownBy(path: string): File[] {
  return [...read(path).matchAll(/from '(\.[^']+)\?raw'/g)].map(([, from = '']) => ({
    name: from,
    text: read(join(path, '..', from)),
  }));
}

const lists = {
  pictureFiles: shownBy(join(demos, 'storybook/pictureFiles.ts')),
  common: shownBy(join(demos, 'storybook/demoParameters.tsx')),
};

const shown = readdirSync(demos, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.stories.tsx'))
  .map((path) => {
    const story = join(demos, path);
    const usesPictures = read(story).includes('pictureFiles');
    const files = [...shownBy(story), ...(usesPictures ? lists.pictureFiles : []), ...lists.common];
    return { demo: posix.basename(path, '.stories.tsx'), files: files.map(flatFile) };
  });

/** As Vite's template for React and TypeScript has them. */
const template: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['vite/client'],
  allowImportingTsExtensions: true,
  customConditions: ['@neuroglow/source'],
  verbatimModuleSyntax: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noEmit: true,
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedSideEffectImports: true,
};

/** Type errors of every demo, each in a folder of its own that is nowhere on disk. */
function typeErrors(folders: readonly { readonly demo: string; readonly files: readonly File[] }[]): string[] {
  const texts = new Map(
    folders.flatMap(({ demo, files }) =>
      files.map(({ name, text }) => [join(root, 'stories', '.pasted', demo, name), text] as const),
    ),
  );
  const host = ts.createCompilerHost(template);
  const { fileExists, readFile, getSourceFile } = host;
  const directories = new Set([...texts.keys()].map((path) => posix.dirname(path)));
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = (path) => directories.has(path) || ts.sys.directoryExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const sources = [...texts.keys()].filter((path) => /\.tsx?$/.test(path));
  const program = ts.createProgram(sources, template, host);
  return sources.flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${posix.relative(root, path)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

describe('the files that a demo shows', () => {
  it('are whole: each import leads to a file of the same folder', () => {
    expect(shown.length).toBeGreaterThan(7);
    const missing = shown.flatMap(({ demo, files }) => {
      const stems = new Set(files.map(({ name }) => name.replace(/\.tsx?$/, '')));
      return files.flatMap(({ name, text }) =>
        [...text.matchAll(/(?:from |import )'(\.[^']+)'/g)]
          .filter(([, from = '']) => !stems.has(from.replace(/^\.\//, '').replace(/\.js$/, '')))
          .map(([, from]) => `${demo}: ${name} imports ${String(from)}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('compile in a folder of a new app, under the rules of Vite’s template', { timeout: 300_000 }, () => {
    expect(typeErrors(shown)).toEqual([]);
  });

  it('would not compile with a mistake in them', { timeout: 120_000 }, () => {
    const text = "import { Demo } from './Nowhere.js';\nexport const demo = Demo;\n";
    expect(typeErrors([{ demo: 'Wrong', files: [{ name: 'Wrong.tsx', text }] }])).toHaveLength(1);
  });
});
