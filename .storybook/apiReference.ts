import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { ApiEntry } from 'virtual:neuroglow-api';

const source = join(import.meta.dirname, '../packages/engine/src');
const id = 'virtual:neuroglow-api';

/** The engine's public functions as a module: pages of the reference say what the sources say. */
export function apiReference(): Plugin {
  return {
    name: 'neuroglow:api-reference',
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load(asked) {
      if (asked !== `\0${id}`) return null;
      return `export default ${JSON.stringify(readApi())};`;
    },
  };
}

/** Every function, class and constant that `@neuroglow/engine` exports, as written in its file. */
export function readApi(): ApiEntry[] {
  const seen = new Map<string, ApiEntry>();
  for (const entry of ['headless.ts', 'index.ts']) {
    const text = readFileSync(join(source, entry), 'utf8');
    for (const [, names = '', path = ''] of text.matchAll(/^export \{([^}]*)\} from '\.\/([^']+)\.js';/gm)) {
      for (const name of valuesOf(names)) seen.set(name, readEntry(name, path));
    }
  }
  return [...seen.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

function valuesOf(names: string): string[] {
  return names
    .replaceAll(/\/\/.*$/gm, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

function readEntry(name: string, path: string): ApiEntry {
  const text = readModule(path);
  const declaration = new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, 'gm');
  const found = [...text.matchAll(declaration)].map(({ index }) => ({
    signature: signatureAt(text, index),
    comment: commentBefore(text, index),
  }));
  // What implements overloads is not for callers.
  const shown = found.length > 1 ? found.slice(0, -1) : found;
  if (shown.length === 0) throw new Error(`${path} is said to export ${name}, and does not declare it.`);
  return { name, file: path, overloads: shown.map(({ signature, comment }) => ({ signature, ...parse(comment) })) };
}

function readModule(path: string): string {
  try {
    return readFileSync(join(source, `${path}.ts`), 'utf8');
  } catch {
    return readFileSync(join(source, `${path}.tsx`), 'utf8');
  }
}

/** From `export` to where the body begins. */
function signatureAt(text: string, start: number): string {
  if (/^export const/.test(text.slice(start)))
    return text.slice(start, text.indexOf(' =', start)).replace('export ', '');
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (depth === 0 && (sign === ';' || (sign === '{' && /^\{\s*\n/.test(text.slice(at, at + 3)))))
      return text.slice(start, at).trim().replace('export ', '');
    if (sign === '(' || sign === '[' || sign === '{') depth++;
    if (sign === ')' || sign === ']' || sign === '}') depth--;
  }
  throw new Error(`No end of the declaration at ${text.slice(start, start + 80)}`);
}

function commentBefore(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd();
  if (!before.endsWith('*/')) return '';
  return before
    .slice(before.lastIndexOf('/**') + 3, -2)
    .replaceAll(/^\s*\* ?/gm, '')
    .trim();
}

function parse(comment: string): Omit<ApiEntry['overloads'][number], 'signature'> {
  const [description = '', ...tags] = comment.split(/^@/m);
  const of = (name: string): string[] =>
    tags.filter((tag) => tag.startsWith(`${name} `)).map((tag) => tag.slice(name.length + 1).trim());
  return { description: description.trim(), parameters: of('param'), throws: of('throws'), examples: of('example') };
}
