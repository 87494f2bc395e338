import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import typescript from 'typescript';

/** Everything a built module or declaration imports, exports from or imports on demand. */
export function importsOf(file: string): string[] {
  return typescript.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map((one) => one.fileName);
}

export const isRelative = (specifier: string): boolean => specifier.startsWith('./') || specifier.startsWith('../');

/** '@scope/name/deep/path' → '@scope/name' */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The files that a module reaches through relative imports, itself included; throws where one is missing. */
export function moduleGraph(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    if (!existsSync(file)) throw new Error(`${file} is imported and does not exist`);
    seen.add(file);
    for (const specifier of importsOf(file).filter(isRelative)) visit(join(dirname(file), specifier));
  };
  visit(entry);
  return [...seen];
}

/** The files that a module starts as workers, by the one form that every bundler understands. */
export function workersOf(file: string): string[] {
  const form = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{[^}]*type: 'module'/g;
  return [...readFileSync(file, 'utf8').matchAll(form)].map((match) => join(dirname(file), match[1]!));
}
